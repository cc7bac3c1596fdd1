import { type ClassType, Field, getMetadataStorage, ID, Int, InterfaceType, ObjectType } from "type-graphql";
import { DateTime } from "./scalars/date-time.js";

/** Anything that `node(id)` finds: Relay's Global Object Identification. */
@InterfaceType({
  description:
    "An entity with a global id, which `node` and `nodes` can return (Relay's Global Object Identification).",
})
export abstract class Node {
  @Field(() => ID, {
    simple: true,
    description:
      "The global id, unique across all types: a TypeID such as `actor_01h2xcejqtf2nbrexx3vqjhp41`. It is opaque and never changes.",
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
      "The entity's version: 1 when first recorded, then one higher with each change, including retracting and reinstating. See `revisions`.",
  })
  version: number;

  @Field(() => DateTime, { simple: true, description: "When the entity was first recorded here." })
  recordedAt: Date;

  @Field(() => DateTime, { simple: true, description: "When the entity was last changed here." })
  updatedAt: Date;

  @Field(() => DateTime, {
    simple: true,
    nullable: true,
    description:
      "When the entity was retracted. Null if it is not retracted. A retracted entity is left out of lists and counts, but entities that refer to it still return it.",
  })
  retractedAt: Date | null;

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: "Why the entity was retracted. Null if it is not retracted.",
  })
  retractionReason: string | null;
}

export const slugDescription =
  "The readable identifier: kebab-case, unique within the type, such as `two-state-solution`.";

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
