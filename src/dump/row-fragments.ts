import { readFile } from "node:fs/promises";
import { type GraphQLSchema, Kind, parse } from "graphql";
import { type RowText, rowTextOf } from "../execution/rows.js";

/** From the sources as from the build. */
const file = new URL("../../questions/rows/rows.graphql", import.meta.url);

/** The fragments that say what a row of each type has, as text: copies of the record are made by the same. */
export const readRowFragments = (): Promise<string> => readFile(file, "utf8");

/** What each type's rows are made by, in the order of the fragments: what others refer to comes first. */
export function rowTexts(schema: GraphQLSchema, fragments: string): RowText[] {
  const document = parse(fragments);
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [rowTextOf(schema, document, definition.name.value)] : [],
  );
}
