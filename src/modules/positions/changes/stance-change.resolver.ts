import { Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { Stance } from "../../../db/generated/enums.js";
import { connectionType } from "../../../graphql/connection/connection-type.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { column, connection, reference, type SameRowSql, type ValueSql } from "../../../graphql/field-sql.js";
import { EdtfDate } from "../../../graphql/scalars/edtf-date.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { positionTable } from "../position/position.repository.js";
import { evidenceReference, subjectReference } from "../position/position.resolver.js";
import { Evidence, Position } from "../position/position.type.js";
import { StanceChangesArgs } from "./stance-change.input.js";
import { stanceChangeList } from "./stance-change.repository.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "That an actor took another stance than the one it had, on a subject or on a question that recurs as several: two of its positions in a row.",
})
export class StanceChange {
  @Field(() => Stance, { description: "The stance before." })
  from: Stance;
}

export const StanceChangeConnection = connectionType(() => StanceChange, "StanceChange", "changes of stance");

@Resolver()
export class StanceChangeQueries {
  @Declared()
  @Takes({ read: 20, wide: 2400, by: "across" })
  @Query(() => StanceChangeConnection, {
    description:
      "Where an actor took another stance on a subject than before: of all its positions on the subject that are not retracted, each is held against the next by `since`, then by recording. With `across`, on a question that recurs as several subjects.",
  })
  stanceChanges(@Args(() => StanceChangesArgs) args: StanceChangesArgs, @Ctx() context: Context) {
    return connection(stanceChangeList(args, context.asOf), args);
  }
}

/** Each is made of the row of the position after, which also has the stance before and the id of the position before. */
@Resolver(() => StanceChange)
export class StanceChangeFields {
  @Declared()
  @FieldResolver(() => Stance, { description: "The stance after." })
  to(): ValueSql {
    return { kind: "value", value: column("stance") };
  }

  @Declared()
  @FieldResolver(() => EdtfDate, { description: "When: `since` of the position after." })
  when(): ValueSql {
    return { kind: "value", value: column("since") };
  }

  @Declared()
  @FieldResolver(() => Position, { description: "The position after." })
  position(): SameRowSql {
    return { kind: "sameRow" };
  }

  @Declared()
  @FieldResolver(() => Actor, { description: "Who changed its stance." })
  holder() {
    return reference(actorTable, "holderId");
  }

  @Declared()
  @FieldResolver(() => Subject, { description: "On what; of several subjects, that of the position after." })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => Evidence, { nullable: true, description: "What shows the new stance." })
  evidence() {
    return evidenceReference;
  }

  @Declared()
  @FieldResolver(() => Position, { description: "The position before." })
  previous() {
    return reference(positionTable, "previousId");
  }
}
