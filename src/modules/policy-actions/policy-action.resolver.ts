import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { connect, connectNested } from "../../graphql/connection/connection-source.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { linkedEntities, linkedList } from "../../graphql/linked-list.js";
import { bySlug, reference } from "../../graphql/reference.js";
import { Actor, actorTable } from "../actors/index.js";
import { Proposal, proposalTable } from "../proposals/index.js";
import { Source, sourceTable } from "../sources/index.js";
import { PolicyActionConnection } from "./policy-action.connection.js";
import { ActorPolicyActionsArgs, PolicyActionsArgs, ProposalPolicyActionsArgs } from "./policy-action.input.js";
import {
  actorPolicyActionList,
  policyActionList,
  policyActionTable,
  proposalPolicyActionList,
} from "./policy-action.repository.js";
import { PolicyAction } from "./policy-action.type.js";
import { PolicyActionBearing } from "./policy-action-bearing.type.js";
import { policyActionLinks } from "./policy-action-links.js";

@Resolver()
export class PolicyActionQueries {
  @Query(() => PolicyAction, {
    nullable: true,
    description: "The policy action with this slug; null when there is none.",
  })
  policyAction(@Args(() => BySlugArgs) { slug }: BySlugArgs, @Ctx() context: Context) {
    return bySlug(policyActionTable, slug, context);
  }

  @Query(() => PolicyActionConnection, { description: "The policy actions on record." })
  policyActions(
    @Args(() => PolicyActionsArgs) args: PolicyActionsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connect(PolicyActionConnection, { context, info, args }, policyActionList(args, context.asOf));
  }
}

@Resolver(() => PolicyAction)
export class PolicyActionFields {
  @FieldResolver(() => Actor, { description: "The actor that the deed binds: as a rule a state or an organisation." })
  agent(@Root() action: PolicyAction, @Ctx() context: Context) {
    return reference(actorTable, action.agentId, context);
  }

  @FieldResolver(() => Actor, {
    nullable: true,
    description: "Who acted for the agent, such as its administration at the time; null where none is named.",
  })
  through(@Root() action: PolicyAction, @Ctx() context: Context) {
    return reference(actorTable, action.throughId, context);
  }

  @FieldResolver(() => [Actor], { description: "Whom it is aimed at, or to whom it is done." })
  targets(@Root() action: PolicyAction, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return linkedEntities({ context, info }, action.uuid, actorTable, policyActionLinks.targets);
  }

  @FieldResolver(() => [PolicyAction], { description: "The earlier policy actions that it undoes." })
  reverses(@Root() action: PolicyAction, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return linkedEntities({ context, info }, action.uuid, policyActionTable, policyActionLinks.reverses);
  }

  @FieldResolver(() => [PolicyAction], { description: "The later policy actions that undo it, by their titles." })
  reversedBy(@Root() action: PolicyAction, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return linkedEntities({ context, info }, action.uuid, policyActionTable, policyActionLinks.reversedBy);
  }

  @FieldResolver(() => [PolicyActionBearing], { description: "The proposals that it bears on, and how." })
  async bearsOn(
    @Root() action: PolicyAction,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PolicyActionBearing[]> {
    const links = await linkedList<Proposal, Pick<PolicyActionBearing, "bearing">>(
      { context, info },
      action.uuid,
      proposalTable,
      policyActionLinks.bearsOn,
    );
    return links.map(({ bearing, node }) => ({ bearing, proposal: node }));
  }

  @FieldResolver(() => [Source], { description: "Where it is written: at least one source." })
  sources(@Root() action: PolicyAction, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return linkedEntities({ context, info }, action.uuid, sourceTable, policyActionLinks.sources);
  }
}

@Resolver(() => Actor)
export class ActorPolicyActions {
  @FieldResolver(() => PolicyActionConnection, {
    description:
      "The policy actions that it took or takes, as their agent or as the one through whom the agent acts, and those aimed at it.",
  })
  policyActions(
    @Root() actor: Actor,
    @Args(() => ActorPolicyActionsArgs) args: ActorPolicyActionsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(PolicyActionConnection, { context, info, args }, actor.uuid, () =>
      actorPolicyActionList(args, context.asOf),
    );
  }
}

@Resolver(() => Proposal)
export class ProposalPolicyActions {
  @FieldResolver(() => PolicyActionConnection, { description: "The policy actions that bear on it." })
  policyActions(
    @Root() proposal: Proposal,
    @Args(() => ProposalPolicyActionsArgs) args: ProposalPolicyActionsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(PolicyActionConnection, { context, info, args }, proposal.uuid, () =>
      proposalPolicyActionList(args, context.asOf),
    );
  }
}
