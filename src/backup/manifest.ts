import { z } from "zod";

export const backupFormat = "standpoint-backup";
export const manifestName = "manifest.json";

/** What the last entry of a backup file says: a file without it is not complete. */
export const backupManifest = z.strictObject({
  format: z.literal(backupFormat),
  /** Grows when a program that reads backups must change. */
  formatVersion: z.literal(1),
  /** What wrote it, such as "standpoint 0.1.0". */
  generator: z.string(),
  takenAt: z.iso.datetime(),
  /** From which kind of database; the file is the same from both. */
  database: z.enum(["postgres", "embedded"]),
  /** The migrations that the database had, the earliest first. The last one is the version of the schema. */
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })).min(1),
  /** The number of the last change in the feed; 0 where it has none. */
  lastChange: z.number().int(),
  tables: z.array(
    z.strictObject({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      /** The entries that hold its rows, in their order. */
      parts: z.array(
        z.strictObject({
          entry: z.string(),
          rows: z.number().int(),
          bytes: z.number().int(),
          /** In hexadecimal, of the entry as it is: compressed. */
          sha256: z.string(),
        }),
      ),
    }),
  ),
});

export type BackupManifest = z.infer<typeof backupManifest>;
export type BackupTable = BackupManifest["tables"][number];

/** The first entry of a backup file: what has to be known before any row is read. */
export const backupHeader = backupManifest.pick({
  format: true,
  formatVersion: true,
  generator: true,
  migrations: true,
});
export const headerName = "backup.json";
export type BackupHeader = z.infer<typeof backupHeader>;

/** The file is not a complete, undamaged backup, or cannot be used here. For people. */
export class BackupProblem extends Error {
  override readonly name = "BackupProblem";
}
