import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { isNoneOf } from "../../db/reading/conditions.js";
import { sql } from "../../db/sql.js";
import { entityMutations } from "../../editing/mutations/entity-mutations.js";
import { Declared } from "../../graphql/declared-fields.js";
import { bySlug, connection, either, type ListSql, linked, reference } from "../../graphql/field-sql.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { LinksArgs } from "../../graphql/links-args.js";
import { Actor, Affiliation, actorTable, affiliationTable } from "../actors/index.js";
import { policyActionTable } from "../policy-actions/index.js";
import { proposalTable } from "../proposals/index.js";
import { Source, sourceTable } from "../sources/index.js";
import { meetingTable } from "./meeting.resolver.js";
import { Meeting } from "./meeting.type.js";
import { StatementsArgs, statementSources } from "./statement.input.js";
import { statementList, statementsOf, statementTable } from "./statement.repository.js";
import { Mention, Statement, StatementConnection } from "./statement.type.js";

const retracted = sql`select "id" from "Proposal" where "retractedAt" is not null
  union all select "id" from "PolicyAction" where "retractedAt" is not null
  union all select "id" from "Actor" where "retractedAt" is not null`;

/** What a statement mentions, in the order in which it was listed. */
const mentions = ({ includeRetracted }: LinksArgs): ListSql => ({
  kind: "list",
  rows: (mention, statement) => ({
    from: sql`"StatementMention" ${mention}`,
    where: sql`${mention}."statementId" = ${statement}."id" and ${
      includeRetracted
        ? sql`true`
        : isNoneOf(sql`coalesce(${mention}."proposalId", ${mention}."policyActionId", ${mention}."actorId")`, retracted)
    }`,
    orderBy: sql`${mention}."ordinal"`,
  }),
  item: either([proposalTable, "proposalId"], [policyActionTable, "policyActionId"], [actorTable, "actorId"]),
});

@Resolver()
export class StatementQueries {
  @Declared()
  @Query(() => Statement, { nullable: true, description: "The statement with this slug. Null if there is none." })
  statement(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(statementTable, slug);
  }

  @Declared()
  @Query(() => StatementConnection, { description: "All statements that match the filter." })
  statements(@Args(() => StatementsArgs) args: StatementsArgs, @Ctx() context: Context) {
    return connection(statementList(args, context.asOf), args);
  }
}

@Resolver(() => Statement)
export class StatementFields {
  @Declared()
  @FieldResolver(() => Actor, {
    nullable: true,
    description:
      "The actor, usually a person, that said or wrote it. Null if the speaker is not identified; see `speakerAsPrinted`.",
  })
  speaker() {
    return reference(actorTable, "speakerId");
  }

  @Declared()
  @FieldResolver(() => Affiliation, {
    nullable: true,
    description:
      "The affiliation in which the speaker spoke, such as an office held on that day. Null if not recorded.",
  })
  capacity() {
    return reference(affiliationTable, "capacityId");
  }

  @Declared()
  @FieldResolver(() => Actor, {
    nullable: true,
    description:
      "The actor on whose behalf the statement was made, such as a state or an administration. Null if the speaker spoke only for themselves.",
  })
  onBehalfOf() {
    return reference(actorTable, "onBehalfOfId");
  }

  @Declared()
  @FieldResolver(() => Meeting, {
    nullable: true,
    description: "The meeting at which the statement was made. Null if it was not made at a recorded meeting.",
  })
  meeting() {
    return reference(meetingTable, "meetingId");
  }

  @Declared()
  @FieldResolver(() => Statement, {
    nullable: true,
    description: "The statement to which this one replies. Null if there is none.",
  })
  inReplyTo() {
    return reference(statementTable, "inReplyToId");
  }

  @Declared()
  @FieldResolver(() => StatementConnection, { description: "The statements that reply to this one." })
  replies(@Args(() => StatementsArgs) args: StatementsArgs, @Ctx() context: Context) {
    return connection(statementList(args, context.asOf, statementsOf.repliedTo), args);
  }

  @Declared()
  @FieldResolver(() => [Mention], {
    description: "The proposals, policy actions and actors that the statement mentions, in the recorded order.",
  })
  mentions(@Args(() => LinksArgs) args: LinksArgs) {
    return mentions(args);
  }

  @Declared()
  @FieldResolver(() => [Source], { description: "The sources of this record: at least one." })
  sources(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(sourceTable, statementSources, args);
  }
}

export const StatementMutations = entityMutations({
  type: Statement,
  list: "statements",
  inside: { capacity: "Capacity", mentions: "Mention" },
});
