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
  description:
    "The stance of an actor on a subject. If an actor has said and done nothing on a subject, it has no position, so it has no stance.",
  valuesConfig: {
    SUPPORTS: { description: "The actor is for the subject. In a vote: yes." },
    CONDITIONALLY_SUPPORTS: {
      description: "The actor supports the subject under conditions. This counts neither as support nor as opposition.",
    },
    UNDECIDED: { description: 'The actor said that it has not decided yet: "will examine it".' },
    ABSTAINS: { description: "The actor chose to be neither for nor against. In a vote: abstained." },
    OPPOSES: { description: "The actor is against the subject. In a vote: no." },
  },
});

registerEnumType(PositionBasis, {
  name: "PositionBasis",
  description: "The kind of evidence on which a position is based.",
  valuesConfig: {
    STATEMENT: { description: "A spoken or written statement." },
    VOTE: { description: "A vote of the holder as a member of a body." },
    SPONSORSHIP: { description: "The holder sponsored the proposal." },
    ADOPTION: { description: "The holder is a body that adopted a text. This says nothing about its members." },
    ACTION: { description: "A policy action of the holder." },
  },
});

@ObjectType({
  implements: [Node, Sourced],
  simpleResolvers: true,
  description:
    "A recorded stance of an actor on a proposal or a policy action, with its basis, evidence, date and sources. Of an actor's positions on one subject, the standing position is the one with the latest `since`; if two are equal, the one recorded later.",
})
export class Position extends Entity {
  @Field(() => Stance, { description: "The holder's stance on the subject." })
  stance: Stance;

  @Field(() => PositionBasis, { description: "The kind of evidence on which the position is based." })
  basis: PositionBasis;

  @Field(() => String, { nullable: true, description: "The conditions that the holder set, as a paraphrase." })
  conditions: string | null;

  @Field(() => EdtfDate, {
    description: "The date since which the position has been held, as far as the evidence shows.",
  })
  since: string;

  @Field(() => String, {
    nullable: true,
    description: "A note on what is uncertain in the record, or on where sources differ. Null if there is none.",
  })
  note: string | null;
}

export const Evidence = createUnionType({
  name: "Evidence",
  description: "The statement, roll call or policy action that shows an actor's position.",
  types: () => [Statement, RollCall, PolicyAction] as const,
});

export const PositionConnection = connectionType(() => Position, "Position", "positions");
