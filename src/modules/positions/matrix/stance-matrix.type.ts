import { Field, ObjectType } from "type-graphql";
import { PositionBasis, Stance } from "../../../db/generated/enums.js";
import { EdtfDate } from "../../../graphql/scalars/edtf-date.js";
import { Actor } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";

@ObjectType({ simpleResolvers: true, description: "The standing position of a matrix's row on one of its columns." })
export class StanceCell {
  positionId: string;

  @Field(() => Stance, { description: "Where the row's actor stands on the column's subject." })
  stance: Stance;

  @Field(() => PositionBasis, { description: "What the position rests on." })
  basis: PositionBasis;

  @Field(() => EdtfDate, { description: "Since when." })
  since: string;
}

@ObjectType({ simpleResolvers: true, description: "Where each of some actors stands on each of some subjects." })
export class StanceMatrix {
  rows: Actor[];

  columns: Subject[];

  cells: (StanceCell | null)[][];
}
