import { createUnionType, Field, ObjectType, registerEnumType } from "type-graphql";
import { PositionBasis, Stance } from "../../../db/generated/enums.js";
import { connectionType } from "../../../graphql/connection/connection-type.js";
import { Entity, Node } from "../../../graphql/entity.js";
import { EdtfDate } from "../../../graphql/scalars/edtf-date.js";
import { PolicyAction } from "../../policy-actions/index.js";
import { Sourced } from "../../sources/index.js";
import { Statement } from "../../statements/index.js";
import { RollCall } from "../roll-call/roll-call.type.js";

registerEnumType(Stance, {
  name: "Stance",
  description: "Where an actor stands on a subject. Saying nothing is not a stance: then there is no position.",
  valuesConfig: {
    SUPPORTS: { description: "It is for it; in a vote: yes." },
    CONDITIONALLY_SUPPORTS: {
      description: "It is for it under conditions. Counts neither as support nor as opposition.",
    },
    UNDECIDED: { description: 'It said that it has yet to decide: "will examine it".' },
    ABSTAINS: { description: "It chose to be neither for nor against; in a vote: abstained." },
    OPPOSES: { description: "It is against it; in a vote: no." },
  },
});

registerEnumType(PositionBasis, {
  name: "PositionBasis",
  description: "What a position rests on.",
  valuesConfig: {
    STATEMENT: { description: "It was said or written." },
    VOTE: { description: "The holder voted, as a member of a body." },
    SPONSORSHIP: { description: "The holder put the proposal forward." },
    ADOPTION: { description: "The holder is a body that adopted a text; this says nothing of its members." },
    ACTION: { description: "A deed shows it." },
  },
});

@ObjectType({
  implements: [Node, Sourced],
  simpleResolvers: true,
  description:
    "That an actor takes a stance on a proposal or a policy action, on what basis, since when and where that is written. Of an actor's positions on one subject, the latest by `since`, then by recording, is the standing one.",
})
export class Position extends Entity {
  @Field(() => Stance, { description: "Where the holder stands." })
  stance: Stance;

  @Field(() => PositionBasis, { description: "What the position rests on." })
  basis: PositionBasis;

  @Field(() => String, { nullable: true, description: "The conditions that the holder made, in our words." })
  conditions: string | null;

  @Field(() => EdtfDate, { description: "Since when, as far as the evidence tells." })
  since: string;

  @Field(() => String, { nullable: true, description: "What the record leaves uncertain, or where sources differ." })
  note: string | null;
}

export const Evidence = createUnionType({
  name: "Evidence",
  description: "What shows that an actor holds a position.",
  types: () => [Statement, RollCall, PolicyAction] as const,
});

export const PositionConnection = connectionType(() => Position, "Position", "positions");
