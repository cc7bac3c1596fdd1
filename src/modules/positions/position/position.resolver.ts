import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { entityMutations } from "../../../editing/mutations/entity-mutations.js";
import { byId } from "../../../graphql/by-global-id.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection, either, linked, reference } from "../../../graphql/field-sql.js";
import { LinksArgs } from "../../../graphql/links-args.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { policyActionTable, Subject } from "../../policy-actions/index.js";
import { proposalTable } from "../../proposals/index.js";
import { Source, sourceTable } from "../../sources/index.js";
import { statementTable } from "../../statements/index.js";
import { rollCallTable } from "../roll-call/roll-call.repository.js";
import { PositionByIdArgs, PositionsArgs } from "./position.input.js";
import { positionTable, standing, standingList } from "./position.repository.js";
import { Evidence, Position, PositionConnection } from "./position.type.js";
import { allSources } from "./position-sources.repository.js";

/** The subject that a row refers to. */
export const subjectReference = either([proposalTable, "proposalId"], [policyActionTable, "policyActionId"]);

/** The evidence of a position, which refers to at most one. */
export const evidenceReference = either(
  [statementTable, "evidenceStatementId"],
  [rollCallTable, "evidenceRollCallId"],
  [policyActionTable, "evidencePolicyActionId"],
);

@Resolver()
export class PositionQueries {
  @Declared()
  @Query(() => Position, { nullable: true, description: "The position with this id; null when there is none." })
  position(@Args(() => PositionByIdArgs) { id }: PositionByIdArgs) {
    return byId([positionTable], id);
  }

  @Declared()
  @Takes({ wide: 300 })
  @Query(() => PositionConnection, {
    description:
      "The standing positions on record: one at most of each holder on each subject. `positionHistory` of an actor or a subject has all.",
  })
  positions(@Args(() => PositionsArgs) args: PositionsArgs, @Ctx() context: Context) {
    return connection(standingList(args, args.asOf ?? context.asOf), args);
  }
}

@Resolver(() => Position)
export class PositionFields {
  @Declared()
  @FieldResolver(() => Actor, {
    description: "Who holds it: the actor that it binds, such as the state whose representative spoke.",
  })
  holder() {
    return reference(actorTable, "holderId");
  }

  @Declared()
  @FieldResolver(() => Actor, {
    nullable: true,
    description: "The actor through which the holder took it, such as the administration in office.",
  })
  through() {
    return reference(actorTable, "throughId");
  }

  @Declared()
  @FieldResolver(() => Subject, { description: "What it is a position on." })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => Boolean, {
    description: "Whether it stands now: the holder has no later position on the subject. `asOf` has no part in this.",
  })
  standing() {
    return standing;
  }

  @Declared()
  @FieldResolver(() => Evidence, {
    nullable: true,
    description:
      "What shows it. Null for a sponsorship, which its proposal tells, and where only `sources` are on record.",
  })
  evidence() {
    return evidenceReference;
  }

  @Declared()
  @FieldResolver(() => [Source], {
    description: "Where it is written, besides the sources of its evidence; often empty where there is evidence.",
  })
  sources(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(sourceTable, { table: "PositionSource", from: "positionId", to: "sourceId" }, args);
  }

  @Declared()
  @FieldResolver(() => [Source], {
    description:
      "Where it is written, its evidence's sources included: its own first, then those of the statement, the roll call or the policy action, or of the proposal that it sponsors. Each once.",
  })
  allSources() {
    return allSources;
  }
}

export const PositionMutations = entityMutations({
  type: Position,
  list: "positions",
  inside: { evidence: "Evidence" },
});
