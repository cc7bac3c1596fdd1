import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { connect, connectNested } from "../../graphql/connection/connection-source.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { bySlug, reference } from "../../graphql/reference.js";
import { Actor, actorTable } from "../actors/index.js";
import { MeetingsArgs } from "./meeting.input.js";
import { meetingList, meetingTable } from "./meeting.repository.js";
import { Meeting } from "./meeting.type.js";
import { MeetingConnection, StatementConnection } from "./statement.connection.js";
import { StatementsArgs } from "./statement.input.js";
import { statementList, statementsOf } from "./statement.repository.js";

@Resolver()
export class MeetingQueries {
  @Query(() => Meeting, { nullable: true, description: "The meeting with this slug; null when there is none." })
  meeting(@Args(() => BySlugArgs) { slug }: BySlugArgs, @Ctx() context: Context) {
    return bySlug(meetingTable, slug, context);
  }

  @Query(() => MeetingConnection, { description: "The meetings on record." })
  meetings(@Args(() => MeetingsArgs) args: MeetingsArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return connect(MeetingConnection, { context, info, args }, meetingList(args, context.asOf));
  }
}

@Resolver(() => Meeting)
export class MeetingFields {
  @FieldResolver(() => Actor, { nullable: true, description: "The body that met; null where it was none's meeting." })
  body(@Root() meeting: Meeting, @Ctx() context: Context) {
    return reference(actorTable, meeting.bodyId, context);
  }

  @FieldResolver(() => StatementConnection, { description: "The statements made at it." })
  statements(
    @Root() meeting: Meeting,
    @Args(() => StatementsArgs) args: StatementsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(StatementConnection, { context, info, args }, meeting.uuid, () =>
      statementList(args, context.asOf, statementsOf.meeting),
    );
  }
}
