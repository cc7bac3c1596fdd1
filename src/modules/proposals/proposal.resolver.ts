import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { ParticipationRole, ProposalRelationKind } from "../../db/generated/enums.js";
import type { Link } from "../../db/links.js";
import { connect, connectNested } from "../../graphql/connection/connection-source.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { linkedEntities, linkedList } from "../../graphql/linked-list.js";
import { bySlug } from "../../graphql/reference.js";
import { Takes } from "../../graphql/work.js";
import { Actor, actorTable } from "../actors/index.js";
import { Source, sourceTable } from "../sources/index.js";
import { Participation } from "./participation.type.js";
import { ProposalConnection } from "./proposal.connection.js";
import { ActorProposalsArgs, ProposalsArgs } from "./proposal.input.js";
import { actorProposalList, proposalList, proposalTable, topicTable } from "./proposal.repository.js";
import { Proposal } from "./proposal.type.js";
import { proposalLinks } from "./proposal-links.js";
import { ProposalRelation } from "./proposal-relation.type.js";
import { Topic } from "./topic.type.js";

@Resolver()
export class ProposalQueries {
  @Query(() => Proposal, { nullable: true, description: "The proposal with this slug; null when there is none." })
  proposal(@Args(() => BySlugArgs) { slug }: BySlugArgs, @Ctx() context: Context) {
    return bySlug(proposalTable, slug, context);
  }

  @Takes({ wide: 90 })
  @Query(() => ProposalConnection, { description: "The proposals on record." })
  proposals(@Args(() => ProposalsArgs) args: ProposalsArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return connect(ProposalConnection, { context, info, args }, proposalList(args, context.asOf));
  }
}

@Resolver(() => Proposal)
export class ProposalFields {
  @FieldResolver(() => [Actor], { description: "Who put it forward, in the order in which they are on record." })
  sponsors(@Root() proposal: Proposal, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return linkedEntities({ context, info }, proposal.uuid, actorTable, proposalLinks.sponsors);
  }

  @FieldResolver(() => [Participation], {
    description:
      "Who is to take part in what is proposed, and by which right. An actor with two roles is listed twice.",
  })
  async participants(
    @Root() proposal: Proposal,
    @Arg("roles", () => [ParticipationRole], {
      nullable: true,
      description: "Only those in one of these roles; all when left out.",
    })
    roles: ParticipationRole[] | null | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Participation[]> {
    const { participants } = proposalLinks;
    const links = await linkedList<Actor, Pick<Participation, "role">>(
      { context, info },
      proposal.uuid,
      actorTable,
      participants,
    );
    return links.filter(({ role }) => roles?.includes(role) ?? true).map(({ role, node }) => ({ role, actor: node }));
  }

  @FieldResolver(() => [ProposalRelation], { description: "What it is to other proposals, as it names them." })
  relations(
    @Root() proposal: Proposal,
    @Arg("kinds", () => [ProposalRelationKind], {
      nullable: true,
      description: "Only relations of one of these kinds; all when left out.",
    })
    kinds: ProposalRelationKind[] | null | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return related({ context, info }, proposal, proposalLinks.relations, kinds);
  }

  @FieldResolver(() => [ProposalRelation], {
    description: "What other proposals are to it: their relations that name it, by their titles.",
  })
  relatedFrom(
    @Root() proposal: Proposal,
    @Arg("kinds", () => [ProposalRelationKind], {
      nullable: true,
      description: "Only relations of one of these kinds; all when left out.",
    })
    kinds: ProposalRelationKind[] | null | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return related({ context, info }, proposal, proposalLinks.relatedFrom, kinds);
  }

  @FieldResolver(() => [Topic], { description: "What it is about." })
  topics(@Root() proposal: Proposal, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return linkedEntities({ context, info }, proposal.uuid, topicTable, proposalLinks.topics);
  }

  @FieldResolver(() => [Source], { description: "Where it is written." })
  sources(@Root() proposal: Proposal, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return linkedEntities({ context, info }, proposal.uuid, sourceTable, proposalLinks.sources);
  }
}

async function related(
  request: { context: Context; info: GraphQLResolveInfo },
  proposal: Proposal,
  link: Link,
  kinds: ProposalRelationKind[] | null | undefined,
): Promise<ProposalRelation[]> {
  const links = await linkedList<Proposal, Omit<ProposalRelation, "proposal">>(
    request,
    proposal.uuid,
    proposalTable,
    link,
  );
  return links
    .filter(({ kind }) => kinds?.includes(kind) ?? true)
    .map(({ kind, note, node }) => ({ kind, note, proposal: node }));
}

@Resolver(() => Actor)
export class ActorProposals {
  @FieldResolver(() => ProposalConnection, { description: "The proposals that it sponsors or is to take part in." })
  proposals(
    @Root() actor: Actor,
    @Args(() => ActorProposalsArgs) args: ActorProposalsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(ProposalConnection, { context, info, args }, actor.uuid, () =>
      actorProposalList(args, context.asOf),
    );
  }
}
