import { Field, InputType } from "type-graphql";
import { allOf, type Condition } from "../../../db/reading/conditions.js";
import { type Sql, sql } from "../../../db/sql.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { Names } from "../../../graphql/validation/value-rules.js";
import { ActorFilter, actorWithId, wasMemberOn } from "../../actors/index.js";

@InputType({
  description: `Which actors form a group whose positions are measured together: all actors when it is empty. ${filterRule}`,
})
export class GroupInput {
  @Field(() => String, {
    nullable: true,
    description:
      "The members of the actor with this slug, each position by a member of its own day: the last possible day of its `since`.",
  })
  @Names("Actor")
  memberOf?: string | null;

  @Field(() => ActorFilter, {
    nullable: true,
    description: "The actors that match, whatever the day of their positions. Its own `memberOf` is that of one day.",
  })
  actors?: ActorFilter | null;
}

/** Whether the holder of a position belongs to a group on the position's day; undefined where all actors do. */
export function isInGroup(group: GroupInput, position: Sql, asOf: string | undefined): Condition {
  return allOf([
    group.memberOf != null && wasMemberOn(sql`${position}."holderId"`, group.memberOf, sql`${position}."sinceLatest"`),
    actorWithId(sql`${position}."holderId"`, group.actors, asOf),
  ]);
}
