import { type ClassType, Field, getMetadataStorage, ID, Int, InterfaceType, ObjectType } from "type-graphql";
import { DateTime } from "./scalars/date-time.js";

/** Anything that `node(id)` finds: Relay's Global Object Identification. */
@InterfaceType({
  description: "An entity with a global id: what `node` and `nodes` find (Relay's Global Object Identification).",
})
export abstract class Node {
  @Field(() => ID, {
    simple: true,
    description:
      "Global id, unique across all types: a TypeID such as `actor_01h2xcejqtf2nbrexx3vqjhp41`. Opaque; never changes.",
  })
  readonly id: string;
}

/**
 * What all entities have. Each entity's class names `Node` as its interface itself: TypeGraphQL would take this class for a
 * type of its own otherwise.
 */
@ObjectType()
export abstract class Entity implements Node {
  id: string;

  @Field(() => Int, {
    simple: true,
    description:
      "1 when this was first recorded, one more with each change: see `revisions`. Retracting and reinstating are changes too.",
  })
  version: number;

  @Field(() => DateTime, { simple: true, description: "When this was first recorded here." })
  recordedAt: Date;

  @Field(() => DateTime, { simple: true, description: "When this was last changed here." })
  updatedAt: Date;

  @Field(() => DateTime, {
    simple: true,
    nullable: true,
    description:
      "When this was taken back; null unless it is. What is retracted is hidden from lists and counts, and still reached from what refers to it.",
  })
  retractedAt: Date | null;

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: "Why this was taken back; null unless it is.",
  })
  retractionReason: string | null;
}

export const slugDescription =
  "What people type to name this: kebab-case, unique among its type, such as `two-state-solution`.";

/** Entities that people name by a slug. */
@ObjectType()
export abstract class SluggedEntity extends Entity {
  @Field(() => String, {
    simple: true,
    description: slugDescription,
  })
  slug: string;
}

/** The class of an object type, for what names types of modules that it does not know. Read once all are loaded. */
export function objectTypeNamed(name: string): ClassType<object> {
  const type = getMetadataStorage().objectTypes.find((one) => one.name === name);
  if (!type) throw new Error(`No class stands for the type ${name}`);
  return type.target as ClassType<object>; // TypeGraphQL keeps it as a function
}
