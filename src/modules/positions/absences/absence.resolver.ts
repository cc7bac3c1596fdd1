import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { column, connection, reference } from "../../../graphql/field-sql.js";
import { LinksArgs } from "../../../graphql/links-args.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { rollCallTable } from "../roll-call/roll-call.repository.js";
import { RollCall } from "../roll-call/roll-call.type.js";
import { AbsencesArgs, AbsenteesArgs, CountedAbsencesArgs } from "./absence.input.js";
import { type AbsenteeScope, absenceList, absencesFrom, absenteeList } from "./absence.repository.js";
import { Absence, AbsenceConnection, Absentee, AbsenteeConnection } from "./absence.type.js";

@Resolver(() => RollCall)
export class RollCallAbsences {
  @Declared()
  @FieldResolver(() => [Absence], {
    description: "The members that are recorded as absent, sorted by name. `tally` may count more than are listed.",
  })
  absences(@Args(() => LinksArgs) args: LinksArgs) {
    return absencesFrom(args);
  }
}

@Resolver(() => Actor)
export class ActorAbsences {
  @Declared()
  @Takes({ wide: 12 })
  @FieldResolver(() => AbsenceConnection, {
    description: "The roll calls from which the actor was absent as a member.",
  })
  absences(@Args(() => AbsencesArgs) args: AbsencesArgs, @Ctx() context: Context) {
    return connection(absenceList(args, context.asOf), args);
  }
}

@Resolver(() => Absence)
export class AbsenceFields {
  @Declared()
  @FieldResolver(() => Actor, { description: "The member that was absent." })
  actor() {
    return reference(actorTable, "actorId");
  }

  @Declared()
  @FieldResolver(() => RollCall, { description: "The roll call in which the member took no part." })
  rollCall() {
    return reference(rollCallTable, "rollCallId");
  }
}

@Resolver()
export class AbsenteeQueries {
  @Declared()
  @Takes({ wide: 60, always: true })
  @Query(() => AbsenteeConnection, {
    description: "The number of absences from roll calls for each actor. Actors without an absence are not listed.",
  })
  absentees(@Args(() => AbsenteesArgs) args: AbsenteesArgs, @Ctx() context: Context) {
    const scope: AbsenteeScope = { where: args.where, asOf: args.asOf ?? context.asOf };
    return connection(absenteeList(args, scope.asOf), args, { scope });
  }
}

@Resolver(() => Absentee)
export class AbsenteeFields {
  @Declared()
  @FieldResolver(() => Actor, { description: "The actor that was absent." })
  actor() {
    return reference(actorTable, "actorId");
  }

  @Declared()
  @Takes({ read: 2 })
  @FieldResolver(() => AbsenceConnection, { description: "The absences that are counted." })
  absences(@Root() scope: AbsenteeScope, @Args(() => CountedAbsencesArgs) args: CountedAbsencesArgs) {
    return connection(absenceList({ ...args, where: scope.where }, scope.asOf), args, { parent: column("actorId") });
  }
}
