import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { Declared } from "../../graphql/declared-fields.js";
import { bySlug, connection, linked, reference } from "../../graphql/field-sql.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { Actor, Affiliation, actorTable, affiliationTable } from "../actors/index.js";
import { Source, sourceTable } from "../sources/index.js";
import { meetingTable } from "./meeting.repository.js";
import { Meeting } from "./meeting.type.js";
import { mentions } from "./mention.repository.js";
import { Mention } from "./mention.type.js";
import { StatementConnection } from "./statement.connection.js";
import { StatementsArgs } from "./statement.input.js";
import { statementList, statementSources, statementsOf, statementTable } from "./statement.repository.js";
import { Statement } from "./statement.type.js";

@Resolver()
export class StatementQueries {
  @Declared()
  @Query(() => Statement, { nullable: true, description: "The statement with this slug; null when there is none." })
  statement(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(statementTable, slug);
  }

  @Declared()
  @Query(() => StatementConnection, { description: "The statements on record." })
  statements(@Args(() => StatementsArgs) args: StatementsArgs, @Ctx() context: Context) {
    return connection(StatementConnection, statementList(args, context.asOf), args);
  }
}

@Resolver(() => Statement)
export class StatementFields {
  @Declared()
  @FieldResolver(() => Actor, {
    nullable: true,
    description: "Who said or wrote it, as a rule a person; null while that is unresolved (see `speakerAsPrinted`).",
  })
  speaker() {
    return reference(actorTable, "speakerId");
  }

  @Declared()
  @FieldResolver(() => Affiliation, {
    nullable: true,
    description:
      "The office or other tie in which the speaker spoke, as it was held that day; null where none is named.",
  })
  capacity() {
    return reference(affiliationTable, "capacityId");
  }

  @Declared()
  @FieldResolver(() => Actor, {
    nullable: true,
    description:
      "For whom it was made, such as a state or an administration; null where the speaker spoke for no other.",
  })
  onBehalfOf() {
    return reference(actorTable, "onBehalfOfId");
  }

  @Declared()
  @FieldResolver(() => Meeting, {
    nullable: true,
    description: "Where it was made; null if not at a meeting on record.",
  })
  meeting() {
    return reference(meetingTable, "meetingId");
  }

  @Declared()
  @FieldResolver(() => Statement, { nullable: true, description: "The statement that it answers; null if none." })
  inReplyTo() {
    return reference(statementTable, "inReplyToId");
  }

  @Declared()
  @FieldResolver(() => StatementConnection, { description: "The statements that answer it." })
  replies(@Args(() => StatementsArgs) args: StatementsArgs, @Ctx() context: Context) {
    return connection(StatementConnection, statementList(args, context.asOf, statementsOf.repliedTo), args);
  }

  @Declared()
  @FieldResolver(() => [Mention], { description: "What it speaks of, in the order in which it is on record." })
  mentions() {
    return mentions;
  }

  @Declared()
  @FieldResolver(() => [Source], { description: "Where it is written: at least one source." })
  sources() {
    return linked(sourceTable, statementSources);
  }
}
