import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  GraphQLID,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import type { Context } from "../context.js";

/** How values of a type are written as JSON. */
export type Output = { readonly nullable: boolean; readonly type: GraphQLOutputType } & (
  | { readonly kind: "leaf"; serialize(value: unknown): unknown }
  | { readonly kind: "list"; readonly of: Output }
  | { readonly kind: "object"; readonly type: GraphQLObjectType }
  | { readonly kind: "abstract"; readonly type: GraphQLAbstractType }
);

/** A selected field of one type, with all of its nodes in the document merged. */
export interface PlannedField {
  /** Its key in the response. */
  readonly key: string;
  readonly name: string;
  /** Its number among the operation's fields. */
  readonly index: number;
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  /** Undefined for `__typename`, `__schema` and `__type`. */
  readonly definition: GraphQLField<unknown, unknown> | undefined;
  readonly output: Output;
  /** For a composite field: the selection of each of its types, added when a value of the type first occurs. */
  readonly selections: Map<GraphQLObjectType, readonly PlannedField[]>;
}

/** The outputs of the meta fields, which belong to no type. */
const outputs: Readonly<Record<string, Output>> = {
  __typename: outputOf(TypeNameMetaFieldDef.type),
  __schema: outputOf(SchemaMetaFieldDef.type),
  __type: outputOf(TypeMetaFieldDef.type),
};

function outputOf(type: GraphQLOutputType, nullable = true): Output {
  if (isNonNullType(type)) return outputOf(type.ofType, false);
  if (isListType(type)) return { kind: "list", nullable, type, of: outputOf(type.ofType) };
  if (isObjectType(type)) return { kind: "object", nullable, type };
  if (isAbstractType(type)) return { kind: "abstract", nullable, type };
  // Most leaves are strings, which need no serialization.
  const isText = type === GraphQLString || type === GraphQLID;
  const serialize = isText
    ? (value: unknown): unknown => (typeof value === "string" ? value : type.serialize(value))
    : (value: unknown): unknown => type.serialize(value);
  return { kind: "leaf", nullable, type, serialize };
}

/**
 * The selection of an operation, for one set of conditions (the variables in `@skip` and `@include`). It grows during
 * execution, when the types of interfaces and unions occur. All requests of the same form share it.
 */
export class Plan {
  readonly root: readonly PlannedField[];
  #size = 0;

  constructor(
    readonly schema: GraphQLSchema,
    readonly operation: OperationDefinitionNode,
    readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    rootType: GraphQLObjectType,
    conditions: Readonly<Record<string, unknown>>,
  ) {
    const { selectionSet } = operation;
    this.root = this.#planned(rootType, collectFields(schema, fragments, conditions, rootType, selectionSet));
  }

  /** How many fields are planned so far. */
  get size(): number {
    return this.#size;
  }

  /** The selection of a type that a composite field returns. The variables must have the plan's conditions. */
  selection(
    field: PlannedField,
    type: GraphQLObjectType,
    variables: Readonly<Record<string, unknown>>,
  ): readonly PlannedField[] {
    const cached = field.selections.get(type);
    if (cached) return cached;
    const planned = this.#planned(type, collectSubfields(this.schema, this.fragments, variables, type, field.nodes));
    field.selections.set(type, planned);
    return planned;
  }

  #planned(type: GraphQLObjectType, collected: ReadonlyMap<string, readonly FieldNode[]>): PlannedField[] {
    const definitions = type.getFields();
    return [...collected].flatMap(([key, nodes]) => {
      const name = nodes[0]?.name.value ?? "";
      const definition = definitions[name];
      const output = outputs[name] ?? (definition && outputOf(definition.type));
      if (!output) return [];
      const index = this.#size++;
      return [{ key, name, index, nodes, definition, output, parentType: type, selections: new Map() }];
    });
  }
}

/** A request, and what its plan is. */
export interface Request {
  readonly plan: Plan;
  readonly variables: Record<string, unknown>;
  readonly context: Context;
}
