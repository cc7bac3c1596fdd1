import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { inSight, orTrue } from "../../db/reading/conditions.js";
import type { ListQuery } from "../../db/reading/page.js";
import { raw, sql } from "../../db/sql.js";
import { entityMutations } from "../../editing/mutations/entity-mutations.js";
import { Declared } from "../../graphql/declared-fields.js";
import { tableOf } from "../../graphql/entity-table.js";
import { bySlug, connection, reference } from "../../graphql/field-sql.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { Actor, actorTable } from "../actors/index.js";
import { MeetingsArgs, meetingMatches, meetingOrder } from "./meeting.input.js";
import { Meeting } from "./meeting.type.js";
import { StatementsArgs } from "./statement.input.js";
import { statementList, statementsOf } from "./statement.repository.js";
import { MeetingConnection, StatementConnection } from "./statement.type.js";

export const meetingTable = tableOf("meetings");

/** The list that `meetings` shows. */
function meetingList({ where, orderBy, includeRetracted }: MeetingsArgs, asOf: string | undefined): ListQuery {
  const meeting = raw("meeting");
  return {
    rows: sql`${meeting}.*`,
    from: sql`"Meeting" meeting`,
    where: sql`${inSight(meeting, includeRetracted)} and ${orTrue(meetingMatches(where, meeting, asOf))}`,
    sort: meetingOrder.sort(orderBy, meeting),
  };
}

@Resolver()
export class MeetingQueries {
  @Declared()
  @Query(() => Meeting, { nullable: true, description: "The meeting with this slug. Null if there is none." })
  meeting(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(meetingTable, slug);
  }

  @Declared()
  @Query(() => MeetingConnection, { description: "All meetings that match the filter." })
  meetings(@Args(() => MeetingsArgs) args: MeetingsArgs, @Ctx() context: Context) {
    return connection(meetingList(args, context.asOf), args);
  }
}

@Resolver(() => Meeting)
export class MeetingFields {
  @Declared()
  @FieldResolver(() => Actor, {
    nullable: true,
    description: "The body that met. Null if the meeting was not one of a single body, or if not recorded.",
  })
  body() {
    return reference(actorTable, "bodyId");
  }

  @Declared()
  @FieldResolver(() => StatementConnection, { description: "The statements made at the meeting." })
  statements(@Args(() => StatementsArgs) args: StatementsArgs, @Ctx() context: Context) {
    return connection(statementList(args, context.asOf, statementsOf.meeting), args);
  }
}

export const MeetingMutations = entityMutations({ type: Meeting, list: "meetings" });
