import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { Stance } from "../../../db/generated/enums.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection, reference } from "../../../graphql/field-sql.js";
import { EdtfDate } from "../../../graphql/scalars/edtf-date.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { Evidence } from "../position/evidence.type.js";
import { evidenceReference } from "../position/evidence-of.js";
import { positionTable } from "../position/position.repository.js";
import { Position } from "../position/position.type.js";
import { subjectReference } from "../position/subject-of.js";
import { StanceChangeConnection } from "./stance-change.connection.js";
import { StanceChangesArgs } from "./stance-change.input.js";
import { laterPosition, laterSince, laterStance, ofLater, stanceChangeList } from "./stance-change.repository.js";
import { StanceChange } from "./stance-change.type.js";

@Resolver()
export class StanceChangeQueries {
  @Declared()
  @Takes({ read: 20, wide: 2400, by: "across" })
  @Query(() => StanceChangeConnection, {
    description:
      "Where an actor took another stance on a subject than before: of all its positions on the subject that are not retracted, each is held against the next by `since`, then by recording. With `across`, on a question that recurs as several subjects.",
  })
  stanceChanges(@Args(() => StanceChangesArgs) args: StanceChangesArgs, @Ctx() context: Context) {
    return connection(StanceChangeConnection, stanceChangeList(args, context.asOf), args);
  }
}

/** Each is made of the row of the position after, which also has the stance before and the id of the position before. */
@Resolver(() => StanceChange)
export class StanceChangeFields {
  @Declared()
  @FieldResolver(() => Stance, { description: "The stance after." })
  to() {
    return laterStance;
  }

  @Declared()
  @FieldResolver(() => EdtfDate, { description: "When: `since` of the position after." })
  when() {
    return laterSince;
  }

  @Declared()
  @FieldResolver(() => Position, { description: "The position after." })
  position() {
    return laterPosition;
  }

  @Declared()
  @FieldResolver(() => Actor, { description: "Who changed its stance." })
  holder() {
    return ofLater(reference(actorTable, "holderId"));
  }

  @Declared()
  @FieldResolver(() => Subject, { description: "On what; of several subjects, that of the position after." })
  subject() {
    return ofLater(subjectReference);
  }

  @Declared()
  @FieldResolver(() => Evidence, { nullable: true, description: "What shows the new stance." })
  evidence() {
    return ofLater(evidenceReference);
  }

  @Declared()
  @FieldResolver(() => Position, { description: "The position before." })
  previous() {
    return reference(positionTable, "previousId");
  }
}
