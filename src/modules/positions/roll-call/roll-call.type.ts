import { Field, Int, ObjectType } from "type-graphql";
import { connectionType } from "../../../graphql/connection/connection-type.js";
import { Node, SluggedEntity } from "../../../graphql/entity.js";
import { EdtfDate } from "../../../graphql/scalars/edtf-date.js";
import { Sourced } from "../../sources/index.js";

@ObjectType({
  implements: [Node, Sourced],
  simpleResolvers: true,
  description:
    "A recorded vote of a body on a proposal. Each vote is a separate position, with the roll call as its evidence.",
})
export class RollCall extends SluggedEntity {
  @Field(() => EdtfDate, { description: "When the vote was held." })
  heldOn: string;

  @Field(() => Int, {
    nullable: true,
    description: "The session of the body in which the vote was held. Null if not recorded.",
  })
  session: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "The number of the roll call, as the body counts them. Null if not recorded.",
  })
  number: number | null;

  @Field(() => String, {
    nullable: true,
    description: "A note on what is uncertain in the record, or on where sources differ. Null if there is none.",
  })
  note: string | null;
}

export const RollCallConnection = connectionType(() => RollCall, "RollCall", "roll calls");

@ObjectType({
  simpleResolvers: true,
  description: "The number of members that voted in each way. A null field means that the number is unknown.",
})
export class VoteTally {
  @Field(() => Int, { nullable: true, description: "The number of votes in favour." })
  yes: number | null;

  @Field(() => Int, { nullable: true, description: "The number of votes against." })
  no: number | null;

  @Field(() => Int, { nullable: true, description: "The number of abstentions." })
  abstain: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The number of members that took no part in the vote. Actors that were not members at the time are not counted.",
  })
  absent: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "The result of a roll call: as stated, and as counted from the recorded votes.",
})
export class RollCallTally {}
