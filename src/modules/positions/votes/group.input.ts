import { Field, InputType } from "type-graphql";
import { allOf, type Condition } from "../../../db/reading/conditions.js";
import { type Sql, sql } from "../../../db/sql.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { Names } from "../../../graphql/validation/value-rules.js";
import { ActorFilter, actorWithId, wasMemberOn } from "../../actors/index.js";

@InputType({
  description: `A filter for the actors of a group whose positions are measured together. An empty filter means all actors. ${filterRule}`,
})
export class GroupInput {
  @Field(() => String, {
    nullable: true,
    description:
      "Only members of the actor with this slug. For each position, the holder must have been a member on the position's own day: the last possible day of its `since`.",
  })
  @Names("Actor")
  memberOf?: string | null;

  @Field(() => ActorFilter, {
    nullable: true,
    description:
      "Only actors that match this filter, regardless of the dates of their positions. A `memberOf` inside it is checked on a single day.",
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
