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
  @Query(() => Position, { nullable: true, description: "The position with this id. Null if there is none." })
  position(@Args(() => PositionByIdArgs) { id }: PositionByIdArgs) {
    return byId([positionTable], id);
  }

  @Declared()
  @Takes({ wide: 300 })
  @Query(() => PositionConnection, {
    description:
      "All standing positions that match the filter: at most one per holder and subject. For replaced positions, use `positionHistory` of an actor or a subject.",
  })
  positions(@Args(() => PositionsArgs) args: PositionsArgs, @Ctx() context: Context) {
    return connection(standingList(args, args.asOf ?? context.asOf), args);
  }
}

@Resolver(() => Position)
export class PositionFields {
  @Declared()
  @FieldResolver(() => Actor, {
    description:
      "The actor that holds the position: the one that it binds, such as the state whose representative spoke.",
  })
  holder() {
    return reference(actorTable, "holderId");
  }

  @Declared()
  @FieldResolver(() => Actor, {
    nullable: true,
    description:
      "The actor through which the holder took the position, such as the administration in office. Null if none is recorded.",
  })
  through() {
    return reference(actorTable, "throughId");
  }

  @Declared()
  @FieldResolver(() => Subject, { description: "The proposal or policy action that the position is on." })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => Boolean, {
    description:
      "Whether this is the holder's standing position on the subject now: there is no later one. `asOf` does not affect this field.",
  })
  standing() {
    return standing;
  }

  @Declared()
  @FieldResolver(() => Evidence, {
    nullable: true,
    description:
      "The statement, roll call or policy action that shows the position. Null for a sponsorship, which the proposal itself shows, and if only `sources` are recorded.",
  })
  evidence() {
    return evidenceReference;
  }

  @Declared()
  @FieldResolver(() => [Source], {
    description: "The position's own sources, in addition to those of its evidence. Often empty if there is evidence.",
  })
  sources(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(sourceTable, { table: "PositionSource", from: "positionId", to: "sourceId" }, args);
  }

  @Declared()
  @FieldResolver(() => [Source], {
    description:
      "All sources, including those of the evidence, each once. The position's own sources come first, then those of the statement, the roll call, the policy action or, for a sponsorship, the proposal.",
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
