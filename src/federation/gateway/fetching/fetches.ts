import type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from "@graphql-hive/router-query-planner";
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  visit,
} from "graphql";

/** The way from the root of the data to some objects: field names, and the types that an object must be of. Lists are passed through. */
export type Path = readonly (string | ReadonlySet<string>)[];

/** Gives a property of what a subgraph answers another name: the planner renames fields that would not merge. */
export interface Renaming {
  readonly path: Path;
  readonly to: string;
}

/** What is asked of root fields. */
export interface RootFetch {
  readonly subgraph: string;
  readonly kind: OperationTypeNode;
  readonly query: string;
  /** The names of the client's variables in it. */
  readonly variables: readonly string[];
  readonly renamings: readonly Renaming[];
  /** The properties that it adds to the data. */
  readonly keys: ReadonlySet<string>;
}

/** What is asked of the entities at some places of the data. */
export interface EntitiesFetch {
  readonly subgraph: string;
  readonly targets: readonly Path[];
  /** The fields that name an entity, by its type. */
  readonly requires: ReadonlyMap<string, readonly string[]>;
  readonly selection: SelectionSetNode;
  /** The document that the selection is from, with its fragments and variables. */
  readonly document: DocumentNode;
  readonly variables: readonly string[];
  readonly renamings: readonly Renaming[];
  /** The properties that it adds to each entity. */
  readonly keys: ReadonlySet<string>;
}

/** Fetches that need nothing of each other. */
export interface Stage {
  readonly roots: RootFetch[];
  readonly entities: EntitiesFetch[];
}

/**
 * The fetches of a query plan in stages, each of which needs only what the ones before it brought.
 *
 * @throws for a kind of node that the planner has no reason for, given our supergraph and plain documents
 */
export function stagesOf(schema: GraphQLSchema, plan: PlanNode | undefined): Stage[] {
  const stages: Stage[] = [];
  if (plan) place(plan, 0, []);
  return stages;

  /** Places what a node holds, from a stage on; returns the stage after it. */
  function place(node: PlanNode, from: number, path: readonly FlattenNodePathSegment[]): number {
    if (node.kind === "Sequence") return node.nodes.reduce((at, inner) => place(inner, at, path), from);
    if (node.kind === "Parallel") return Math.max(from, ...node.nodes.map((inner) => place(inner, from, path)));
    if (node.kind === "Flatten") return place(node.node, from, node.path);
    const stage = stages[from] ?? { roots: [], entities: [] };
    stages[from] = stage;
    if (node.kind === "BatchFetch") addBatch(stage, node);
    else if (node.kind === "Fetch") addFetch(stage, node, path);
    // The planner leaves out of which kind it is.
    else if (node.kind === "Subscription") addFetch(stage, node.primary, path);
    else throw new Error(`The planner made a ${node.kind}`);
    return from + 1;
  }

  function addBatch(
    { entities }: Stage,
    { serviceName, operation, entityBatch, variableUsages }: BatchFetchNode,
  ): void {
    const document = parse(operation, { noLocation: true });
    for (const alias of entityBatch.aliases) entities.push(entitiesFetch(serviceName, document, alias, variableUsages));
  }

  function addFetch({ roots, entities }: Stage, node: FetchNode, path: readonly FlattenNodePathSegment[]): void {
    const { serviceName, operation: query, requires, inputRewrites, outputRewrites, variableUsages = [] } = node;
    const document = parse(query, { noLocation: true });
    if (requires) {
      const alias = { alias: "_entities", representationsVariableName: "", paths: [[...path]], requires };
      const rewrites = { inputRewrites, outputRewrites };
      entities.push(entitiesFetch(serviceName, document, { ...alias, ...rewrites }, variableUsages));
      return;
    }
    roots.push({
      subgraph: serviceName,
      kind: (node.operationKind as OperationTypeNode | undefined) ?? OperationTypeNode.QUERY,
      query,
      variables: variableUsages,
      renamings: renamingsOf(outputRewrites),
      keys: keysOf(document, operationOf(document).selectionSet),
    });
  }

  function entitiesFetch(
    subgraph: string,
    document: DocumentNode,
    { alias, paths, requires, inputRewrites = [], outputRewrites }: EntityBatchAlias,
    variables: readonly string[] = [],
  ): EntitiesFetch {
    if (inputRewrites.length > 0) throw new Error("The planner rewrites representations");
    const field = operationOf(document).selectionSet.selections.find(
      (node): node is FieldNode => node.kind === Kind.FIELD && (node.alias ?? node.name).value === alias,
    );
    if (!field?.selectionSet) throw new Error(`The planner asks for no entities under ${alias}`);
    return {
      subgraph,
      targets: paths.map((path) => path.flatMap(segmentOf)),
      requires: new Map(requires.map(requiredOf)),
      selection: field.selectionSet,
      document,
      variables,
      renamings: renamingsOf(outputRewrites),
      keys: keysOf(document, field.selectionSet),
    };
  }

  function segmentOf(segment: FlattenNodePathSegment): Path {
    if (segment === "@") return [];
    return "Field" in segment ? [segment.Field] : [typesOf(segment.TypeCondition)];
  }

  function typesOf(names: readonly string[]): ReadonlySet<string> {
    const possible = names.flatMap((name) => {
      const type = schema.getType(name);
      return isAbstractType(type) ? schema.getPossibleTypes(type).map((object) => object.name) : [name];
    });
    return new Set(possible);
  }

  function renamingsOf(rewrites: readonly FetchRewrite[] = []): Renaming[] {
    return rewrites.map((rewrite) => {
      if (!("KeyRenamer" in rewrite)) throw new Error("The planner sets values in what a subgraph answers");
      const { path, renameKeyTo } = rewrite.KeyRenamer;
      return { path: path.map((one) => ("Key" in one ? one.Key : typesOf(one.TypenameEquals))), to: renameKeyTo };
    });
  }
}

/** Our entities have one key each, of plain fields. */
function requiredOf(required: RequiresSelection): [type: string, fields: string[]] {
  if (required.kind !== "InlineFragment") throw new Error("The planner requires more than the key of an entity");
  const fields = required.selections.map((field) => {
    if (field.kind !== "Field" || field.selections) throw new Error("The planner requires more than plain fields");
    return field.name;
  });
  return [required.typeCondition, fields.filter((name) => name !== "__typename")];
}

export function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error("The planner made a document without an operation");
  return operation;
}

/** The names in the answer of all fields at the top of a selection, in fragments too. */
function keysOf(document: DocumentNode, { selections }: SelectionSetNode): Set<string> {
  const keys = selections.flatMap((node): string[] => {
    if (node.kind === Kind.FIELD) return [(node.alias ?? node.name).value];
    if (node.kind === Kind.INLINE_FRAGMENT) return [...keysOf(document, node.selectionSet)];
    const fragment = fragmentsOf(document).find(({ name }) => name.value === node.name.value);
    return fragment ? [...keysOf(document, fragment.selectionSet)] : [];
  });
  return new Set(keys);
}

export const fragmentsOf = (document: DocumentNode): FragmentDefinitionNode[] =>
  document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);

/** The fragments that a selection uses, itself or by others. */
export function fragmentsIn({ document, selection }: EntitiesFetch): FragmentDefinitionNode[] {
  const used = new Set<FragmentDefinitionNode>();
  const waiting: (SelectionSetNode | FragmentDefinitionNode)[] = [selection];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    visit(next, {
      FragmentSpread({ name }) {
        const fragment = fragmentsOf(document).find((one) => one.name.value === name.value);
        if (!fragment || used.has(fragment)) return;
        used.add(fragment);
        waiting.push(fragment);
      },
    });
  }
  return [...used];
}
