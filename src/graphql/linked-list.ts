import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../context.js";
import type { EntityTable } from "../db/entity-table.js";
import { type Link, type Linked, readLinked } from "../db/links.js";
import type { Later } from "./later.js";
import { fieldLoader } from "./per-request.js";

/** The entities linked to one parent of a field, with what the links tell; one statement for all parents of the field. */
export function linkedList<T extends { uuid: string }, Columns = object>(
  { context, info }: { context: Context; info: GraphQLResolveInfo },
  parent: string,
  target: EntityTable<T>,
  link: Link,
): Later<Linked<T, Columns>[]> {
  const load = (parents: readonly string[]) => readLinked<T, Columns>(context.database, target, link, parents);
  return fieldLoader(context, info, load).load(parent);
}

/** As `linkedList`, only the entities. */
export function linkedEntities<T extends { uuid: string }>(
  request: { context: Context; info: GraphQLResolveInfo },
  parent: string,
  target: EntityTable<T>,
  link: Link,
): Later<T[]> {
  return linkedList(request, parent, target, link).map((links) => links.map(({ node }) => node));
}
