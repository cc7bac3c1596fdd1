import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { connectNested } from "../../graphql/connection/connection-source.js";
import { includeRetractedOptions } from "../../graphql/connection/retractable-args.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { bySlug } from "../../graphql/reference.js";
import { ProposalConnection } from "./proposal.connection.js";
import { ProposalsArgs } from "./proposal.input.js";
import { allTopics, topicProposalList, topicTable } from "./proposal.repository.js";
import { Topic } from "./topic.type.js";

@Resolver()
export class TopicQueries {
  @Query(() => Topic, { nullable: true, description: "The topic with this slug; null when there is none." })
  topic(@Args(() => BySlugArgs) { slug }: BySlugArgs, @Ctx() context: Context) {
    return bySlug(topicTable, slug, context);
  }

  @Query(() => [Topic], { description: "All topics on record, by name." })
  topics(
    @Arg("includeRetracted", () => Boolean, includeRetractedOptions)
    includeRetracted: boolean | null,
    @Ctx() context: Context,
  ) {
    return allTopics(context.database, includeRetracted);
  }
}

@Resolver(() => Topic)
export class TopicFields {
  @FieldResolver(() => ProposalConnection, { description: "The proposals about it." })
  proposals(
    @Root() topic: Topic,
    @Args(() => ProposalsArgs) args: ProposalsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(ProposalConnection, { context, info, args }, topic.uuid, () =>
      topicProposalList(args, context.asOf),
    );
  }
}
