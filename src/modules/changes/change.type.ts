import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { RevisionAction } from "../../db/generated/enums.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { EntityKind } from "../../graphql/entity-kind.js";
import { DateTime } from "../../graphql/scalars/date-time.js";

/** What a change did: what a revision did to one entity, or an import to many. */
export const ChangeAction = { ...RevisionAction, IMPORTED: "IMPORTED" } as const;
export type ChangeAction = (typeof ChangeAction)[keyof typeof ChangeAction];

registerEnumType(ChangeAction, {
  name: "ChangeAction",
  description: "What a change did.",
  valuesConfig: {
    RECORDED: { description: "An entity was put on record." },
    REVISED: { description: "What is on record of an entity was changed." },
    RETRACTED: { description: "An entity was taken back: whoever keeps a copy takes it out." },
    REINSTATED: { description: "A retracted entity counts again." },
    MERGED: { description: "Two records of one actor were merged, and this one, or something that named it, changed." },
    UNMERGED: { description: "Two actors were parted again, and this one, or something that named it, changed." },
    IMPORTED: { description: "Many positions were put on record at once: `positions` has them." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "One entry of the feed of changes. Entries are in the order in which they were committed, without gaps; they are never changed or deleted.",
})
export class Change {
  @Field(() => ChangeAction, { description: "What was done." })
  action: ChangeAction;

  @Field(() => EntityKind, { description: "The type of what was changed." })
  kind: EntityKind;

  @Field(() => Int, {
    nullable: true,
    description: "The version that this made of it; by now it may have a later one. Null for an import of many.",
  })
  version: number | null;

  @Field(() => Int, { description: "How many entities it put on record or changed: 1, or more for an import." })
  count: number;

  @Field(() => DateTime, { description: "When it was done here." })
  recordedAt: Date;

  @Field(() => String, { description: "Who did it, as revisions name it." })
  author: string;

  @Field(() => String, { nullable: true, description: "Why, in the author's words; null where none were given." })
  reason: string | null;
}

export const ChangeConnection = connectionType(() => Change, "Change", "changes");
