import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { sql } from "../../../db/sql.js";
import { Declared } from "../../../graphql/declared-fields.js";
import type { SameRowSql, ValueSql } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { Actor } from "../../actors/index.js";
import { formulaObject } from "../formula.repository.js";
import { Formula } from "../formula.type.js";
import { rowsOf } from "../matrix/stance-matrix.repository.js";
import { AgreementMatrixArgs } from "./agreement.input.js";
import type { Comparison } from "./agreement.repository.js";
import { AgreementCell, AgreementMatrix, VoteTable } from "./agreement.type.js";
import { agreementMatrix, cellsOf } from "./agreement-matrix.repository.js";
import { AgreementMethod, agreementFormulas } from "./agreement-method.input.js";

@Resolver()
export class AgreementMatrixQueries {
  @Declared()
  @Takes({ read: 250, wide: 750, always: true })
  @Query(() => AgreementMatrix, {
    description:
      "How often each selected actor agrees with each other, as one table. Each cell equals `Actor.agreementWith` for that pair.",
  })
  agreementMatrix(@Args(() => AgreementMatrixArgs) args: AgreementMatrixArgs, @Ctx() context: Context) {
    return agreementMatrix(args, args.asOf ?? context.asOf);
  }
}

@Resolver(() => AgreementMatrix)
export class AgreementMatrixFields {
  @Declared()
  @FieldResolver(() => AgreementMethod, { description: "The measure that the scores use." })
  method(@Root() { method }: Comparison): ValueSql {
    return { kind: "value", value: () => sql`${method}::text` };
  }

  @Declared()
  @FieldResolver(() => Formula, { description: "The formula of the scores." })
  formula(@Root() { method }: Comparison) {
    return formulaObject(agreementFormulas[method]);
  }

  @Declared()
  @FieldResolver(() => [Actor], {
    description: "The actors of the rows, sorted by name. The columns are the same actors in the same order.",
  })
  actors() {
    return rowsOf;
  }

  @Declared()
  @FieldResolver(() => [[AgreementCell]], {
    description:
      "One row for each actor, with one cell for each actor. The diagonal cells compare an actor with itself.",
  })
  cells(@Root() comparison: Comparison) {
    return cellsOf(comparison);
  }
}

@Resolver(() => AgreementCell)
export class AgreementCellFields {
  @Declared()
  @FieldResolver(() => VoteTable, {
    description: "How often each vote of the row's actor coincides with each vote of the column's actor.",
  })
  table(): SameRowSql {
    return { kind: "sameRow" };
  }
}
