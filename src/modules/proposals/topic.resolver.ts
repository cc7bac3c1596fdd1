import { Arg, Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { entityMutations } from "../../editing/mutations/entity-mutations.js";
import { includeRetractedOptions } from "../../graphql/connection/retractable-args.js";
import { Declared } from "../../graphql/declared-fields.js";
import { bySlug, connection } from "../../graphql/field-sql.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { ProposalsArgs } from "./proposal.input.js";
import { topicList, topicProposalList, topicTable } from "./proposal.repository.js";
import { ProposalConnection, Topic } from "./proposal.type.js";

@Resolver()
export class TopicQueries {
  @Declared()
  @Query(() => Topic, { nullable: true, description: "The topic with this slug. Null if there is none." })
  topic(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(topicTable, slug);
  }

  @Declared()
  @Query(() => [Topic], { description: "All topics, sorted by name." })
  topics(@Arg("includeRetracted", () => Boolean, includeRetractedOptions) includeRetracted: boolean | null) {
    return topicList(includeRetracted);
  }
}

@Resolver(() => Topic)
export class TopicFields {
  @Declared()
  @FieldResolver(() => ProposalConnection, { description: "The proposals on this topic." })
  proposals(@Args(() => ProposalsArgs) args: ProposalsArgs, @Ctx() context: Context) {
    return connection(topicProposalList(args, context.asOf), args);
  }
}

export const TopicMutations = entityMutations({ type: Topic, list: "topics" });
