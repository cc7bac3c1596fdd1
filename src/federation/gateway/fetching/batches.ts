import {
  type ConstDirectiveNode,
  type FragmentDefinitionNode,
  Kind,
  type NameNode,
  OperationTypeNode,
  parseType,
  print,
  type SelectionNode,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
  visit,
} from "graphql";
import { type EntitiesFetch, fragmentsIn, operationOf, type Path, type RootFetch, type Stage } from "./fetches.js";

/** Entities that are requested under one name. */
export interface Entities extends EntitiesFetch {
  /** The name in the answer, and the variable with the representations. */
  readonly name: string;
}

/** One question to one subgraph. */
export type Batch = RootFetch | EntitiesBatch;

export interface EntitiesBatch {
  readonly subgraph: string;
  readonly kind: OperationTypeNode.QUERY;
  readonly query: string;
  readonly variables: readonly string[];
  readonly entities: readonly Entities[];
}

/**
 * The questions of a plan, as few as its stages allow: what nothing waits for is asked later, together with what is asked of the
 * same subgraph then, since a question costs more than its entities. What is asked in the same words is asked once.
 */
export function batchesOf(stages: readonly Stage[]): Batch[][] {
  const moved = stages.map(({ roots, entities }) => ({ roots, entities: [...entities] }));
  for (const [at, { entities }] of moved.entries()) {
    for (const fetch of [...entities]) {
      const later = laterStage(moved, at, fetch);
      if (later === undefined) continue;
      entities.splice(entities.indexOf(fetch), 1);
      moved[later]?.entities.push(fetch);
    }
  }
  return moved
    .map(({ roots, entities }) => {
      const subgraphs = [...new Set(entities.map(({ subgraph }) => subgraph))];
      return [
        ...roots,
        ...subgraphs.map((subgraph) => batchOf(entities.filter((fetch) => fetch.subgraph === subgraph))),
      ];
    })
    .filter((batches) => batches.length > 0);
}

/** The next stage in which the same subgraph is asked, if nothing up to there needs what the fetch brings. */
function laterStage(stages: readonly Stage[], at: number, fetch: EntitiesFetch): number | undefined {
  for (let later = at + 1; later < stages.length; later += 1) {
    const { roots, entities } = stages[later] as Stage; // it is one of them
    // A root field in a later stage is a mutation, before which the entities are to be read.
    if (roots.length > 0 || entities.some((other) => needs(other, fetch))) return undefined;
    if (entities.some(({ subgraph }) => subgraph === fetch.subgraph)) return later;
  }
  return undefined;
}

/** Whether a fetch is about what another one brings, which is nested under what that one is about. */
function needs(fetch: EntitiesFetch, other: EntitiesFetch): boolean {
  return fetch.targets.some((path) => other.targets.some((outer) => isNestedUnder(fieldsOf(path), fieldsOf(outer))));
}

const fieldsOf = (path: Path) => path.filter((segment) => typeof segment === "string");

function isNestedUnder(path: readonly string[], outer: readonly string[]): boolean {
  return path.length > outer.length && outer.every((field, index) => path[index] === field);
}

function batchOf(fetches: readonly EntitiesFetch[]): EntitiesBatch {
  const merged = new Map<string, EntitiesFetch>();
  for (const fetch of fetches) {
    const words = [fetch.selection, ...fragmentsIn(fetch)].map((node) => print(node)).join("\n");
    const same = merged.get(words);
    merged.set(words, same ? { ...same, targets: [...same.targets, ...fetch.targets] } : fetch);
  }
  const entities = [...merged.values()].map((fetch, index) => ({ ...fetch, name: `_${index}` }));
  const variables = new Map(
    entities.flatMap(({ variables, document }) =>
      (operationOf(document).variableDefinitions ?? [])
        .filter(({ variable }) => variables.includes(variable.name.value))
        .map((definition) => [definition.variable.name.value, definition] as const),
    ),
  );
  const definitions = [...entities.map(({ name }) => representations(name)), ...variables.values()];
  const fragments = entities.flatMap((one) => fragmentsIn(one).map((fragment) => named(fragment, one.name)));
  const operation = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: definitions,
    selectionSet: { kind: Kind.SELECTION_SET, selections: entities.map(entitiesField) },
  } as const;
  return {
    subgraph: fetches[0]?.subgraph ?? "",
    kind: OperationTypeNode.QUERY,
    query: stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments] })),
    variables: [...variables.keys()],
    entities,
  };
}

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });
const noDirectives: ConstDirectiveNode[] = [];

function representations(name: string): VariableDefinitionNode {
  const variable = { kind: Kind.VARIABLE, name: nameNode(name) } as const;
  return { kind: Kind.VARIABLE_DEFINITION, variable, type: parseType("[_Any!]!"), directives: noDirectives };
}

function entitiesField({ name, selection }: Entities): SelectionNode {
  return {
    kind: Kind.FIELD,
    alias: nameNode(name),
    name: nameNode("_entities"),
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: nameNode("representations"),
        value: { kind: Kind.VARIABLE, name: nameNode(name) },
      },
    ],
    selectionSet: named(selection, name),
  };
}

/** With the names of fragments made apart from those of other documents. */
function named<Node extends SelectionNode | FragmentDefinitionNode | Entities["selection"]>(
  node: Node,
  suffix: string,
): Node {
  const rename = (one: { readonly name: NameNode }) => ({ ...one, name: nameNode(`${one.name.value}${suffix}`) });
  return visit(node, { FragmentSpread: rename, FragmentDefinition: rename });
}
