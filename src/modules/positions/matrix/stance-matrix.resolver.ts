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

@ObjectType({ simpleResolvers: true, description: "The standing position of a matrix's row on one of its columns." })
export class StanceCell {
  @Field(() => Stance, { description: "Where the row's actor stands on the column's subject." })
  stance: Stance;

  @Field(() => PositionBasis, { description: "What the position rests on." })
  basis: PositionBasis;

  @Field(() => EdtfDate, { description: "Since when." })
  since: string;
}

@ObjectType({ simpleResolvers: true, description: "Where each of some actors stands on each of some subjects." })
export class StanceMatrix {}

@Resolver()
export class StanceMatrixQueries {
  @Declared()
  @Takes({ read: 50, wide: 900, by: "subjects" })
  @Query(() => StanceMatrix, {
    description:
      "Where each of some actors stands on each of some subjects, by their standing positions, in one table.",
  })
  stanceMatrix(@Args(() => StanceMatrixArgs) args: StanceMatrixArgs, @Ctx() context: Context) {
    return stanceMatrix(args, args.asOf ?? context.asOf);
  }
}

@Resolver(() => StanceMatrix)
export class StanceMatrixFields {
  @Declared()
  @FieldResolver(() => [Actor], {
    description: "The actors, by name: those without a position on any of the subjects too.",
  })
  rows() {
    return rowsOf;
  }

  @Declared()
  @FieldResolver(() => [Subject], {
    description: "The subjects, by title: those on which none of the actors has a position too.",
  })
  columns() {
    return columnsOf;
  }

  @Declared()
  @FieldResolver(() => [[StanceCell]], {
    nullable: "items",
    description:
      "For each row, in the rows' order, one cell for each column, in the columns' order; null where the actor has no position on the subject.",
  })
  cells(@Root() { asOf }: MatrixScope) {
    return cellsOf(asOf);
  }
}

@Resolver(() => StanceCell)
export class StanceCellFields {
  @Declared()
  @FieldResolver(() => Position, { description: "The position itself, with its evidence." })
  position(): SameRowSql {
    return { kind: "sameRow" };
  }
}
