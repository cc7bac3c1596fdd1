import { type ConstDirectiveNode, type DocumentNode, Kind, parse, print, visit } from "graphql";

/**
 * The supergraph for Hive Gateway to plan with: of the keys that a type has in a subgraph, the first, which each has
 * everywhere. For a second one Hive Gateway takes a subgraph twice, and then asks one for what the other has answered:
 * a third of all questions to subgraphs.
 */
export function planningSupergraph(supergraph: string): DocumentNode {
  return visit(parse(supergraph, { noLocation: true }), {
    [Kind.OBJECT_TYPE_DEFINITION](type) {
      const graphs = new Set<string>();
      return { ...type, directives: type.directives?.filter((directive) => isFirstKey(directive, graphs)) };
    },
  });
}

/** The names of all fields that are part of a key in a supergraph. */
export function keyFieldsOf(supergraph: string): Set<string> {
  const names = new Set<string>();
  visit(parse(supergraph, { noLocation: true }), {
    [Kind.DIRECTIVE]({ name, arguments: given = [] }) {
      const key = name.value === "join__type" && given.find((argument) => argument.name.value === "key")?.value;
      if (key && key.kind === Kind.STRING) for (const [field] of key.value.matchAll(/\w+/g)) names.add(field);
    },
  });
  return names;
}

function isFirstKey({ name, arguments: given = [] }: ConstDirectiveNode, graphs: Set<string>): boolean {
  if (name.value !== "join__type" || !given.some((argument) => argument.name.value === "key")) return true;
  const graph = given.find((argument) => argument.name.value === "graph");
  const known = graphs.size;
  return graphs.add(graph ? print(graph.value) : "").size > known;
}
