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
  description: "The kind of a change.",
  valuesConfig: {
    RECORDED: { description: "An entity was recorded." },
    REVISED: { description: "An entity was revised." },
    RETRACTED: { description: "An entity was retracted. Clients that keep a copy should remove it." },
    REINSTATED: { description: "A retracted entity was reinstated." },
    MERGED: {
      description:
        "Two records of the same actor were merged, which changed this entity: it is one of the two, or it refers to one of them.",
    },
    UNMERGED: {
      description:
        "A merge of two actors was undone, which changed this entity: it is one of the two, or it refers to one of them.",
    },
    IMPORTED: { description: "Many positions were recorded at once. `positions` lists them." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "An entry in the feed of changes. Entries are in the order in which they were committed, without gaps. They are never changed or deleted.",
})
export class Change {
  @Field(() => ChangeAction, { description: "The kind of change." })
  action: ChangeAction;

  @Field(() => EntityKind, { description: "The type of the changed entity." })
  kind: EntityKind;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version that this change gave the entity. The entity may have a later version now. Null for an import of many positions.",
  })
  version: number | null;

  @Field(() => Int, { description: "The number of entities that were recorded or changed: 1, or more for an import." })
  count: number;

  @Field(() => DateTime, { description: "When the change was made here." })
  recordedAt: Date;

  @Field(() => String, { description: "Who made the change, in the same form as in revisions." })
  author: string;

  @Field(() => String, { nullable: true, description: "The reason in the author's words. Null if none was given." })
  reason: string | null;
}

export const ChangeConnection = connectionType(() => Change, "Change", "changes");
