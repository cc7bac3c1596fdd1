import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Bearing, PolicyActionKind, PolicyActionStatus } from "../../db/generated/enums.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Node, SluggedEntity } from "../../graphql/entity.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Titled } from "../../graphql/titled.js";
import { Sourced } from "../sources/index.js";

registerEnumType(PolicyActionKind, {
  name: "PolicyActionKind",
  description: "The kind of action.",
  valuesConfig: {
    RECOGNITION: { description: "A state, a government, a border or a claim is recognised." },
    RELOCATION: { description: "An embassy, an office or a body is moved." },
    FUNDING: { description: "Money is granted, restored or increased." },
    FUNDING_CUT: { description: "Money is cut, ended or withheld." },
    CLOSURE: { description: "An office, a mission or a crossing is closed." },
    REOPENING: { description: "Something that was closed is reopened." },
    LEGAL_DETERMINATION: { description: "Something is declared lawful, unlawful or of a certain legal status." },
    RELATIONS: { description: "Diplomatic relations are established, restored, upgraded, downgraded or broken off." },
    SANCTION: { description: "A penalty or restriction is imposed or lifted." },
    REFUSAL: { description: "The agent declines something that was offered or requested." },
    OTHER: { description: "An action of any other kind." },
  },
});

registerEnumType(PolicyActionStatus, {
  name: "PolicyActionStatus",
  description: "The status of a policy action.",
  valuesConfig: {
    ANNOUNCED: { description: "The agent has announced the action. It is not recorded as begun." },
    IN_EFFECT: { description: "The action was carried out and is in effect." },
    REVERSED: { description: "The action was carried out and later reversed." },
    ABANDONED: { description: "The action was announced, then abandoned before it took effect." },
  },
});

@ObjectType({
  implements: [Node, Titled, Sourced],
  simpleResolvers: true,
  description:
    "An action that an actor took, takes or has announced, in contrast to what it says or proposes. Actors can hold a position on it.",
})
export class PolicyAction extends SluggedEntity {
  @Field(() => String, { description: "The title, in English." })
  title: string;

  @Field(() => PolicyActionKind, { description: "The kind of action." })
  kind: PolicyActionKind;

  @Field(() => PolicyActionStatus, { description: "The current status." })
  status: PolicyActionStatus;

  @Field(() => EdtfDate, { nullable: true, description: "When the action was announced. Null if not recorded." })
  announcedOn: string | null;

  @Field(() => EdtfDate, { nullable: true, description: "When the action was or is in effect. Null if not recorded." })
  during: string | null;

  @Field(() => String, { nullable: true, description: "A summary of what was done, in a few sentences." })
  summary: string | null;
}

export const PolicyActionConnection = connectionType(() => PolicyAction, "PolicyAction", "policy actions");

registerEnumType(Bearing, {
  name: "Bearing",
  description: "How a policy action bears on a proposal.",
  valuesConfig: {
    ADVANCES: { description: "The action brings the proposed outcome nearer." },
    UNDERMINES: { description: "The action makes the proposed outcome harder to reach." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "The effect of a policy action on a proposal. It is not a position of the agent; positions are recorded separately.",
})
export class PolicyActionBearing {
  @Field(() => Bearing, { description: "Whether the action advances or undermines the proposal." })
  bearing: Bearing;

  @Field(() => String, {
    nullable: true,
    description: "The reason for a weight other than 1. Null if the weight is 1.",
  })
  weightReason: string | null;
}
