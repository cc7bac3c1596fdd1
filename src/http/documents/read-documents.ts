import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "graphql";
import { z } from "zod";
import { hashOf } from "../../operations/documents.js";

/** A folder of persisted documents, or one of its files, that cannot be used. */
export class DocumentsProblem extends Error {
  override readonly name = "DocumentsProblem";
}

/** As `generate-persisted-query-manifest` of Apollo writes it. */
const apolloManifest = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});
/** As graphql-codegen's client preset and Relay write it. */
const textsById = z.record(z.string(), z.string());

/**
 * Reads the documents in a folder by their ids: manifests (`*.json`, in the form of Apollo's tools, of graphql-codegen or of
 * Relay), and documents by themselves (`*.graphql`), whose id is their hash.
 *
 * @throws {DocumentsProblem} naming the file, and what is wrong with it
 */
export async function readDocuments(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new DocumentsProblem(
      `Cannot read the folder of persisted documents ${folder}: ${error.code ?? error.message}`,
    );
  });
  const documents = new Map<string, string>();
  for (const name of names.filter((one) => /\.(json|graphql)$/.test(one)).sort()) {
    const path = join(folder, name);
    const text = await readFile(path, "utf8");
    const entries = name.endsWith(".json") ? fromManifest(path, text) : [[hashOf(text), text] as const];
    for (const [id, document] of entries) {
      refuseMalformed(path, id, document);
      const other = documents.get(id);
      if (other !== undefined && other !== document)
        throw new DocumentsProblem(`${path}: the id "${id}" is used for another document in another file`);
      documents.set(id, document);
    }
  }
  return documents;
}

function fromManifest(path: string, text: string): (readonly [id: string, document: string])[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DocumentsProblem(`${path}: is not JSON`);
  }
  const manifest = apolloManifest.safeParse(json);
  if (manifest.success) return manifest.data.operations.map(({ id, body }) => [id, body]);
  const texts = textsById.safeParse(json);
  if (texts.success) return Object.entries(texts.data);
  const forms = 'neither an object of documents by id nor a manifest with the format "apollo-persisted-query-manifest"';
  throw new DocumentsProblem(`${path}: is ${forms}`);
}

function refuseMalformed(path: string, id: string, document: string): void {
  try {
    parse(document, { noLocation: true });
  } catch (error) {
    throw new DocumentsProblem(`${path}: the document "${id}" is not GraphQL: ${(error as Error).message}`); // of parse
  }
}
