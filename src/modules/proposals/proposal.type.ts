import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ProposalKind, ProposalStatus } from "../../db/generated/enums.js";
import { Node, SluggedEntity } from "../../graphql/entity.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";

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
  implements: Node,
  simpleResolvers: true,
  description:
    "Something that actors want to be done or agreed, and that actors can hold a position on. What was voted on is a proposal too: a vote on a paragraph or an amendment is on a proposal of its own, `PART_OF` the whole.",
})
export class Proposal extends SluggedEntity {
  static override readonly prefix = "proposal";

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
