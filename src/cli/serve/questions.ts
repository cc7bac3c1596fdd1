import { readFile } from "node:fs/promises";
import type { Env } from "../../env.js";
import { DocumentsProblem, readDocuments } from "../../http/documents/read-documents.js";
import type { EmptyAnswer, Example } from "../../http/playground/start.js";
import type { DocumentOptions } from "../../operations/documents.js";
import { BadInput } from "../terminal/exit-codes.js";
import type { ManifestEntry } from "./question-manifest.js";

/** Beside the sources and beside the build. */
const standard = new URL("../../../questions/", import.meta.url);

/** Shown in the playground where a question has nothing but empty lists and nulls for an answer. */
const whenEmpty: EmptyAnswer = {
  probe: "{ actors(first: 1) { nodes { slug } } proposals(first: 1) { nodes { slug } } }",
  nothingRecorded:
    "Nothing is imported yet. `npx standpoint seed` records the dossiers and votes that come with Standpoint; " +
    "`npx standpoint import un-votes FOLDER` records all votes of the General Assembly (docs/un-votes.md).",
  otherwise:
    "The record has nothing on this. The standard questions are about the dossiers that come with Standpoint: " +
    "where they are missing, `npx standpoint seed` adds them.",
};

/** The standard questions of a folder, as its manifest lists them. */
export async function readQuestions(folder: URL = standard): Promise<Example[]> {
  const { questions } = JSON.parse(await readFile(new URL("manifest.json", folder), "utf8")) as Manifest;
  return Promise.all(
    questions.map(async ({ name, title, group, file, rows }) => {
      const query = await readFile(new URL(file, folder), "utf8");
      return { name, title, group, query, rows, whenEmpty };
    }),
  );
}

/** A test compares the committed file with this. */
interface Manifest {
  readonly questions: readonly ManifestEntry[];
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
