import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { connect, connectNested } from "../../graphql/connection/connection-source.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import type { Later } from "../../graphql/later.js";
import { linkedEntities } from "../../graphql/linked-list.js";
import { fieldLoader } from "../../graphql/per-request.js";
import { bySlug, reference } from "../../graphql/reference.js";
import { Actor, Affiliation, actorTable, affiliationTable } from "../actors/index.js";
import { policyActionTable } from "../policy-actions/index.js";
import { proposalTable } from "../proposals/index.js";
import { Source, sourceTable } from "../sources/index.js";
import { meetingTable } from "./meeting.repository.js";
import { Meeting } from "./meeting.type.js";
import { type MentionLink, mentionsOf } from "./mention.repository.js";
import { Mention } from "./mention.type.js";
import { StatementConnection } from "./statement.connection.js";
import { StatementsArgs } from "./statement.input.js";
import { statementList, statementSources, statementsOf, statementTable } from "./statement.repository.js";
import { Statement } from "./statement.type.js";

@Resolver()
export class StatementQueries {
  @Query(() => Statement, { nullable: true, description: "The statement with this slug; null when there is none." })
  statement(@Args(() => BySlugArgs) { slug }: BySlugArgs, @Ctx() context: Context) {
    return bySlug(statementTable, slug, context);
  }

  @Query(() => StatementConnection, { description: "The statements on record." })
  statements(
    @Args(() => StatementsArgs) args: StatementsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connect(StatementConnection, { context, info, args }, statementList(args, context.asOf));
  }
}

@Resolver(() => Statement)
export class StatementFields {
  @FieldResolver(() => Actor, {
    nullable: true,
    description: "Who said or wrote it, as a rule a person; null while that is unresolved (see `speakerAsPrinted`).",
  })
  speaker(@Root() statement: Statement, @Ctx() context: Context) {
    return reference(actorTable, statement.speakerId, context);
  }

  @FieldResolver(() => Affiliation, {
    nullable: true,
    description:
      "The office or other tie in which the speaker spoke, as it was held that day; null where none is named.",
  })
  capacity(@Root() statement: Statement, @Ctx() context: Context) {
    return reference(affiliationTable, statement.capacityId, context);
  }

  @FieldResolver(() => Actor, {
    nullable: true,
    description:
      "For whom it was made, such as a state or an administration; null where the speaker spoke for no other.",
  })
  onBehalfOf(@Root() statement: Statement, @Ctx() context: Context) {
    return reference(actorTable, statement.onBehalfOfId, context);
  }

  @FieldResolver(() => Meeting, {
    nullable: true,
    description: "Where it was made; null if not at a meeting on record.",
  })
  meeting(@Root() statement: Statement, @Ctx() context: Context) {
    return reference(meetingTable, statement.meetingId, context);
  }

  @FieldResolver(() => Statement, { nullable: true, description: "The statement that it answers; null if none." })
  inReplyTo(@Root() statement: Statement, @Ctx() context: Context) {
    return reference(statementTable, statement.inReplyToId, context);
  }

  @FieldResolver(() => StatementConnection, { description: "The statements that answer it." })
  replies(
    @Root() statement: Statement,
    @Args(() => StatementsArgs) args: StatementsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(StatementConnection, { context, info, args }, statement.uuid, () =>
      statementList(args, context.asOf, statementsOf.repliedTo),
    );
  }

  @FieldResolver(() => [Mention], { description: "What it speaks of, in the order in which it is on record." })
  mentions(@Root() statement: Statement, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const load = (statements: readonly string[]) => mentionsOf(context.database, statements);
    return fieldLoader(context, info, load)
      .load(statement.uuid)
      .map((links) => links.map((link) => mentionedBy(link, context)));
  }

  @FieldResolver(() => [Source], { description: "Where it is written: at least one source." })
  sources(@Root() statement: Statement, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return linkedEntities({ context, info }, statement.uuid, sourceTable, statementSources);
  }
}

function mentionedBy({ proposalId, policyActionId, actorId }: MentionLink, context: Context): Later<Mention | null> {
  if (proposalId) return reference(proposalTable, proposalId, context);
  return policyActionId
    ? reference(policyActionTable, policyActionId, context)
    : reference(actorTable, actorId, context);
}
