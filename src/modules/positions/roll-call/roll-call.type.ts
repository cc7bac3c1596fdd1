import { Field, Int, ObjectType } from "type-graphql";
import { connectionType } from "../../../graphql/connection/connection-type.js";
import { Node, SluggedEntity } from "../../../graphql/entity.js";
import { EdtfDate } from "../../../graphql/scalars/edtf-date.js";
import { Sourced } from "../../sources/index.js";

@ObjectType({
  implements: [Node, Sourced],
  simpleResolvers: true,
  description:
    "A recorded vote of a body on a proposal. Each vote cast is a position of its own, with the roll call as evidence.",
})
export class RollCall extends SluggedEntity {
  @Field(() => EdtfDate, { description: "When it was held." })
  heldOn: string;

  @Field(() => Int, { nullable: true, description: "The body's session in which it was held." })
  session: number | null;

  @Field(() => Int, { nullable: true, description: "Its number among the body's roll calls." })
  number: number | null;

  @Field(() => String, { nullable: true, description: "What the record leaves uncertain, or where sources differ." })
  note: string | null;
}

export const RollCallConnection = connectionType(() => RollCall, "RollCall", "roll calls");

@ObjectType({ simpleResolvers: true, description: "How many members voted how. Null means: not known." })
export class VoteTally {
  @Field(() => Int, { nullable: true, description: "Votes in favour." })
  yes: number | null;

  @Field(() => Int, { nullable: true, description: "Votes against." })
  no: number | null;

  @Field(() => Int, { nullable: true, description: "Abstentions." })
  abstain: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Members that took no part in the vote. Who was no member then is not among them.",
  })
  absent: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "The result of a roll call: as it was stated, and as its votes count.",
})
export class RollCallTally {}
