import { z } from "zod";

export const dumpFormat = "standpoint-dump";

/** What the manifest of a dump says. */
export const dumpManifest = z.strictObject({
  format: z.literal(dumpFormat),
  /** Grows when a program that reads dumps must change. */
  formatVersion: z.literal(1),
  /** What wrote it, such as "standpoint 0.1.0". */
  generator: z.string(),
  /** The last migration of the database. */
  schemaVersion: z.string(),
  takenAt: z.iso.datetime(),
  /** The data's licence, as an SPDX identifier; null where nobody said. */
  license: z.string().nullable(),
  /** Where the feed of changes goes on after this dump; null where it has no change yet. */
  cursor: z.string().nullable(),
  files: z.array(
    z.strictObject({
      /** The type of its rows in the API. */
      type: z.string(),
      file: z.string(),
      rows: z.number().int(),
      bytes: z.number().int(),
      /** In hexadecimal, of the file as it is. */
      sha256: z.string(),
    }),
  ),
});

export type DumpManifest = z.infer<typeof dumpManifest>;

/** The folder has something else in it, or cannot be used. For people. */
export class DumpFolderProblem extends Error {
  override readonly name = "DumpFolderProblem";
}
