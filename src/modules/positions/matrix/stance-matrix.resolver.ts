import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { reference } from "../../../graphql/reference.js";
import { Takes } from "../../../graphql/work.js";
import { positionTable } from "../position/position.repository.js";
import { Position } from "../position/position.type.js";
import { StanceMatrixArgs } from "./stance-matrix.input.js";
import { stanceMatrix } from "./stance-matrix.repository.js";
import { StanceCell, StanceMatrix } from "./stance-matrix.type.js";

@Resolver()
export class StanceMatrixQueries {
  @Takes({ read: 50, wide: 900, by: "subjects" })
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
  @FieldResolver(() => Position, { description: "The position itself, with its evidence." })
  position(@Root() cell: StanceCell, @Ctx() context: Context) {
    return reference(positionTable, cell.positionId, context);
  }
}
