import { access, constants, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type DossierFile, missingParts, TemporaryFile } from "../../import/dossier/index.js";
import { BadInput } from "../terminal/exit-codes.js";
import type { Terminal } from "../terminal/terminal.js";

const reasons: Record<string, string> = {
  ENOENT: "no such file or folder",
  EACCES: "cannot be read: permission denied",
};

/** The files that a command names. */
export interface NamedFiles {
  readonly files: readonly DossierFile[];
  /** Removes what was kept of standard input. */
  close(): void;
}

/**
 * Finds the files that a command names: a folder stands for its `*.dossier.yaml`, `-` for standard input.
 *
 * @param signal ends the reading of standard input
 * @throws BadInput naming every file that cannot be read
 */
export async function findDossierFiles(
  paths: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<NamedFiles> {
  const copies: TemporaryFile[] = [];
  const close = () => {
    for (const copy of copies) copy.close();
  };
  try {
    const found: (DossierFile | { reason: string })[] = [];
    for (const path of new Set(paths))
      found.push(...(path === "-" ? [await standardInput(copies, terminal.input(signal))] : await find(path)));
    const problems = found.flatMap((result) => ("reason" in result ? [result.reason] : []));
    if (problems.length > 0) throw new BadInput(problems.join("\n"));
    return { files: found.flatMap((result) => ("reason" in result ? [] : [result])), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** It is read more than once, so it is kept in a file. */
async function standardInput(copies: TemporaryFile[], input: AsyncIterable<Uint8Array>): Promise<DossierFile> {
  const location = new TemporaryFile();
  copies.push(location);
  for await (const bytes of input) location.append(bytes);
  return { path: "(standard input)", location, size: location.size };
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
