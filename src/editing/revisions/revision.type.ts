import { GraphQLJSON } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { RevisionAction } from "../../db/generated/enums.js";
import { DateTime } from "../../graphql/scalars/date-time.js";
import type { Difference } from "../../record/differences.js";

registerEnumType(RevisionAction, {
  name: "RevisionAction",
  description: "The kind of a revision.",
  valuesConfig: {
    RECORDED: { description: "The entity was recorded." },
    REVISED: { description: "The entity was revised." },
    RETRACTED: { description: "The entity was retracted: lists and counts no longer include it." },
    REINSTATED: { description: "The retracted entity was reinstated." },
    MERGED: {
      description:
        "Two records of the same actor were merged, which changed this entity: it is one of the two, or it refers to one of them.",
    },
    UNMERGED: {
      description:
        "A merge of two actors was undone, which changed this entity: it is one of the two, or it refers to one of them.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "A field that a revision changed. A nested field has its own path. A list that changed is reported as one change with the entire list.",
})
export class FieldChange implements Difference {
  @Field(() => String, {
    description:
      "The path of the field, named as in mutation inputs and dossiers: `summary`, `evidence.statement`, `sources`.",
  })
  readonly path: string;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: "The value before the change. Null if the field had no value.",
  })
  readonly before: unknown;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: "The value after the change. Null if the field has no value.",
  })
  readonly after: unknown;
}

@ObjectType({
  simpleResolvers: true,
  description: "A change of an entity: what was done, by whom, when and why. Revisions are never changed or deleted.",
})
export class Revision {
  @Field(() => Int, {
    description: "The version that this change gave the entity. Later revisions have higher versions.",
  })
  readonly version: number;

  @Field(() => RevisionAction, { description: "The kind of revision." })
  readonly action: RevisionAction;

  @Field(() => DateTime, { description: "When the change was made here." })
  readonly recordedAt: Date;

  @Field(() => String, {
    description:
      "Who made the change: `key:` and the name of an API key, `jwt:` and the subject of a token, or the name given to an import, such as `seeds`.",
  })
  readonly author: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Who approved the change, in the same form as `author`, if it was made as a draft. Null if no approval was needed.",
  })
  readonly approvedBy: string | null;

  @Field(() => String, { nullable: true, description: "The reason in the author's words. Null if none was given." })
  readonly reason: string | null;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description:
      "The entity before the change, as an entry of the dossier format without empty fields. Null for a new entity.",
  })
  readonly before: object | null;

  @Field(() => GraphQLJSON, {
    description: "The entity after the change, as an entry of the dossier format without empty fields.",
  })
  readonly after: object;
}
