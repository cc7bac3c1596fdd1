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
  @Query(() => Proposal, { nullable: true, description: "The proposal with this slug. Null if there is none." })
  proposal(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(proposalTable, slug);
  }

  @Declared()
  @Takes({ wide: 90 })
  @Query(() => ProposalConnection, { description: "All proposals that match the filter." })
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
      "The date for lists and timelines: when the proposal was put forward. If that is not recorded, when it was first voted on. Null if neither is recorded.",
  })
  date(): ValueSql {
    return { kind: "value", value: proposalDate.text };
  }

  @Declared()
  @FieldResolver(() => [Actor], { description: "The actors that put the proposal forward, in the recorded order." })
  sponsors(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(actorTable, proposalLinks.sponsors, args);
  }

  @Declared()
  @FieldResolver(() => [Participation], {
    description:
      "The actors that are to take part in the proposal, with their roles. An actor with two roles is listed twice.",
  })
  participants(
    @Arg("roles", () => [ParticipationRole], {
      nullable: true,
      description: "Only participants with one of these roles. Default: all.",
    })
    roles: ParticipationRole[] | null | undefined,
    @Args(() => LinksArgs) args: LinksArgs,
  ) {
    return participantsOf(roles, args);
  }

  @Declared()
  @FieldResolver(() => [ProposalRelation], { description: "The relations of this proposal to other proposals." })
  relations(
    @Arg("kinds", () => [ProposalRelationKind], {
      nullable: true,
      description: "Only relations of one of these kinds. Default: all.",
    })
    kinds: ProposalRelationKind[] | null | undefined,
    @Args(() => LinksArgs) args: LinksArgs,
  ) {
    return relationsOf(proposalLinks.relations, kinds, args);
  }

  @Declared()
  @FieldResolver(() => [ProposalRelation], {
    description: "The relations of other proposals to this one, sorted by the title of the other proposal.",
  })
  relatedFrom(
    @Arg("kinds", () => [ProposalRelationKind], {
      nullable: true,
      description: "Only relations of one of these kinds. Default: all.",
    })
    kinds: ProposalRelationKind[] | null | undefined,
  ) {
    return relationsOf(proposalLinks.relatedFrom, kinds);
  }

  @Declared()
  @FieldResolver(() => [Topic], { description: "The topics of the proposal." })
  topics(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(topicTable, proposalLinks.topics, args);
  }

  @Declared()
  @FieldResolver(() => [Source], { description: "The sources of this record." })
  sources(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(sourceTable, proposalLinks.sources, args);
  }
}

@Resolver(() => Participation)
export class ParticipationFields {
  @Declared()
  @FieldResolver(() => Actor, {
    description: "The actor that is to take part. This says nothing about the actor's stance.",
  })
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
      "The weight in `leanings`, from 0.1 to 10. 1 unless an editor set another weight. Null for kinds that leanings do not use.",
  })
  weight(): ValueSql {
    return {
      kind: "value",
      value: (row) => sql`case when ${row}."kind" in ('ENDORSES', 'CONTRADICTS') then coalesce(${row}."weight", 1) end`,
    };
  }

  @Declared()
  @FieldResolver(() => [Source], {
    description: "The sources of the relation, in addition to those of the two proposals.",
  })
  sources(@Args(() => LinksArgs) args: LinksArgs) {
    return relationSources(args);
  }
}

@Resolver(() => Actor)
export class ActorProposals {
  @Declared()
  @FieldResolver(() => ProposalConnection, {
    description: "The proposals that the actor sponsors or is a participant in.",
  })
  proposals(@Args(() => ActorProposalsArgs) args: ActorProposalsArgs, @Ctx() context: Context) {
    return connection(actorProposalList(args, context.asOf), args);
  }
}

export const ProposalMutations = entityMutations({
  type: Proposal,
  list: "proposals",
  inside: { participants: "Participation", relations: "ProposalRelation" },
});
