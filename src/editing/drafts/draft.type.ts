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
    REVISE: { description: "It revises an existing entity." },
  },
});

registerEnumType(DraftStatus, {
  name: "DraftStatus",
  description: "The state of a draft.",
  valuesConfig: {
    PENDING: { description: "The draft awaits an editor's decision." },
    APPROVED: { description: "An editor approved the draft; its content is recorded." },
    REJECTED: { description: "An editor rejected the draft and gave a reason." },
    WITHDRAWN: { description: "The author withdrew the draft." },
  },
});

/** A row of the table `Draft`, for callers that may see it: see `draftKey`. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "A contributor's proposed record or revision, which awaits an editor's decision. Only its author and editors see it: it appears in `drafts`, `draft` and `node`, and in no other list, count, search or feed. `record…` and `revise…` create drafts for contributors; editors approve or reject them. An author can have at most 1,000 pending drafts.",
})
export class Draft implements Node {
  static readonly prefix = draftPrefix;

  id: string;

  @Field(() => Int, {
    description:
      "The version of the draft: 1 when it was created, then one higher with each change and with the decision.",
  })
  version: number;

  @Field(() => DraftStatus, { description: "The status of the draft." })
  status: DraftStatus;

  @Field(() => DraftAction, { description: "What approving the draft does." })
  action: DraftAction;

  @Field(() => String, { description: "Who created the draft, in the same form as in revisions." })
  author: string;

  @Field(() => String, { nullable: true, description: "The reason in the author's words. Null if none was given." })
  reason: string | null;

  @Field(() => GraphQLJSON, {
    description:
      "The content of the draft as an entry of the dossier format, with slugs as references. For a revision: only the fields that would change, with null for a field to clear.",
  })
  entry: object;

  @Field(() => Int, {
    nullable: true,
    description:
      "For a draft of a revision: the version of the entity that the author had read. Null for a draft of a new entity.",
  })
  entityVersion: number | null;

  @Field(() => DateTime, { description: "When the draft was created." })
  recordedAt: Date;

  @Field(() => DateTime, { description: "When the draft was last changed or decided." })
  updatedAt: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the draft was decided or withdrawn. Null while it is pending.",
  })
  decidedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Who decided the draft, in the same form as in revisions. For a withdrawn draft, its author. Null while it is pending.",
  })
  decidedBy: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The reason for the decision. Always present if the draft was rejected. Null if none was given.",
  })
  decisionReason: string | null;
}
