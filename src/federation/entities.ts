import { GraphQLError } from "graphql";
import type { Context } from "../context.js";
import type { EntityTable } from "../db/entity-table.js";
import type { Entities, EntityKey } from "../graphql/field-sql.js";
import { bySlug, reference } from "../graphql/reference.js";
import { GlobalIdError, parseGlobalId } from "../record/global-id.js";

/** An entity as a gateway names it: its type and one of its keys. */
interface Representation {
  __typename: string;
  id?: unknown;
  slug?: unknown;
}

/**
 * Answers `_entities`: the entities that representations name, in their order; null for an unknown one. All of one type
 * are loaded by one statement, each once; of a type that another module owns, by none.
 *
 * @throws BAD_USER_INPUT for a representation of a type that this subgraph does not resolve, or without a key
 */
export function entitiesOf(
  tables: ReadonlyMap<string, EntityTable>,
  representations: readonly Representation[],
  context: Context,
): Promise<(object | null)[]> {
  return Promise.all(representations.map((representation) => entityOf(tables, representation, context)));
}

function entityOf(
  tables: ReadonlyMap<string, EntityTable>,
  { __typename, id, slug }: Representation,
  context: Context,
): Promise<object | null> {
  const table = tables.get(__typename);
  if (!table) throw refusal(`This subgraph resolves no entity of the type "${__typename}".`);
  if (typeof id === "string") return reference(table, uuidOf(id), context);
  if (typeof slug === "string") return bySlug(table, slug, context);
  throw refusal(`A representation of the type "${__typename}" needs a key: \`id\` or \`slug\`.`);
}

/** How the entities that representations name are found. */
export function keysOf(tables: ReadonlyMap<string, EntityTable>, representations: readonly Representation[]): Entities {
  return { kind: "entities", keys: representations.map((representation) => keyOf(tables, representation)) };
}

function keyOf(tables: ReadonlyMap<string, EntityTable>, { __typename, id, slug }: Representation): EntityKey | null {
  const table = tables.get(__typename);
  if (!table) throw refusal(`This subgraph resolves no entity of the type "${__typename}".`);
  if (typeof id === "string") {
    const uuid = uuidOf(id);
    return uuid === null ? null : { table, by: "id", value: uuid, unretracted: false };
  }
  if (typeof slug === "string") return { table, by: "slug", value: slug, unretracted: true };
  throw refusal(`A representation of the type "${__typename}" needs a key: \`id\` or \`slug\`.`);
}

/** Null for what is no global id: an entity that nobody has. */
function uuidOf(id: string): string | null {
  try {
    return parseGlobalId(id).uuid;
  } catch (error) {
    if (error instanceof GlobalIdError) return null;
    throw error;
  }
}

function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
}
