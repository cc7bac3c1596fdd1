import { isAmong } from "../../db/conditions.js";
import type { Database } from "../../db/database.js";
import { groupByParent } from "../../db/group.js";
import { sql } from "../../db/sql.js";
import { column, formerLoader, type GlobalIdSql, type Legacy, type ListSql } from "../../graphql/field-sql.js";
import { Actor } from "./actor.type.js";
import { MergedActor } from "./merged-actor.type.js";

/** The records that were merged into each actor, over any number of merges, the latest first: one statement. */
async function mergedInto(database: Database, actors: readonly string[]): Promise<MergedActor[][]> {
  const rows = await database.query<MergedActor & { parent: string }>(
    sql`select merged."mergedIntoId" as "parent", merged."id" as "uuid", merged."slug", merged."name", merged."version",
        merge."mergedAt", merge."reason"
      from "Actor" merged join "ActorMerge" merge on merge."mergedId" = merged."id"
      where ${isAmong(sql`merged."mergedIntoId"`, actors)} order by merge."mergedAt" desc, merged."id"`,
  );
  return groupByParent(rows, actors).map((group) => group.map((row) => Object.assign(new MergedActor(), row)));
}

/** The records that were merged into an actor, over any number of merges, the latest first. */
export const mergedActors: ListSql & { legacy: Legacy } = {
  kind: "list",
  rows: (merged, actor) => ({
    from: sql`(select merged."id", merged."slug", merged."name", merged."version", merge."mergedAt", merge."reason"
      from "Actor" merged join "ActorMerge" merge on merge."mergedId" = merged."id"
      where merged."mergedIntoId" = ${actor}."id") ${merged}`,
    orderBy: sql`${merged}."mergedAt" desc, ${merged}."id"`,
  }),
  legacy: formerLoader(({ database }, actors) => mergedInto(database, actors)),
};

/** The global id that a merged record had. */
export const mergedId: GlobalIdSql & { legacy: Legacy } = {
  kind: "globalId",
  prefix: Actor.prefix,
  uuid: column("id"),
  legacy: ({ id }: MergedActor) => id,
};
