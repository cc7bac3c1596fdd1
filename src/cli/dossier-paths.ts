import { readFile, stat } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { type DossierFile, largestFile } from "../import/dossier/index.js";
import { BadInput } from "./failure.js";

const reasons: Record<string, string> = {
  ENOENT: "no such file",
  EISDIR: "is a folder: name its files, as in seeds/*.dossier.yaml",
  EACCES: "may not be read",
};

/**
 * Reads the files that a command names; `-` is standard input.
 *
 * @throws BadInput naming every file that cannot be read
 */
export async function readDossierFiles(paths: readonly string[]): Promise<DossierFile[]> {
  const read = await Promise.all([...new Set(paths)].map(readOne));
  const reasonsFound = read.flatMap((result) => ("reason" in result ? [result.reason] : []));
  if (reasonsFound.length > 0) throw new BadInput(reasonsFound.join("\n"));
  return read.flatMap((result) => ("text" in result ? [result] : []));
}

async function readOne(path: string): Promise<DossierFile | { reason: string }> {
  try {
    if (path !== "-" && (await stat(path)).size > largestFile) return { reason: `${path}: ${tooLarge}` };
    const bytes = path === "-" ? await buffer(process.stdin) : await readFile(path);
    return {
      path: path === "-" ? "(standard input)" : path,
      text: new TextDecoder("utf-8", { fatal: true }).decode(bytes),
    };
  } catch (error) {
    const reason = failureOf(error);
    if (reason === undefined) throw error;
    return { reason: `${path}: ${reason}` };
  }
}

const tooLarge = "is larger than 20 MB: split it, one import takes any number of files";

function failureOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  if (error.code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "is not text in UTF-8";
  return reasons[String(error.code)];
}
