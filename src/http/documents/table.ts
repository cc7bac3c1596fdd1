import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** A column of a table, made from a leaf of the rows' selection. */
export interface Column {
  /** The names that lead to the value, with dots: `holder.name`. */
  readonly name: string;
  /** The keys in a row's JSON that lead to the value. */
  readonly path: readonly string[];
  /** The field's description in the schema. */
  readonly description: string;
  /** The scalar or enum of the values. */
  readonly type: string;
  /** Whether a cell may hold several values. */
  readonly isList: boolean;
}

/** Where an operation's table is: the fields from the root to the list whose items are its rows. */
export interface Table {
  readonly fields: readonly FieldNode[];
  readonly columns: readonly Column[];
  /** Whether the list is that of a connection, which has pages. */
  readonly hasPages: boolean;
}

/** A field on the way to the rows, with the type that it returns. */
interface Step {
  readonly fields: readonly FieldNode[];
  readonly type: GraphQLOutputType;
  /** How many of the fields before the last are lists. */
  readonly listsAbove: number;
}

/**
 * The table of an operation: the items of its first connection, the one nearest to the root, or else of its first list of
 * objects. Undefined where it has neither.
 *
 * @param rowsPath the keys that lead to the list, where it is not the first
 */
export function tableOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  rowsPath?: readonly string[],
): Table | undefined {
  const reader = new SelectionReader(schema, document);
  const lists = reader.lists(operation, rowsPath !== undefined);
  const isAt = ({ fields }: Step): boolean => fields.map(keyOf).join(".") === rowsPath?.join(".");
  const isOfConnection = ({ fields }: Step): boolean => ["nodes", "edges"].includes(fields.at(-1)?.name.value ?? "");
  const list = rowsPath ? lists.find(isAt) : (lists.find(isOfConnection) ?? lists[0]);
  const last = list?.fields.at(-1);
  if (!list || !last?.selectionSet) return undefined;
  const columns = reader.columns(last.selectionSet, getNamedType(list.type));
  const isAtTop = list.listsAbove === 0;
  const hasPages = isAtTop && isOfConnection(list) && list.fields.length > 1;
  return { fields: list.fields, columns: distinct(columns), hasPages };
}

export const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** Reads selections through their fragments. */
class SelectionReader {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode) {
    this.#schema = schema;
    const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /**
   * The lists of objects of an operation, those nearest to the root first.
   *
   * @param nested whether with those within a list
   */
  lists({ operation, selectionSet }: OperationDefinitionNode, nested: boolean): Step[] {
    const root = this.#schema.getRootType(operation);
    const steps: Step[] = [];
    let level: Step[] = root
      ? this.#fieldsOf(selectionSet, root, true).map(([field, type]) => ({ fields: [field], type, listsAbove: 0 }))
      : [];
    while (level.length > 0) {
      steps.push(...level.filter(({ type }) => isListType(getNullableType(type)) && !isLeafType(getNamedType(type))));
      level = level
        .filter(({ type }) => nested || !isListType(getNullableType(type)))
        .flatMap(({ fields, type, listsAbove: above }) => {
          const inside = fields.at(-1)?.selectionSet;
          const listsAbove = above + (isListType(getNullableType(type)) ? 1 : 0);
          const next = inside ? this.#fieldsOf(inside, getNamedType(type), true) : [];
          return next.map(([field, fieldType]) => ({ fields: [...fields, field], type: fieldType, listsAbove }));
        });
    }
    return steps;
  }

  columns(selectionSet: SelectionSetNode, type: GraphQLNamedType): Column[] {
    return this.#fieldsOf(selectionSet, type).flatMap(([field, fieldType, description]) => {
      const named = getNamedType(fieldType);
      const isList = isListType(getNullableType(fieldType));
      const key = keyOf(field);
      if (!field.selectionSet) return [{ name: key, path: [key], description, type: named.name, isList }];
      // `nodes` and `edges { node }` are how a list is requested, not what it holds.
      const isWrapper = ["nodes", "edges", "node"].includes(field.name.value);
      return this.columns(field.selectionSet, named).map((column) => ({
        ...column,
        name: isWrapper ? column.name : `${key}.${column.name}`,
        path: [key, ...column.path],
        isList: column.isList || isList,
      }));
    });
  }

  /** @param certain whether to leave out what is selected on some types of an interface or union only */
  #fieldsOf(
    { selections }: SelectionSetNode,
    type: GraphQLNamedType,
    certain = false,
  ): (readonly [field: FieldNode, type: GraphQLOutputType, description: string])[] {
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [fieldOf(selection, type)];
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
      if (!fragment) return [];
      const on = this.#schema.getType(fragment.typeCondition?.name.value ?? type.name) ?? type;
      return certain && on !== type ? [] : this.#fieldsOf(fragment.selectionSet, on, certain);
    });
  }
}

function fieldOf(
  node: FieldNode,
  type: GraphQLNamedType,
): readonly [node: FieldNode, type: GraphQLOutputType, description: string] {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  // `__typename` is a field that no type lists.
  return field ? [node, field.type, field.description ?? ""] : [node, GraphQLString, "The name of the object's type."];
}

/** Selections on several types of a union may have the same columns. */
function distinct(columns: readonly Column[]): Column[] {
  return [...new Map(columns.map((column) => [column.name, column])).values()];
}

/** A value in the JSON of an answer. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The cell of a column in a row: several values are separated by `; `, and null is the empty text. */
export function cellOf(row: unknown, { path, isList }: Column): string {
  const values = valuesAt(row as Json, path); // what JSON.parse returned
  return isList ? values.map(textOf).join("; ") : textOf(values[0] ?? null);
}

function valuesAt(value: Json | undefined, path: readonly string[]): Json[] {
  if (value === undefined || value === null) return [];
  // An item without a value keeps its place, so that the columns of a list can be read side by side.
  if (Array.isArray(value)) return value.flatMap((item: Json) => orNull(valuesAt(item, path)));
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  return typeof value === "object" ? valuesAt((value as { readonly [key: string]: Json })[key], rest) : [];
}

const orNull = (values: Json[]): Json[] => (values.length === 0 ? [null] : values);

function textOf(value: Json): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
