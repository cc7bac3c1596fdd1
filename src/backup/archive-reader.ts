import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { extract } from "tar-stream";
import {
  type BackupHeader,
  type BackupManifest,
  BackupProblem,
  backupHeader,
  backupManifest,
  headerName,
  manifestName,
} from "./manifest.js";
import { countLines } from "./whole-lines.js";

const decompress = promisify(gunzip);

/** Some rows of a table, as COPY takes them. */
export interface BackupPart {
  readonly entry: string;
  readonly lines: Buffer;
}

/**
 * Reads a backup file from one end to the other, one part in memory at a time, and compares it with its manifest.
 *
 * @param begin gets the header, which is needed before any row
 * @param take gets the parts one after another; they are checked against the manifest only when all were read
 * @returns the manifest
 * @throws BackupProblem when the file is no backup, is not complete, or is damaged
 */
export async function readBackup(
  path: string,
  begin: (header: BackupHeader) => Promise<void>,
  take: (part: BackupPart) => Promise<void>,
): Promise<BackupManifest> {
  const found = new Map<string, { rows: number; bytes: number; sha256: string }>();
  let header: BackupHeader | undefined;
  let manifest: BackupManifest | undefined;
  const tar = extract();
  const file = createReadStream(path);
  file.on("error", (error) => tar.destroy(error));
  file.pipe(tar);
  try {
    for await (const entry of tar) {
      const { name } = entry.header;
      const content = await buffer(entry);
      if (!header) {
        if (name !== headerName)
          throw new BackupProblem(`${path} is not a backup: it does not begin with ${headerName}`);
        header = parsed(backupHeader, content, path, name);
        await begin(header);
      } else if (name === manifestName) {
        manifest = parsed(backupManifest, content, path, name);
      } else {
        const sha256 = createHash("sha256").update(content).digest("hex");
        const lines = await decompress(content);
        found.set(name, { rows: countLines(lines), bytes: content.length, sha256 });
        await take({ entry: name, lines });
      }
    }
  } catch (error) {
    throw problemOf(error, path);
  } finally {
    file.destroy();
  }
  if (!header) throw new BackupProblem(`${path} is not a backup: it is empty or not a tar file`);
  if (!manifest) throw new BackupProblem(`${path} is not complete: its manifest is missing`);
  compare(path, manifest, found);
  return manifest;
}

function compare(
  path: string,
  { tables }: BackupManifest,
  found: ReadonlyMap<string, { rows: number; bytes: number; sha256: string }>,
): void {
  const parts = tables.flatMap((table) => table.parts);
  for (const { entry, rows, bytes, sha256 } of parts) {
    const part = found.get(entry);
    if (!part) throw new BackupProblem(`${path} is damaged: ${entry} is missing`);
    if (part.sha256 !== sha256 || part.bytes !== bytes || part.rows !== rows) {
      throw new BackupProblem(`${path} is damaged: ${entry} does not match the manifest`);
    }
  }
  const known = new Set(parts.map(({ entry }) => entry));
  const other = [...found.keys()].find((entry) => !known.has(entry));
  if (other) throw new BackupProblem(`${path} is damaged: ${other} is not in the manifest`);
  const wrong = tables.find((table) => table.rows !== table.parts.reduce((sum, { rows }) => sum + rows, 0));
  if (wrong) throw new BackupProblem(`${path} is damaged: the parts of ${wrong.name} do not have ${wrong.rows} rows`);
}

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

function parsed<T>(schema: Schema<T>, content: Buffer, path: string, name: string): T {
  const value: unknown = JSON.parse(content.toString("utf8"));
  const version = (value as { formatVersion?: unknown } | null)?.formatVersion;
  if (version !== 1 && typeof version === "number") {
    throw new BackupProblem(`${path} has the format ${version}, which only a newer version of Standpoint can read`);
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new BackupProblem(`${path} is not a backup: ${name} is not valid`);
  return result.data;
}

/** What a damaged file makes gunzip, the tar reader and JSON throw; errors of the database are left as they are. */
function problemOf(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof BackupProblem) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new BackupProblem(`${path} does not exist`);
  const isDamage =
    code.startsWith("Z_") ||
    error instanceof SyntaxError ||
    /^(Invalid tar|Unexpected end of data|Writable stream closed)/.test(error.message);
  if (isDamage) return new BackupProblem(`${path} is not complete or damaged: ${error.message}`);
  return error;
}
