import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { Takes } from "../../../graphql/work.js";
import { Actor } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { Position } from "../position/position.type.js";
import { StanceMatrixArgs } from "./stance-matrix.input.js";
import {
  cellPosition,
  cellsOf,
  columnsOf,
  type MatrixScope,
  rowsOf,
  stanceMatrix,
} from "./stance-matrix.repository.js";
import { StanceCell, StanceMatrix } from "./stance-matrix.type.js";

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
  position() {
    return cellPosition;
  }
}
