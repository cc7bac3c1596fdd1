import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Bearing } from "../../db/generated/enums.js";
import { Proposal } from "../proposals/index.js";

registerEnumType(Bearing, {
  name: "Bearing",
  description: "How a policy action bears on a proposal.",
  valuesConfig: {
    ADVANCES: { description: "It brings what is proposed nearer." },
    UNDERMINES: { description: "It makes what is proposed harder to reach." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "That a policy action bears on a proposal. It is not a position: what its agent holds is recorded apart.",
})
export class PolicyActionBearing {
  proposal: Proposal;

  @Field(() => Bearing, { description: "How it bears on the proposal." })
  bearing: Bearing;
}
