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
    "Two consecutive positions of an actor with different stances, on one subject or on a question that recurs as several subjects.",
})
export class StanceChange {
  @Field(() => Stance, { description: "The stance before the change." })
  from: Stance;
}

export const StanceChangeConnection = connectionType(() => StanceChange, "StanceChange", "changes of stance");

@Resolver()
export class StanceChangeQueries {
  @Declared()
  @Takes({ read: 20, wide: 2400, by: "across" })
  @Query(() => StanceChangeConnection, {
    description:
      "The changes of stance of actors. All positions of a holder on a subject that are not retracted are sorted by `since`, then by time of recording, and each is compared with the next. With `across`, several subjects are compared as one recurring question.",
  })
  stanceChanges(@Args(() => StanceChangesArgs) args: StanceChangesArgs, @Ctx() context: Context) {
    return connection(stanceChangeList(args, context.asOf), args);
  }
}

/** Each is made of the row of the position after, which also has the stance before and the id of the position before. */
@Resolver(() => StanceChange)
export class StanceChangeFields {
  @Declared()
  @FieldResolver(() => Stance, { description: "The stance after the change." })
  to(): ValueSql {
    return { kind: "value", value: column("stance") };
  }

  @Declared()
  @FieldResolver(() => EdtfDate, { description: "The date of the change: `since` of the position after it." })
  when(): ValueSql {
    return { kind: "value", value: column("since") };
  }

  @Declared()
  @FieldResolver(() => Position, { description: "The position after the change." })
  position(): SameRowSql {
    return { kind: "sameRow" };
  }

  @Declared()
  @FieldResolver(() => Actor, { description: "The actor whose stance changed." })
  holder() {
    return reference(actorTable, "holderId");
  }

  @Declared()
  @FieldResolver(() => Subject, { description: "The subject of the position after the change." })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => Evidence, { nullable: true, description: "The evidence for the new stance." })
  evidence() {
    return evidenceReference;
  }

  @Declared()
  @FieldResolver(() => Position, { description: "The position before the change." })
  previous() {
    return reference(positionTable, "previousId");
  }
}
