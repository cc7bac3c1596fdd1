import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { connectNested } from "../../graphql/connection/connection-source.js";
import { Actor } from "../actors/index.js";
import { PolicyAction } from "../policy-actions/index.js";
import { Proposal } from "../proposals/index.js";
import { Source } from "../sources/index.js";
import { StatementConnection } from "./statement.connection.js";
import { ActorStatementsArgs, StatementsArgs } from "./statement.input.js";
import { actorStatementList, statementList, statementsOf } from "./statement.repository.js";

@Resolver(() => Source)
export class SourceStatements {
  @FieldResolver(() => StatementConnection, { description: "The statements that are written in it." })
  statements(
    @Root() source: Source,
    @Args(() => StatementsArgs) args: StatementsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(StatementConnection, { context, info, args }, source.uuid, () =>
      statementList(args, context.asOf, statementsOf.source),
    );
  }
}

@Resolver(() => Actor)
export class ActorStatements {
  @FieldResolver(() => StatementConnection, { description: "The statements that it made, or that were made for it." })
  statements(
    @Root() actor: Actor,
    @Args(() => ActorStatementsArgs) args: ActorStatementsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(StatementConnection, { context, info, args }, actor.uuid, () =>
      actorStatementList(args, context.asOf),
    );
  }
}

@Resolver(() => Proposal)
export class ProposalStatements {
  @FieldResolver(() => StatementConnection, { description: "The statements that mention it." })
  statements(
    @Root() proposal: Proposal,
    @Args(() => StatementsArgs) args: StatementsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(StatementConnection, { context, info, args }, proposal.uuid, () =>
      statementList(args, context.asOf, statementsOf.proposal),
    );
  }
}

@Resolver(() => PolicyAction)
export class PolicyActionStatements {
  @FieldResolver(() => StatementConnection, { description: "The statements that mention it." })
  statements(
    @Root() action: PolicyAction,
    @Args(() => StatementsArgs) args: StatementsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(StatementConnection, { context, info, args }, action.uuid, () =>
      statementList(args, context.asOf, statementsOf.policyAction),
    );
  }
}
