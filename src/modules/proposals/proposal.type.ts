import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ParticipationRole, ProposalKind, ProposalRelationKind, ProposalStatus } from "../../db/generated/enums.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Node, SluggedEntity } from "../../graphql/entity.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Titled } from "../../graphql/titled.js";
import { Sourced } from "../sources/index.js";

registerEnumType(ProposalKind, {
  name: "ProposalKind",
  description: "What sort of thing is proposed.",
  valuesConfig: {
    SETTLEMENT: { description: "How a conflict or dispute is to be settled." },
    CONFERENCE: { description: "That a conference or meeting be held." },
    RESOLUTION: { description: "A text for a body to adopt." },
    PLAN: { description: "A programme of several steps or measures." },
    MECHANISM: { description: "A lasting arrangement: a mediator, a court, a format of talks." },
    AMENDMENT: { description: "A change to another proposal's text; voted on by itself." },
    PARAGRAPH: { description: "A part of another proposal's text; voted on by itself." },
    OTHER: { description: "Anything else." },
  },
});

registerEnumType(ProposalStatus, {
  name: "ProposalStatus",
  description: "What has become of a proposal.",
  valuesConfig: {
    PROPOSED: { description: "It has been put forward." },
    UNDER_CONSIDERATION: { description: "Those who are to decide on it have taken it up." },
    ADOPTED: { description: "Those who were to decide on it have accepted it." },
    REJECTED: { description: "Those who were to decide on it have refused it." },
    WITHDRAWN: { description: "Its sponsors have taken it back." },
    LAPSED: { description: "Its time has passed without a decision." },
  },
});

@ObjectType({
  implements: [Node, Titled, Sourced],
  simpleResolvers: true,
  description:
    "Something that actors want to be done or agreed, and that actors can hold a position on. What was voted on is a proposal too: a vote on a paragraph or an amendment is on a proposal of its own, `PART_OF` the whole.",
})
export class Proposal extends SluggedEntity {
  @Field(() => String, { description: "Its title, in English." })
  title: string;

  @Field(() => ProposalKind, { description: "What sort of thing is proposed." })
  kind: ProposalKind;

  @Field(() => ProposalStatus, { description: "What has become of it." })
  status: ProposalStatus;

  @Field(() => String, { nullable: true, description: "What is proposed, in a few sentences." })
  summary: string | null;

  @Field(() => EdtfDate, { nullable: true, description: "When it was put forward; null where not on record." })
  proposedOn: string | null;

  @Field(() => EdtfDate, {
    nullable: true,
    description: "When what is proposed is to happen or to hold; null where none is named.",
  })
  timeframe: string | null;

  @Field(() => String, { nullable: true, description: "Where it is to happen; null where none is named." })
  venue: string | null;

  @Field(() => String, { nullable: true, description: "What the record leaves uncertain, or where sources differ." })
  note: string | null;
}

export const ProposalConnection = connectionType(() => Proposal, "Proposal", "proposals");

registerEnumType(ParticipationRole, {
  name: "ParticipationRole",
  description: "By which right an actor is to take part.",
  valuesConfig: {
    PARTY: { description: "A side of what is to be settled or agreed." },
    MEDIATOR: { description: "One who is to bring the parties together." },
    HOST: { description: "One at whose place it is to happen." },
    INVITED: { description: "One who is asked to attend, without being a party or a mediator." },
  },
});

@ObjectType({ simpleResolvers: true, description: "An actor that is to take part in what is proposed." })
export class Participation {
  @Field(() => ParticipationRole, { description: "By which right." })
  role: ParticipationRole;
}

registerEnumType(ProposalRelationKind, {
  name: "ProposalRelationKind",
  description: "What one proposal is to another, read from the one that names the other.",
  valuesConfig: {
    BUILDS_ON: { description: "It takes up the other and carries it further." },
    ENDORSES: { description: "Its text approves of the other. Supporting it is not by itself supporting the other." },
    AMENDS: { description: "It changes the other's text." },
    SUPERSEDES: { description: "It takes the other's place." },
    CONTRADICTS: { description: "Both cannot be carried out." },
    PART_OF: { description: "It is a part of the other, such as a paragraph of a resolution." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A relation of a proposal to another." })
export class ProposalRelation {
  @Field(() => ProposalRelationKind, {
    description: "What the one that names the relation is to the other, from whichever end it is read.",
  })
  kind: ProposalRelationKind;

  @Field(() => String, { nullable: true, description: "What the kind alone does not tell." })
  note: string | null;

  @Field(() => String, { nullable: true, description: "Why its weight is not 1; null where it is." })
  weightReason: string | null;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A subject matter that proposals are about, such as a conflict, a right or a region.",
})
export class Topic extends SluggedEntity {
  @Field(() => String, { description: "What it is called." })
  name: string;

  @Field(() => String, { nullable: true, description: "What belongs to it, in a sentence or two." })
  description: string | null;
}
