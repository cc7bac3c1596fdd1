import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Bearing, PolicyActionKind, PolicyActionStatus } from "../../db/generated/enums.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Node, SluggedEntity } from "../../graphql/entity.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Titled } from "../../graphql/titled.js";
import { Sourced } from "../sources/index.js";

registerEnumType(PolicyActionKind, {
  name: "PolicyActionKind",
  description: "What sort of deed it is.",
  valuesConfig: {
    RECOGNITION: { description: "A state, a government, a border or a claim is recognised." },
    RELOCATION: { description: "An embassy, an office or a body is moved." },
    FUNDING: { description: "Money is given, restored or raised." },
    FUNDING_CUT: { description: "Money is cut, ended or withheld." },
    CLOSURE: { description: "An office, a mission or a crossing is closed." },
    REOPENING: { description: "What was closed is opened again." },
    LEGAL_DETERMINATION: { description: "Something is declared lawful, unlawful or to be of some legal standing." },
    RELATIONS: { description: "Relations are taken up, restored, raised, lowered or broken off." },
    SANCTION: { description: "A penalty or restriction is laid on someone, or lifted." },
    REFUSAL: { description: "The agent declines something that was offered or asked." },
    OTHER: { description: "Anything else." },
  },
});

registerEnumType(PolicyActionStatus, {
  name: "PolicyActionStatus",
  description: "What has become of a policy action.",
  valuesConfig: {
    ANNOUNCED: { description: "Its agent has said that it will come; it is not on record as begun." },
    IN_EFFECT: { description: "It has been done, and stands." },
    REVERSED: { description: "It was done, and has been undone since." },
    ABANDONED: { description: "It was announced, and given up before it was done." },
  },
});

@ObjectType({
  implements: [Node, Titled, Sourced],
  simpleResolvers: true,
  description:
    "Something that an actor did, does or said that it will do, as against what it says or proposes. Actors can hold a position on it.",
})
export class PolicyAction extends SluggedEntity {
  @Field(() => String, { description: "What it is called, in English." })
  title: string;

  @Field(() => PolicyActionKind, { description: "What sort of deed it is." })
  kind: PolicyActionKind;

  @Field(() => PolicyActionStatus, { description: "What has become of it." })
  status: PolicyActionStatus;

  @Field(() => EdtfDate, { nullable: true, description: "When it was announced; null where not on record." })
  announcedOn: string | null;

  @Field(() => EdtfDate, { nullable: true, description: "When it was or is in effect; null where not on record." })
  during: string | null;

  @Field(() => String, { nullable: true, description: "What was done, in a few sentences." })
  summary: string | null;
}

export const PolicyActionConnection = connectionType(() => PolicyAction, "PolicyAction", "policy actions");

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
  @Field(() => Bearing, { description: "How it bears on the proposal." })
  bearing: Bearing;

  @Field(() => String, { nullable: true, description: "Why its weight is not 1; null where it is." })
  weightReason: string | null;
}
