import { createWriteStream } from "node:fs";
import { access, constants, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type DossierFile, missingParts } from "../import/dossier/index.js";
import { BadInput } from "./failure.js";

const reasons: Record<string, string> = {
  ENOENT: "no such file or folder",
  EACCES: "may not be read",
};

/** The files that a command names. */
export interface NamedFiles {
  readonly files: readonly DossierFile[];
  /** Removes what was kept of standard input. */
  close(): Promise<void>;
}

/**
 * Finds the files that a command names: a folder stands for its `*.dossier.yaml`, `-` for standard input.
 *
 * @throws BadInput naming every file that cannot be read
 */
export async function findDossierFiles(paths: readonly string[]): Promise<NamedFiles> {
  const folders: string[] = [];
  const close = async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  };
  try {
    const found: (DossierFile | { reason: string })[] = [];
    for (const path of new Set(paths))
      found.push(...(path === "-" ? [await standardInput(folders)] : await find(path)));
    const problems = found.flatMap((result) => ("reason" in result ? [result.reason] : []));
    if (problems.length > 0) throw new BadInput(problems.join("\n"));
    return { files: found.flatMap((result) => ("reason" in result ? [] : [result])), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** It is read more than once, so it is kept in a file. */
async function standardInput(folders: string[]): Promise<DossierFile> {
  const folder = await mkdtemp(join(tmpdir(), "standpoint-stdin-"));
  folders.push(folder);
  const location = join(folder, "input");
  await pipeline(process.stdin, createWriteStream(location));
  return { path: "(standard input)", location, size: (await stat(location)).size };
}

async function find(path: string): Promise<(DossierFile | { reason: string })[]> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await filesIn(path);
    await access(path, constants.R_OK);
    return [{ path, location: path, size: found.size }];
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? reasons[String(error.code)] : undefined;
    if (reason === undefined) throw error;
    return [{ reason: `${path}: ${reason}` }];
  }
}

async function filesIn(folder: string): Promise<(DossierFile | { reason: string })[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".dossier.yaml")).sort();
  if (names.length === 0) return [{ reason: `${folder}: has no files named *.dossier.yaml` }];
  const missing = missingParts(names);
  if (missing.length > 0) return [{ reason: `${folder}: the export is not complete: ${missing.join(", ")} missing` }];
  const files = await Promise.all(names.map((name) => find(join(folder, name))));
  return files.flat();
}
