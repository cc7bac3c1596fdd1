import { Arg, Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { ParticipationRole, ProposalRelationKind } from "../../db/generated/enums.js";
import { Declared } from "../../graphql/declared-fields.js";
import { bySlug, connection, linked, reference } from "../../graphql/field-sql.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { Takes } from "../../graphql/work.js";
import { Actor, actorTable } from "../actors/index.js";
import { Source, sourceTable } from "../sources/index.js";
import { Participation } from "./participation.type.js";
import { ProposalConnection } from "./proposal.connection.js";
import { ActorProposalsArgs, ProposalsArgs } from "./proposal.input.js";
import {
  actorProposalList,
  participantsOf,
  proposalList,
  proposalTable,
  relationsOf,
  topicTable,
} from "./proposal.repository.js";
import { Proposal } from "./proposal.type.js";
import { proposalLinks } from "./proposal-links.js";
import { ProposalRelation } from "./proposal-relation.type.js";
import { Topic } from "./topic.type.js";

@Resolver()
export class ProposalQueries {
  @Declared()
  @Query(() => Proposal, { nullable: true, description: "The proposal with this slug; null when there is none." })
  proposal(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(proposalTable, slug);
  }

  @Declared()
  @Takes({ wide: 90 })
  @Query(() => ProposalConnection, { description: "The proposals on record." })
  proposals(@Args(() => ProposalsArgs) args: ProposalsArgs, @Ctx() context: Context) {
    return connection(ProposalConnection, proposalList(args, context.asOf), args);
  }
}

@Resolver(() => Proposal)
export class ProposalFields {
  @Declared()
  @FieldResolver(() => [Actor], { description: "Who put it forward, in the order in which they are on record." })
  sponsors() {
    return linked(actorTable, proposalLinks.sponsors);
  }

  @Declared()
  @FieldResolver(() => [Participation], {
    description:
      "Who is to take part in what is proposed, and by which right. An actor with two roles is listed twice.",
  })
  participants(
    @Arg("roles", () => [ParticipationRole], {
      nullable: true,
      description: "Only those in one of these roles; all when left out.",
    })
    roles: ParticipationRole[] | null | undefined,
  ) {
    return participantsOf(roles);
  }

  @Declared()
  @FieldResolver(() => [ProposalRelation], { description: "What it is to other proposals, as it names them." })
  relations(
    @Arg("kinds", () => [ProposalRelationKind], {
      nullable: true,
      description: "Only relations of one of these kinds; all when left out.",
    })
    kinds: ProposalRelationKind[] | null | undefined,
  ) {
    return relationsOf(proposalLinks.relations, kinds);
  }

  @Declared()
  @FieldResolver(() => [ProposalRelation], {
    description: "What other proposals are to it: their relations that name it, by their titles.",
  })
  relatedFrom(
    @Arg("kinds", () => [ProposalRelationKind], {
      nullable: true,
      description: "Only relations of one of these kinds; all when left out.",
    })
    kinds: ProposalRelationKind[] | null | undefined,
  ) {
    return relationsOf(proposalLinks.relatedFrom, kinds);
  }

  @Declared()
  @FieldResolver(() => [Topic], { description: "What it is about." })
  topics() {
    return linked(topicTable, proposalLinks.topics);
  }

  @Declared()
  @FieldResolver(() => [Source], { description: "Where it is written." })
  sources() {
    return linked(sourceTable, proposalLinks.sources);
  }
}

@Resolver(() => Participation)
export class ParticipationFields {
  @Declared()
  @FieldResolver(() => Actor, { description: "Who is to take part. This says nothing of where the actor stands." })
  actor() {
    return { ...reference(actorTable, "targetId"), legacy: ({ actor }: { actor: Actor }) => actor };
  }
}

@Resolver(() => ProposalRelation)
export class ProposalRelationFields {
  @Declared()
  @FieldResolver(() => Proposal, { description: "The proposal at the other end." })
  proposal() {
    return { ...reference(proposalTable, "targetId"), legacy: ({ proposal }: { proposal: Proposal }) => proposal };
  }
}

@Resolver(() => Actor)
export class ActorProposals {
  @Declared()
  @FieldResolver(() => ProposalConnection, { description: "The proposals that it sponsors or is to take part in." })
  proposals(@Args(() => ActorProposalsArgs) args: ActorProposalsArgs, @Ctx() context: Context) {
    return connection(ProposalConnection, actorProposalList(args, context.asOf), args);
  }
}
