import { readFile } from "node:fs/promises";

const file = new URL("../../schema/supergraph.graphql", import.meta.url);

/**
 * The committed definition of the supergraph. A server reads it instead of composing the subgraphs, which takes a
 * second; a test compares the file with the composition.
 */
export const readSupergraph = (): Promise<string> => readFile(file, "utf8");
