import { GraphQLJSON } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { RevisionAction } from "../../db/generated/enums.js";
import { DateTime } from "../../graphql/scalars/date-time.js";
import type { Difference } from "../../record/differences.js";

registerEnumType(RevisionAction, {
  name: "RevisionAction",
  description: "What was done to an entity.",
  valuesConfig: {
    RECORDED: { description: "It was put on record." },
    REVISED: { description: "What is on record of it was changed." },
    RETRACTED: { description: "It was taken back: hidden from lists and counts since." },
    REINSTATED: { description: "It counts again after it was retracted." },
    MERGED: { description: "Two records of one actor were merged, and this one, or something that named it, changed." },
    UNMERGED: { description: "Two actors were parted again, and this one, or something that named it, changed." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "A field that a revision changed. A field inside another has a path of its own; a list that changed in any way is one change, told whole.",
})
export class FieldChange implements Difference {
  @Field(() => String, {
    description:
      "The field, named as in the input that revises it and in dossiers: `summary`, `evidence.statement`, `sources`.",
  })
  readonly path: string;

  @Field(() => GraphQLJSON, { nullable: true, description: "What it was before; null where it had no value." })
  readonly before: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: "What it is since; null where it has no value." })
  readonly after: unknown;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "One change of an entity: what was done, by whom, when and why. Revisions are never changed or deleted themselves.",
})
export class Revision {
  @Field(() => Int, { description: "The entity's version that this made; of two revisions the greater is the later." })
  readonly version: number;

  @Field(() => RevisionAction, { description: "What was done." })
  readonly action: RevisionAction;

  @Field(() => DateTime, { description: "When it was done here." })
  readonly recordedAt: Date;

  @Field(() => String, {
    description:
      "Who did it: `key:` and the name of an API key, `jwt:` and the subject of a token, or the name that an import was given, such as `seeds`.",
  })
  readonly author: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Who approved it, named in the same way, where the author made a draft of it; null where none was needed.",
  })
  readonly approvedBy: string | null;

  @Field(() => String, { nullable: true, description: "Why, in the author's words; null where none were given." })
  readonly reason: string | null;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: "The entity before, as an entry of the dossier format, without empty fields; null for a new one.",
  })
  readonly before: object | null;

  @Field(() => GraphQLJSON, {
    description: "The entity since, as an entry of the dossier format, without empty fields.",
  })
  readonly after: object;
}
