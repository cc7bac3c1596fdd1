import { Kind, parse, valueFromASTUntyped } from "graphql";

/** The subgraphs of a supergraph, by name, with the address of each, from its enum `join__Graph`. */
export function subgraphsOf(supergraph: string): Map<string, string> {
  const graphs = parse(supergraph, { noLocation: true }).definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === "join__Graph",
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION)
    throw new Error("This is not a supergraph: it has no enum join__Graph");
  return new Map(
    graphs.values?.map(({ directives }) => {
      const graph = directives?.find(({ name }) => name.value === "join__graph");
      const entries = graph?.arguments?.map(({ name, value }) => [name.value, String(valueFromASTUntyped(value))]);
      const { name = "", url = "" } = Object.fromEntries(entries ?? []);
      return [name, url];
    }),
  );
}
