import { readdir, readFile } from "node:fs/promises";
import type { Env } from "../../env.js";
import { DocumentsProblem, readDocuments } from "../../http/documents/read-documents.js";
import type { Example } from "../../http/playground/start.js";
import type { DocumentOptions } from "../../operations/documents.js";
import { BadInput } from "../terminal/exit-codes.js";

/** Beside the sources and beside the build. */
const standard = new URL("../../../questions/", import.meta.url);

/**
 * The standard questions, in the order of their file names. Each begins with a comment that says the question; another one,
 * `# Rows: a.b.nodes`, may say which list is its table.
 */
export async function readQuestions(folder: URL = standard): Promise<Example[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".graphql")).sort();
  return Promise.all(
    files.map(async (file) => {
      const query = await readFile(new URL(file, folder), "utf8");
      const name = file.replace(/^\d+-|\.graphql$/g, "");
      const rows = /^# Rows: (\S+)$/m.exec(query)?.[1]?.split(".");
      return { name, title: /^# (.+)$/m.exec(query)?.[1] ?? name, query, rows };
    }),
  );
}

/**
 * Which documents the server takes, as the environment says.
 *
 * @throws {BadInput} when the folder, or a file in it, cannot be used
 */
export async function documentsFrom({ documents, documentsMode: mode }: Env): Promise<DocumentOptions> {
  if (documents === undefined) return { mode, byId: new Map() };
  try {
    return { mode, byId: await readDocuments(documents) };
  } catch (error) {
    if (error instanceof DocumentsProblem) throw new BadInput(error.message);
    throw error;
  }
}
