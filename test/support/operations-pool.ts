import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";
import { requiredRole } from "../../src/auth/requires-role.js";

/** What is on record for operations to name, in an order that is the same whenever the same is recorded anew. */
export interface Pool {
  /** By the names of entity types. */
  readonly slugs: ReadonlyMap<string, readonly string[]>;
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** By the names of connection types: of rows as their lists are ordered by themselves. */
  readonly cursors: ReadonlyMap<string, readonly string[]>;
  /** When this was on record: what changes later is not. */
  readonly moment: string;
}

type AnyField = GraphQLField<unknown, unknown>;
type Row = Record<string, unknown> & { __typename: string };
interface Edge {
  cursor: string;
  node: Row;
}

/** Asks every list at the root, and every list of what these list, for what is on record. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
export async function poolOf(schema: GraphQLSchema, ask: (query: string) => Promise<any>): Promise<Pool> {
  const rows = new Map<unknown, Row>();
  const edges = new Map<string, Edge[]>();
  const keep = (list: AnyField, more: readonly Edge[]): void => {
    const connection = getNamedType(list.type).name;
    edges.set(connection, [...(edges.get(connection) ?? []), ...more]);
    for (const { node } of more) if ("id" in node) rows.set(node.id, node);
  };

  for (const list of listsOf(schema.getQueryType())) {
    const { page } = await ask(`{ page: ${list.name}(first: 60) ${edgesOf(schema, list)} }`);
    keep(list, page.edges);
    for (const inner of listsOf(rowType(schema, list))) {
      const nested = `nodes { page: ${inner.name}(first: 3) ${edgesOf(schema, inner)} }`;
      const { outer } = await ask(`{ outer: ${list.name}(first: ${isComputed(inner) ? 5 : 40}) { ${nested} } }`);
      for (const { page: innerPage } of outer.nodes) keep(inner, innerPage?.edges ?? []); // a list that not every row has
    }
  }
  const cursors = [...edges].map(([connection, some]): [string, string[]] => {
    const sorted = some.sort((a, b) => (known(a.node) < known(b.node) ? -1 : 1));
    return [connection, sorted.slice(0, 60).map(({ cursor }) => cursor)];
  });
  return { cursors: new Map(cursors), moment: new Date().toISOString(), ...byType([...rows.values()]) };
}

/** Whether a list is computed from many rows for each of its parents, so that few parents can have it at once. */
const isComputed = ({ name }: AnyField): boolean => ["leanings", "agreements", "contradictions"].includes(name);

/** What is known of a row but for its id, which is another each time that the same is recorded. */
const known = ({ id: _, ...row }: Row): string => JSON.stringify(row);

function byType(rows: Row[]): Pick<Pool, "ids" | "slugs"> {
  const sorted = rows.sort((a, b) => (known(a) < known(b) ? -1 : 1));
  const types = [...new Set(sorted.map(({ __typename }) => __typename))].sort();
  const texts = (type: string, field: string): [string, string[]] => [
    type,
    sorted
      .filter((row) => row.__typename === type)
      .flatMap((row) => (typeof row[field] === "string" ? row[field] : [])),
  ];
  return {
    ids: new Map(types.map((type) => texts(type, "id"))),
    slugs: new Map(types.map((type) => texts(type, "slug")).filter(([, slugs]) => slugs.length > 0)),
  };
}

function listsOf(type: GraphQLObjectType | null | undefined): AnyField[] {
  return (
    Object.values(type?.getFields() ?? {})
      .filter((field) => getNamedType(field.type).name.endsWith("Connection"))
      .filter((field) => field.args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined))
      // What not everybody may ask for is no part of the record.
      .filter((field) => requiredRole(field) === undefined)
  );
}

/** Each row with what tells it from others whenever it is recorded: its own values and the slugs of what it refers to. */
function edgesOf(schema: GraphQLSchema, list: AnyField): string {
  const fields = Object.values(rowType(schema, list)?.getFields() ?? {})
    .filter((field) => field.args.length === 0)
    .map((field) => identifying(field));
  return `{ edges { cursor node { __typename ${fields.join(" ")} } } }`;
}

function identifying(field: AnyField): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return type.name === "DateTime" ? "" : field.name;
  if (isUnionType(type)) {
    const slugs = type.getTypes().map((member) => `... on ${member.name} { slug }`);
    return `${field.name} { ${slugs.join(" ")} }`;
  }
  return isObjectType(type) && type.getFields().slug ? `${field.name} { slug }` : "";
}

function rowType(schema: GraphQLSchema, list: AnyField): GraphQLObjectType | undefined {
  const type = schema.getType(getNamedType(list.type).name.replace(/Connection$/, ""));
  return isObjectType(type) ? type : undefined;
}
