import { GraphQLError } from "graphql";
import { entityKeyField, readEntityKey } from "../graphql/entity-key.js";
import type { EntityTable } from "../graphql/entity-table.js";
import { type Entities, EntityKey } from "../graphql/field-sql.js";
import { DateTime } from "../graphql/scalars/date-time.js";
import { readGlobalId } from "../record/global-id.js";

/** An entity as a gateway names it: its type and its key (see entity-key.ts). */
interface Representation {
  readonly __typename: unknown;
  readonly [entityKeyField]: unknown;
}

/**
 * Finds the entities of representations, in their order. One query loads all entities of one type and moment, each once.
 *
 * @throws BAD_USER_INPUT for a representation of a type that this subgraph does not resolve, or without a key
 */
export function entitiesOf(
  tables: ReadonlyMap<string, EntityTable>,
  representations: readonly Partial<Representation>[],
): Entities {
  return { kind: "entities", keys: representations.map((given) => keyOf(tables, given)) };
}

/** Null for an entity that does not exist. */
function keyOf(tables: ReadonlyMap<string, EntityTable>, given: Partial<Representation>): EntityKey | null {
  const { __typename, [entityKeyField]: key } = given;
  if (typeof __typename !== "string" || typeof key !== "string")
    throw refusal(`A representation of an entity needs \`__typename\` and \`${entityKeyField}\`.`);
  const table = tables.get(__typename);
  if (!table) throw refusal(`This subgraph resolves no entity of the type "${__typename}".`);
  const { id, knownAt } = readEntityKey(key);
  const read = readGlobalId(id);
  if ("reason" in read) return null;
  return new EntityKey(table, "id", read.uuid, false, knownAt === undefined ? undefined : momentIn(knownAt));
}

function momentIn(text: string): string {
  try {
    return DateTime.parseValue(text).exact;
  } catch {
    throw refusal(`The key of an entity contains an invalid time: ${JSON.stringify(text.slice(0, 60))}.`);
  }
}

function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
}
