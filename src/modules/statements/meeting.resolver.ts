import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { Declared } from "../../graphql/declared-fields.js";
import { bySlug, connection, reference } from "../../graphql/field-sql.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { Actor, actorTable } from "../actors/index.js";
import { MeetingsArgs } from "./meeting.input.js";
import { meetingList, meetingTable } from "./meeting.repository.js";
import { Meeting } from "./meeting.type.js";
import { MeetingConnection, StatementConnection } from "./statement.connection.js";
import { StatementsArgs } from "./statement.input.js";
import { statementList, statementsOf } from "./statement.repository.js";

@Resolver()
export class MeetingQueries {
  @Declared()
  @Query(() => Meeting, { nullable: true, description: "The meeting with this slug; null when there is none." })
  meeting(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(meetingTable, slug);
  }

  @Declared()
  @Query(() => MeetingConnection, { description: "The meetings on record." })
  meetings(@Args(() => MeetingsArgs) args: MeetingsArgs, @Ctx() context: Context) {
    return connection(MeetingConnection, meetingList(args, context.asOf), args);
  }
}

@Resolver(() => Meeting)
export class MeetingFields {
  @Declared()
  @FieldResolver(() => Actor, { nullable: true, description: "The body that met; null where it was none's meeting." })
  body() {
    return reference(actorTable, "bodyId");
  }

  @Declared()
  @FieldResolver(() => StatementConnection, { description: "The statements made at it." })
  statements(@Args(() => StatementsArgs) args: StatementsArgs, @Ctx() context: Context) {
    return connection(StatementConnection, statementList(args, context.asOf, statementsOf.meeting), args);
  }
}
