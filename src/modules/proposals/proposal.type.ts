import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ParticipationRole, ProposalKind, ProposalRelationKind, ProposalStatus } from "../../db/generated/enums.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Node, SluggedEntity } from "../../graphql/entity.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Titled } from "../../graphql/titled.js";
import { Sourced } from "../sources/index.js";

registerEnumType(ProposalKind, {
  name: "ProposalKind",
  description: "The kind of proposal.",
  valuesConfig: {
    SETTLEMENT: { description: "A way to settle a conflict or dispute." },
    CONFERENCE: { description: "A conference or meeting to be held." },
    RESOLUTION: { description: "A text for a body to adopt." },
    PLAN: { description: "A programme of several steps or measures." },
    MECHANISM: { description: "A lasting arrangement: a mediator, a court, a format of talks." },
    AMENDMENT: { description: "A change to another proposal's text, voted on separately." },
    PARAGRAPH: { description: "A part of another proposal's text, voted on separately." },
    OTHER: { description: "A proposal of any other kind." },
  },
});

registerEnumType(ProposalStatus, {
  name: "ProposalStatus",
  description: "The status of a proposal.",
  valuesConfig: {
    PROPOSED: { description: "It has been put forward." },
    UNDER_CONSIDERATION: { description: "The body or the parties that decide on it are considering it." },
    ADOPTED: { description: "The body or the parties that decide on it have accepted it." },
    REJECTED: { description: "The body or the parties that decide on it have refused it." },
    WITHDRAWN: { description: "Its sponsors have withdrawn it." },
    LAPSED: { description: "Its time has passed without a decision." },
  },
});

@ObjectType({
  implements: [Node, Titled, Sourced],
  simpleResolvers: true,
  description:
    "Something that actors propose to do or to agree on, and on which actors can hold a position. Every text that is voted on is a proposal. A paragraph or an amendment that is voted on separately is a separate proposal, `PART_OF` the entire text.",
})
export class Proposal extends SluggedEntity {
  @Field(() => String, { description: "The title, in English." })
  title: string;

  @Field(() => ProposalKind, { description: "The kind of proposal." })
  kind: ProposalKind;

  @Field(() => ProposalStatus, { description: "The current status." })
  status: ProposalStatus;

  @Field(() => String, { nullable: true, description: "A summary of the proposal, in a few sentences." })
  summary: string | null;

  @Field(() => EdtfDate, { nullable: true, description: "When the proposal was put forward. Null if not recorded." })
  proposedOn: string | null;

  @Field(() => EdtfDate, {
    nullable: true,
    description: "When the proposed event or arrangement is to take place. Null if not specified.",
  })
  timeframe: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where the proposed event is to take place. Null if not specified.",
  })
  venue: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A note on what is uncertain in the record, or on where sources differ. Null if there is none.",
  })
  note: string | null;
}

export const ProposalConnection = connectionType(() => Proposal, "Proposal", "proposals");

registerEnumType(ParticipationRole, {
  name: "ParticipationRole",
  description: "The role in which an actor takes part in a proposal.",
  valuesConfig: {
    PARTY: { description: "The actor is a party to the conflict or the agreement." },
    MEDIATOR: { description: "The actor is to bring the parties together." },
    HOST: { description: "The actor hosts what is proposed." },
    INVITED: { description: "The actor is invited to attend, but is neither a party nor a mediator." },
  },
});

@ObjectType({ simpleResolvers: true, description: "The part that an actor is to take in a proposal." })
export class Participation {
  @Field(() => ParticipationRole, { description: "The role in which the actor takes part." })
  role: ParticipationRole;
}

registerEnumType(ProposalRelationKind, {
  name: "ProposalRelationKind",
  description:
    "The kind of a relation between two proposals, read from the proposal that names the relation to the other.",
  valuesConfig: {
    BUILDS_ON: { description: "It takes up the other proposal and develops it further." },
    ENDORSES: {
      description:
        "Its text approves of the other proposal. To support it does not by itself mean to support the other.",
    },
    AMENDS: { description: "It changes the text of the other proposal." },
    SUPERSEDES: { description: "It replaces the other proposal." },
    CONTRADICTS: { description: "The two proposals cannot both be carried out." },
    PART_OF: { description: "It is a part of the other proposal, such as a paragraph of a resolution." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A relation between two proposals." })
export class ProposalRelation {
  @Field(() => ProposalRelationKind, {
    description:
      "The kind of relation. It is always read from the proposal that names the relation to the other, also in `relatedFrom`.",
  })
  kind: ProposalRelationKind;

  @Field(() => String, { nullable: true, description: "A note on what is uncertain or particular about the relation." })
  note: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The reason for a weight other than 1. Null if the weight is 1.",
  })
  weightReason: string | null;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A subject matter of proposals, such as a conflict, a right or a region.",
})
export class Topic extends SluggedEntity {
  @Field(() => String, { description: "The name of the topic." })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: "A description of what the topic covers, in one or two sentences.",
  })
  description: string | null;
}
