import { Arg, Args, Ctx, FieldResolver, Float, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { ParticipationRole, ProposalRelationKind } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import { entityMutations } from "../../editing/mutations/entity-mutations.js";
import { Declared } from "../../graphql/declared-fields.js";
import { bySlug, connection, linked, reference, type ValueSql } from "../../graphql/field-sql.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { LinksArgs } from "../../graphql/links-args.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Takes } from "../../graphql/work.js";
import { Actor, actorTable } from "../actors/index.js";
import { Source, sourceTable } from "../sources/index.js";
import { ActorProposalsArgs, ProposalsArgs } from "./proposal.input.js";
import {
  actorProposalList,
  participantsOf,
  proposalLinks,
  proposalList,
  proposalTable,
  relationSources,
  relationsOf,
  topicTable,
} from "./proposal.repository.js";
import { Participation, Proposal, ProposalConnection, ProposalRelation, Topic } from "./proposal.type.js";
import { proposalDate } from "./proposal-date.repository.js";

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
    return connection(proposalList(args, context.asOf), args);
  }
}

@Resolver(() => Proposal)
export class ProposalFields {
  @Declared()
  @FieldResolver(() => EdtfDate, {
    nullable: true,
    description:
      "Its date, for lists and timelines: when it was put forward or, where that is not on record, when it was first voted on. Null where neither is.",
  })
  date(): ValueSql {
    return { kind: "value", value: proposalDate.text };
  }

  @Declared()
  @FieldResolver(() => [Actor], { description: "Who put it forward, in the order in which they are on record." })
  sponsors(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(actorTable, proposalLinks.sponsors, args);
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
    @Args(() => LinksArgs) args: LinksArgs,
  ) {
    return participantsOf(roles, args);
  }

  @Declared()
  @FieldResolver(() => [ProposalRelation], { description: "What it is to other proposals, as it names them." })
  relations(
    @Arg("kinds", () => [ProposalRelationKind], {
      nullable: true,
      description: "Only relations of one of these kinds; all when left out.",
    })
    kinds: ProposalRelationKind[] | null | undefined,
    @Args(() => LinksArgs) args: LinksArgs,
  ) {
    return relationsOf(proposalLinks.relations, kinds, args);
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
  topics(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(topicTable, proposalLinks.topics, args);
  }

  @Declared()
  @FieldResolver(() => [Source], { description: "Where it is written." })
  sources(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(sourceTable, proposalLinks.sources, args);
  }
}

@Resolver(() => Participation)
export class ParticipationFields {
  @Declared()
  @FieldResolver(() => Actor, { description: "Who is to take part. This says nothing of where the actor stands." })
  actor() {
    return reference(actorTable, "targetId");
  }
}

@Resolver(() => ProposalRelation)
export class ProposalRelationFields {
  @Declared()
  @FieldResolver(() => Proposal, { description: "The proposal at the other end." })
  proposal() {
    return reference(proposalTable, "targetId");
  }

  @Declared()
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "How much it counts in `leanings`, from 0.1 to 10: 1 unless an editor said otherwise. Null for kinds that leanings are not made of.",
  })
  weight(): ValueSql {
    return {
      kind: "value",
      value: (row) => sql`case when ${row}."kind" in ('ENDORSES', 'CONTRADICTS') then coalesce(${row}."weight", 1) end`,
    };
  }

  @Declared()
  @FieldResolver(() => [Source], {
    description: "Where the relation is written, besides the sources of the two proposals.",
  })
  sources(@Args(() => LinksArgs) args: LinksArgs) {
    return relationSources(args);
  }
}

@Resolver(() => Actor)
export class ActorProposals {
  @Declared()
  @FieldResolver(() => ProposalConnection, { description: "The proposals that it sponsors or is to take part in." })
  proposals(@Args(() => ActorProposalsArgs) args: ActorProposalsArgs, @Ctx() context: Context) {
    return connection(actorProposalList(args, context.asOf), args);
  }
}

export const ProposalMutations = entityMutations({
  type: Proposal,
  list: "proposals",
  inside: { participants: "Participation", relations: "ProposalRelation" },
});
