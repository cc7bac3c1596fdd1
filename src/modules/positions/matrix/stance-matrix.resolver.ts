import { Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { PositionBasis, Stance } from "../../../db/generated/enums.js";
import { Declared } from "../../../graphql/declared-fields.js";
import type { SameRowSql } from "../../../graphql/field-sql.js";
import { EdtfDate } from "../../../graphql/scalars/edtf-date.js";
import { Takes } from "../../../graphql/work.js";
import { Actor } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { Position } from "../position/position.type.js";
import {
  cellsOf,
  columnsOf,
  type MatrixScope,
  rowsOf,
  StanceMatrixArgs,
  stanceMatrix,
} from "./stance-matrix.repository.js";

@ObjectType({ simpleResolvers: true, description: "The standing position of the row's actor on the column's subject." })
export class StanceCell {
  @Field(() => Stance, { description: "The stance of the row's actor on the column's subject." })
  stance: Stance;

  @Field(() => PositionBasis, { description: "The kind of evidence on which the position is based." })
  basis: PositionBasis;

  @Field(() => EdtfDate, { description: "The date since which the position has been held." })
  since: string;
}

@ObjectType({ simpleResolvers: true, description: "The stances of selected actors on selected subjects." })
export class StanceMatrix {}

@Resolver()
export class StanceMatrixQueries {
  @Declared()
  @Takes({ read: 50, wide: 900, by: "subjects" })
  @Query(() => StanceMatrix, {
    description:
      "The stance of each selected actor on each selected subject, by their standing positions, as one table.",
  })
  stanceMatrix(@Args(() => StanceMatrixArgs) args: StanceMatrixArgs, @Ctx() context: Context) {
    return stanceMatrix(args, args.asOf ?? context.asOf);
  }
}

@Resolver(() => StanceMatrix)
export class StanceMatrixFields {
  @Declared()
  @FieldResolver(() => [Actor], {
    description: "The actors, sorted by name, including those without a position on any of the subjects.",
  })
  rows() {
    return rowsOf;
  }

  @Declared()
  @FieldResolver(() => [Subject], {
    description: "The subjects, sorted by title, including those without a position of any of the actors.",
  })
  columns() {
    return columnsOf;
  }

  @Declared()
  @FieldResolver(() => [[StanceCell]], {
    nullable: "items",
    description:
      "One list per row, with one cell per column, in the order of `rows` and `columns`. A cell is null if the actor has no standing position on the subject.",
  })
  cells(@Root() { asOf }: MatrixScope) {
    return cellsOf(asOf);
  }
}

@Resolver(() => StanceCell)
export class StanceCellFields {
  @Declared()
  @FieldResolver(() => Position, { description: "The standing position, with its evidence." })
  position(): SameRowSql {
    return { kind: "sameRow" };
  }
}
