import { Args, Ctx, FieldResolver, Float, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { sql } from "../../db/sql.js";
import { entityMutations } from "../../editing/mutations/entity-mutations.js";
import { Declared } from "../../graphql/declared-fields.js";
import { bySlug, connection, linked, reference, type ValueSql } from "../../graphql/field-sql.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { LinksArgs } from "../../graphql/links-args.js";
import { Actor, actorTable } from "../actors/index.js";
import { Proposal, proposalTable } from "../proposals/index.js";
import { Source, sourceTable } from "../sources/index.js";
import { ActorPolicyActionsArgs, PolicyActionsArgs, ProposalPolicyActionsArgs } from "./policy-action.input.js";
import {
  actorPolicyActionList,
  bearings,
  policyActionLinks,
  policyActionList,
  policyActionTable,
  proposalPolicyActionList,
} from "./policy-action.repository.js";
import { PolicyAction, PolicyActionBearing, PolicyActionConnection } from "./policy-action.type.js";

@Resolver()
export class PolicyActionQueries {
  @Declared()
  @Query(() => PolicyAction, {
    nullable: true,
    description: "The policy action with this slug. Null if there is none.",
  })
  policyAction(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(policyActionTable, slug);
  }

  @Declared()
  @Query(() => PolicyActionConnection, { description: "All policy actions that match the filter." })
  policyActions(@Args(() => PolicyActionsArgs) args: PolicyActionsArgs, @Ctx() context: Context) {
    return connection(policyActionList(args, context.asOf), args);
  }
}

@Resolver(() => PolicyAction)
export class PolicyActionFields {
  @Declared()
  @FieldResolver(() => Actor, { description: "The actor that the action binds: usually a state or an organisation." })
  agent() {
    return reference(actorTable, "agentId");
  }

  @Declared()
  @FieldResolver(() => Actor, {
    nullable: true,
    description:
      "The actor that acted for the agent, such as its administration at the time. Null if none is recorded.",
  })
  through() {
    return reference(actorTable, "throughId");
  }

  @Declared()
  @FieldResolver(() => [Actor], { description: "The actors at which the action is aimed." })
  targets(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(actorTable, policyActionLinks.targets, args);
  }

  @Declared()
  @FieldResolver(() => [PolicyAction], { description: "The earlier policy actions that this one reverses." })
  reverses(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(policyActionTable, policyActionLinks.reverses, args);
  }

  @Declared()
  @FieldResolver(() => [PolicyAction], {
    description: "The later policy actions that reverse this one, sorted by title.",
  })
  reversedBy() {
    return linked(policyActionTable, policyActionLinks.reversedBy);
  }

  @Declared()
  @FieldResolver(() => [PolicyActionBearing], { description: "The proposals that the action advances or undermines." })
  bearsOn(@Args(() => LinksArgs) args: LinksArgs) {
    return bearings(args);
  }

  @Declared()
  @FieldResolver(() => [Source], { description: "The sources of this record: at least one." })
  sources(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(sourceTable, policyActionLinks.sources, args);
  }
}

@Resolver(() => PolicyActionBearing)
export class PolicyActionBearingFields {
  @Declared()
  @FieldResolver(() => Proposal, { description: "The proposal." })
  proposal() {
    return reference(proposalTable, "targetId");
  }

  @Declared()
  @FieldResolver(() => Float, {
    description: "The weight in `leanings`, from 0.1 to 10. 1 unless an editor set another weight.",
  })
  weight(): ValueSql {
    return { kind: "value", value: (row) => sql`coalesce(${row}."weight", 1)` };
  }
}

@Resolver(() => Actor)
export class ActorPolicyActions {
  @Declared()
  @FieldResolver(() => PolicyActionConnection, {
    description:
      "The policy actions in which the actor is the agent, the actor through which the agent acts, or a target.",
  })
  policyActions(@Args(() => ActorPolicyActionsArgs) args: ActorPolicyActionsArgs, @Ctx() context: Context) {
    return connection(actorPolicyActionList(args, context.asOf), args);
  }
}

@Resolver(() => Proposal)
export class ProposalPolicyActions {
  @Declared()
  @FieldResolver(() => PolicyActionConnection, {
    description: "The policy actions that advance or undermine the proposal.",
  })
  policyActions(@Args(() => ProposalPolicyActionsArgs) args: ProposalPolicyActionsArgs, @Ctx() context: Context) {
    return connection(proposalPolicyActionList(args, context.asOf), args);
  }
}

export const PolicyActionMutations = entityMutations({
  type: PolicyAction,
  list: "policyActions",
  inside: { bearsOn: "PolicyActionBearing" },
});
