import { GraphQLJSON } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { DraftAction, DraftStatus } from "../../db/generated/enums.js";
import { Node } from "../../graphql/entity.js";
import { DateTime } from "../../graphql/scalars/date-time.js";
import { draftPrefix } from "../../record/drafts/stored-draft.js";

registerEnumType(DraftAction, {
  name: "DraftAction",
  description: "What approving a draft does.",
  valuesConfig: {
    RECORD: { description: "It records a new entity." },
    REVISE: { description: "It revises an entity that is on record." },
  },
});

registerEnumType(DraftStatus, {
  name: "DraftStatus",
  description: "What became of a draft.",
  valuesConfig: {
    PENDING: { description: "It awaits the decision of an editor." },
    APPROVED: { description: "An editor approved it, and it is on record." },
    REJECTED: { description: "An editor rejected it, and said why." },
    WITHDRAWN: { description: "Its author took it back." },
  },
});

/** A row of the table `Draft`, for whoever may see it: see `draftKey`. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "What a contributor would record or revise. Its author and the editors see it, and nobody else: it is in no list, count, search or feed but `drafts`. `record…` and `revise…` make drafts, editors approve or reject them. An author has 1,000 pending ones at most.",
})
export class Draft implements Node {
  static readonly prefix = draftPrefix;

  id: string;

  @Field(() => Int, { description: "1 when it was made, one more with each change and with the decision." })
  version: number;

  @Field(() => DraftStatus, { description: "What became of it." })
  status: DraftStatus;

  @Field(() => DraftAction, { description: "What approving it does." })
  action: DraftAction;

  @Field(() => String, { description: "Who made it, as revisions name it." })
  author: string;

  @Field(() => String, { nullable: true, description: "Why, in the author's words; null where none were given." })
  reason: string | null;

  @Field(() => GraphQLJSON, {
    description:
      "What it would record, as an entry of the dossier format; of a revision the fields that are to be different, null where one is to be cleared. References are slugs.",
  })
  entry: object;

  @Field(() => Int, {
    nullable: true,
    description: "Of a revision, the version of the entity that the author has seen; null of what is to be recorded.",
  })
  entityVersion: number | null;

  @Field(() => DateTime, { description: "When it was made." })
  recordedAt: Date;

  @Field(() => DateTime, { description: "When it was last changed or decided." })
  updatedAt: Date;

  @Field(() => DateTime, { nullable: true, description: "When it was decided or withdrawn; null while it is pending." })
  decidedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Who decided it, as revisions name it: its author where it was withdrawn; null while it is pending.",
  })
  decidedBy: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was decided so: always there where it was rejected; null where nothing was said.",
  })
  decisionReason: string | null;
}
