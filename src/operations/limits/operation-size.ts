import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from "graphql";
import { defaultPage, largestPage } from "../../graphql/connection/connection-args.js";
import { workOf } from "../../graphql/work.js";
import { heavier, nested, type Share } from "./share.js";

/**
 * The number of rows that a connection field requests by `first` or `last`, as a literal or a variable. A number above the
 * limit of a page is refused elsewhere, with an error that names the argument.
 */
function pageSize(field: FieldNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): number {
  const sizes = (field.arguments ?? [])
    .filter((argument) => argument.name.value === "first" || argument.name.value === "last")
    .map((argument) => countOf(argument.value, operation, variables))
    .filter((size) => size !== undefined);
  return Math.min(sizes.length > 0 ? Math.max(0, ...sizes) : defaultPage, largestPage);
}

function countOf(
  value: ValueNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number | undefined {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind !== Kind.VARIABLE) return undefined;
  const variable = variables[value.name.value];
  if (typeof variable === "number") return variable;
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === value.name.value);
  return variable === undefined && definition?.defaultValue
    ? countOf(definition.defaultValue, operation, variables)
    : undefined;
}

/** The size of an operation. `objects` and `work` are estimates: see `measureOperation`. */
export interface OperationSize {
  depth: number;
  aliases: number;
  rootFields: number;
  objects: number;
  /** Milliseconds of database time. */
  work: number;
  /** The field with the most objects, without those of its nested fields; undefined if there are none. */
  mostObjects?: Share | undefined;
  /** The field with the most work, in the same way. */
  mostWork?: Share | undefined;
}

/** The work of a field without those nested under it. */
interface OwnWork {
  readonly work: number;
  /** The argument whose conditions select too many rows, if that causes the work. */
  readonly filter?: string;
  /** Whether `totalCount` counts many rows. */
  readonly isCounted?: boolean;
}

const nothing: Readonly<OperationSize> = { depth: 0, aliases: 0, rootFields: 0, objects: 0, work: 0 };

/** Milliseconds of work to read and send one object. */
const workOfObject = 0.03;

/** The assumed length of a list without pages, which only the data shows. */
const unpagedListSize = 5;

/**
 * Measures a valid operation. `objects` is how many objects it returns if every page is full: a connection counts its
 * `first` or `last` (default 25), any other list 5, multiplied along the nesting; the objects of connections
 * and edges cost nothing. `work` is the declared time of fields (see Work), multiplied in the same way, and a little for each object.
 *
 * Every fragment is measured once, so the time is linear in the document, however the fragments nest.
 * Rejected: graphql-armor, which does not read variables and has no error codes; and graphql-query-complexity, which
 * measures a fragment again at each use.
 */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): OperationSize {
  const root = schema.getRootType(operation.operation);
  if (!root) return nothing;
  const measured = new Map<string, OperationSize>();
  const size = ofSelectionSet(operation.selectionSet, root);
  return { ...size, work: Math.ceil(size.work + workOfObject * size.objects) };

  function ofSelectionSet(set: SelectionSetNode, parent: GraphQLCompositeType): OperationSize {
    const total: OperationSize = { ...nothing };
    for (const selection of set.selections) {
      const size = ofSelection(selection, parent);
      total.depth = Math.max(total.depth, size.depth);
      total.aliases += size.aliases;
      total.rootFields += size.rootFields;
      total.objects += size.objects;
      total.work += size.work;
      total.mostObjects = heavier(total.mostObjects, size.mostObjects);
      total.mostWork = heavier(total.mostWork, size.mostWork);
    }
    return total;
  }

  function ofSelection(selection: SelectionNode, parent: GraphQLCompositeType): OperationSize {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    return ofSelectionSet(selection.selectionSet, conditionType(selection.typeCondition?.name.value) ?? parent);
  }

  function ofFragment(name: string): OperationSize {
    const cached = measured.get(name);
    if (cached) return cached;
    const fragment = document.definitions.find(
      (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name,
    );
    const type = fragment?.kind === Kind.FRAGMENT_DEFINITION && conditionType(fragment.typeCondition.name.value);
    if (!type || fragment.kind !== Kind.FRAGMENT_DEFINITION) return nothing;
    const size = ofSelectionSet(fragment.selectionSet, type);
    measured.set(name, size);
    return size;
  }

  function conditionType(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  function ofField(field: FieldNode, parent: GraphQLCompositeType): OperationSize {
    const aliases = field.alias ? 1 : 0;
    const definition = isUnionType(parent) ? undefined : parent.getFields()[field.name.value];
    const type = definition && getNamedType(definition.type);
    // A leaf, or introspection: __schema, __type and __typename are not fields of a type.
    if (!definition || !isCompositeType(type) || !field.selectionSet)
      return { depth: 1, aliases, rootFields: 1, objects: 0, work: 0 };
    const inner = ofSelectionSet(field.selectionSet, type);
    const ownObjects = objectsOf(field, definition, parent, type, 0);
    const fieldWork = ownWork(field, definition);
    const rows = rowsOf(field, definition, parent, type);
    const isPage = isConnection(type);
    const share = (amount: number, work: Partial<OwnWork>): Share => ({
      path: [(field.alias ?? field.name).value],
      amount,
      rows: undefined,
      isRowsOfConnection: isConnection(parent) && isListType(getNullableType(definition.type)),
      filter: work.filter,
      isCounted: work.isCounted ?? false,
    });
    return {
      depth: inner.depth + 1,
      aliases: aliases + inner.aliases,
      rootFields: 1,
      objects: objectsOf(field, definition, parent, type, inner.objects),
      work: fieldWork.work + rows * inner.work,
      mostObjects: heavier(share(ownObjects, {}), nested(field, inner.mostObjects, rows, isPage)),
      mostWork: heavier(
        share(fieldWork.work + workOfObject * ownObjects, fieldWork),
        nested(field, inner.mostWork, rows, isPage),
      ),
    };
  }

  /** The number of times that the fields nested in a field are requested. */
  function rowsOf(
    field: FieldNode,
    definition: GraphQLField<unknown, unknown>,
    parent: GraphQLCompositeType,
    type: GraphQLCompositeType,
  ): number {
    if (isConnection(type)) return pageSize(field, operation, variables);
    return !isConnection(parent) && isListType(getNullableType(definition.type)) ? unpagedListSize : 1;
  }

  function ownWork(field: FieldNode, definition: GraphQLField<unknown, unknown>): OwnWork {
    const { read = 0, wide: usual = 0, by = "where", always = false, wideWith = {} } = workOf(definition);
    if (usual === 0) return { work: read };
    const argumentOf = (wanted: string): unknown => {
      const argument = field.arguments?.find(({ name }) => name.value === wanted);
      return argument && valueFromASTUntyped(argument.value, variables);
    };
    const wide = Math.max(
      usual,
      ...Object.entries(wideWith).map(([name, work]) => (argumentOf(name) == null ? 0 : work)),
    );
    const conditions = argumentOf(by);
    const { rows, count } = requested(field, definition);
    const isWide = isGiven(conditions) ? !namesWhatItMeans(conditions) : always;
    const countsAll = !isGiven(conditions) && by === "where";
    const isCounted = count && (isWide || countsAll);
    const passes = Number(isWide && rows) + Number(isCounted);
    return { work: read + passes * wide, isCounted, ...(isWide && { filter: by }) };
  }

  /** The requested parts of a list: its rows, their number, or both, which are two queries. A fragment can contain either. */
  function requested(field: FieldNode, { type }: GraphQLField<unknown, unknown>): { rows: boolean; count: boolean } {
    const named = getNamedType(type);
    if (!isCompositeType(named) || !isConnection(named)) return { rows: true, count: false };
    const names = (field.selectionSet?.selections ?? []).map((one) =>
      one.kind === Kind.FIELD ? one.name.value : undefined,
    );
    return {
      rows: names.some((name) => name !== "totalCount") && pageSize(field, operation, variables) > 0,
      count: names.some((name) => name === undefined || name === "totalCount"),
    };
  }

  function objectsOf(
    field: FieldNode,
    definition: GraphQLField<unknown, unknown>,
    parent: GraphQLCompositeType,
    type: GraphQLCompositeType,
    inner: number,
  ): number {
    if (isConnection(type)) return 1 + pageSize(field, operation, variables) * inner;
    // The connection has multiplied already; `edges` counts its rows, so `node` below it must not.
    if (isConnection(parent)) return isListType(getNullableType(definition.type)) ? 1 + inner : inner;
    if (isEdge(parent)) return inner;
    return isListType(getNullableType(definition.type)) ? unpagedListSize * (1 + inner) : 1 + inner;
  }
}

/** Whether there are conditions. Null, and an object with only nulls, is not a condition. */
const isGiven = (conditions: unknown): conditions is object =>
  typeof conditions === "object" && conditions !== null && Object.values(conditions).some(isCondition);
const isCondition = (value: unknown): boolean => (typeof value === "object" ? isGiven(value) : value !== undefined);

/** Whether a filter matches few rows, since it names entities by slug. Each alternative of an `or` must; a `not` never does. */
function namesWhatItMeans(filter: object): boolean {
  return Object.entries(filter).some(([name, value]: [string, unknown]) => {
    if (!isGiven(value) || name === "not") return false;
    if (name === "or") return Array.isArray(value) && value.every((one) => isGiven(one) && namesWhatItMeans(one));
    if (Array.isArray(value)) return name === "slugs" || name === "ids";
    return namesWhatItMeans(value);
  });
}

/** Relay: a type whose name ends in Connection is a connection. */
const isConnection = (type: GraphQLCompositeType): boolean => type.name.endsWith("Connection");
const isEdge = (type: GraphQLCompositeType): boolean => type.name.endsWith("Edge");
