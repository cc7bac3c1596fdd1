import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { reference } from "../../../graphql/field-sql.js";
import { positionTable } from "../position/position.repository.js";
import { Position } from "../position/position.type.js";
import { StanceMatrixArgs } from "./stance-matrix.input.js";
import { stanceMatrix } from "./stance-matrix.repository.js";
import { StanceCell, StanceMatrix } from "./stance-matrix.type.js";

@Resolver()
export class StanceMatrixQueries {
  @Query(() => StanceMatrix, {
    description:
      "Where each of some actors stands on each of some subjects, by their standing positions, in one table.",
  })
  stanceMatrix(@Args(() => StanceMatrixArgs) args: StanceMatrixArgs, @Ctx() context: Context) {
    return stanceMatrix(context.database, args, args.asOf ?? context.asOf);
  }
}

@Resolver(() => StanceCell)
export class StanceCellFields {
  @Declared()
  @FieldResolver(() => Position, { description: "The position itself, with its evidence." })
  position() {
    return reference(positionTable, "positionId");
  }
}
