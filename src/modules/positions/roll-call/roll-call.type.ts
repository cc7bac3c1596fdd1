import { Field, Int, ObjectType } from "type-graphql";
import { Node, SluggedEntity } from "../../../graphql/entity.js";
import { EdtfDate } from "../../../graphql/scalars/edtf-date.js";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "A recorded vote of a body on a proposal. Each vote cast is a position of its own, with the roll call as evidence.",
})
export class RollCall extends SluggedEntity {
  static override readonly prefix = "roll_call";

  proposalId: string;
  bodyId: string;
  meetingId: string | null;
  statedYes: number | null;
  statedNo: number | null;
  statedAbstain: number | null;
  statedAbsent: number | null;
  countedYes: number;
  countedNo: number;
  countedAbstain: number;
  countedAbsent: number | null;

  @Field(() => EdtfDate, { description: "When it was held." })
  heldOn: string;

  @Field(() => Int, { nullable: true, description: "The body's session in which it was held." })
  session: number | null;

  @Field(() => Int, { nullable: true, description: "Its number among the body's roll calls." })
  number: number | null;

  @Field(() => String, { nullable: true, description: "What the record leaves uncertain, or where sources differ." })
  note: string | null;
}
