import { Args, Ctx, FieldResolver, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { Declared } from "../../graphql/declared-fields.js";
import { connection } from "../../graphql/field-sql.js";
import { Actor } from "../actors/index.js";
import { PolicyAction } from "../policy-actions/index.js";
import { Proposal } from "../proposals/index.js";
import { Source } from "../sources/index.js";
import { ActorStatementsArgs, StatementsArgs } from "./statement.input.js";
import { actorStatementList, statementList, statementsOf } from "./statement.repository.js";
import { StatementConnection } from "./statement.type.js";

@Resolver(() => Source)
export class SourceStatements {
  @Declared()
  @FieldResolver(() => StatementConnection, { description: "The statements that are written in this source." })
  statements(@Args(() => StatementsArgs) args: StatementsArgs, @Ctx() context: Context) {
    return connection(statementList(args, context.asOf, statementsOf.source), args);
  }
}

@Resolver(() => Actor)
export class ActorStatements {
  @Declared()
  @FieldResolver(() => StatementConnection, {
    description: "The statements that the actor made, or that were made on its behalf.",
  })
  statements(@Args(() => ActorStatementsArgs) args: ActorStatementsArgs, @Ctx() context: Context) {
    return connection(actorStatementList(args, context.asOf), args);
  }
}

@Resolver(() => Proposal)
export class ProposalStatements {
  @Declared()
  @FieldResolver(() => StatementConnection, { description: "The statements that mention this subject." })
  statements(@Args(() => StatementsArgs) args: StatementsArgs, @Ctx() context: Context) {
    return connection(statementList(args, context.asOf, statementsOf.proposal), args);
  }
}

@Resolver(() => PolicyAction)
export class PolicyActionStatements {
  @Declared()
  @FieldResolver(() => StatementConnection, { description: "The statements that mention this subject." })
  statements(@Args(() => StatementsArgs) args: StatementsArgs, @Ctx() context: Context) {
    return connection(statementList(args, context.asOf, statementsOf.policyAction), args);
  }
}
