import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection, type OneSql, reference, type SameRowSql, type ValueSql } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { formulaObject } from "../formula.repository.js";
import { Formula } from "../formula.type.js";
import { positionTable } from "../position/position.repository.js";
import { subjectReference } from "../position/position.resolver.js";
import { Position } from "../position/position.type.js";
import type { VoteName } from "../votes/vote.input.js";
import { AgreementArgs, AgreementSubjectsArgs, AgreementsArgs } from "./agreement.input.js";
import { agreement, agreementList, type Comparison, sharedSubjectList, yearsOf } from "./agreement.repository.js";
import {
  Agreement,
  AgreementConnection,
  AgreementOfYear,
  AgreementSubject,
  AgreementSubjectConnection,
  VoteTable,
  VoteTableRow,
} from "./agreement.type.js";
import { AgreementMethod, agreementFormulas, countName } from "./agreement-method.input.js";

@Resolver(() => Actor)
export class ActorAgreement {
  @Declared()
  @Takes({ read: 8 })
  @FieldResolver(() => Agreement, {
    nullable: true,
    description: "How often the actor agrees with another actor. Null if no actor has that slug.",
  })
  agreementWith(@Args(() => AgreementArgs) args: AgreementArgs, @Ctx() context: Context) {
    return agreement(args, args.asOf ?? context.asOf);
  }

  @Declared()
  @Takes({ read: 400 })
  @FieldResolver(() => AgreementConnection, {
    description:
      "How often the actor agrees with each other actor. An actor is listed only if it shares at least `minimum` subjects.",
  })
  agreements(@Args(() => AgreementsArgs) args: AgreementsArgs, @Ctx() context: Context) {
    const { list, scope } = agreementList(args, args.asOf ?? context.asOf);
    return connection(list, args, { scope });
  }
}

@Resolver(() => Agreement)
export class AgreementFields {
  @Declared()
  @FieldResolver(() => Actor, { description: "The other actor." })
  actor() {
    return reference(actorTable, "otherId");
  }

  @Declared()
  @FieldResolver(() => AgreementMethod, { description: "The measure that `score` uses." })
  method(@Root() { method }: Comparison): ValueSql {
    return { kind: "value", value: () => sql`${method}::text` };
  }

  @Declared()
  @FieldResolver(() => Formula, { description: "The formula of `score`." })
  formula(@Root() { method }: Comparison) {
    return formulaObject(agreementFormulas[method]);
  }

  @Declared()
  @FieldResolver(() => VoteTable, {
    description: "How often each vote of the first actor coincides with each vote of the second.",
  })
  table(): SameRowSql {
    return { kind: "sameRow" };
  }

  @Declared()
  @Takes({ read: 10 })
  @FieldResolver(() => [AgreementOfYear], {
    description: "The agreement by year, earliest first. Years without a shared subject are left out.",
  })
  years(@Root() comparison: Comparison) {
    return yearsOf(comparison);
  }

  @Declared()
  @Takes({ read: 20 })
  @FieldResolver(() => AgreementSubjectConnection, { description: "The shared subjects, sorted by title." })
  subjects(@Root() comparison: Comparison, @Args(() => AgreementSubjectsArgs) args: AgreementSubjectsArgs) {
    const parent = (row: Sql): Sql => sql`array[${row}."actorId", ${row}."otherId"]`;
    return connection(sharedSubjectList(comparison, args.agrees), args, { parent });
  }
}

@Resolver(() => AgreementOfYear)
export class AgreementOfYearFields {
  @Declared()
  @FieldResolver(() => VoteTable, {
    description: "How often each vote of the first actor coincides with each vote of the second.",
  })
  table(): SameRowSql {
    return { kind: "sameRow" };
  }
}

/** The counts in which the first actor cast a vote. */
const tableRow = (mine: VoteName): OneSql => ({
  kind: "one",
  rows: (alias, pair) => {
    const count = (theirs: VoteName) => sql`${pair}.${raw(`"${countName(mine, theirs)}" as "${theirs}"`)}`;
    return { from: sql`(select ${count("yes")}, ${count("abstain")}, ${count("no")}) ${alias}` };
  },
});

@Resolver(() => VoteTable)
export class VoteTableFields {
  @Declared()
  @FieldResolver(() => VoteTableRow, { description: "The subjects on which the first actor voted yes." })
  yes() {
    return tableRow("yes");
  }

  @Declared()
  @FieldResolver(() => VoteTableRow, { description: "The subjects on which the first actor abstained." })
  abstain() {
    return tableRow("abstain");
  }

  @Declared()
  @FieldResolver(() => VoteTableRow, { description: "The subjects on which the first actor voted no." })
  no() {
    return tableRow("no");
  }
}

@Resolver(() => AgreementSubject)
export class AgreementSubjectFields {
  @Declared()
  @FieldResolver(() => Subject, { description: "The proposal or policy action." })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => Position, { description: "The position of the actor whose agreement is requested." })
  mine() {
    return reference(positionTable, "mineId");
  }

  @Declared()
  @FieldResolver(() => Position, { description: "The position of the other actor." })
  theirs() {
    return reference(positionTable, "theirsId");
  }
}
