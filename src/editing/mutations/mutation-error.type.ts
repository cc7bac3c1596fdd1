import { Field, Int, InterfaceType, ObjectType } from "type-graphql";
import type { Refusal } from "../../record/write/outcome.js";

/** Why a mutation changed nothing. A mutation reports all reasons at once. */
@InterfaceType({
  description:
    "A reason for which a mutation changed nothing, and which the client can correct. A mutation reports all reasons at once.",
  resolveType: (error: MutationError) => error.constructor.name,
})
export abstract class MutationError {
  @Field(() => String, { simple: true, description: "What is wrong and how to correct it, for a human reader." })
  readonly message: string;

  @Field(() => String, {
    simple: true,
    description: "The path of the input field that the error is about, such as `input.participants[3].actor`.",
  })
  readonly path: string;

  constructor({ message, path }: Refusal) {
    this.message = message;
    this.path = path;
  }
}

@ObjectType({ implements: MutationError, description: "An input value is not valid." })
class InvalidInput extends MutationError {}

@ObjectType({
  implements: MutationError,
  description: "The input refers to something that is not recorded or was retracted.",
})
class NotFound extends MutationError {}

@ObjectType({ implements: MutationError, description: "The slug is already used by another entity." })
class DuplicateSlug extends MutationError {}

@ObjectType({
  implements: MutationError,
  description: "The entity has changed since the version in the input.",
})
class Conflict extends MutationError {
  @Field(() => Int, {
    simple: true,
    description: "The entity's current version. Read the entity again before you retry.",
  })
  readonly currentVersion: number | undefined;

  constructor(refusal: Refusal) {
    super(refusal);
    this.currentVersion = refusal.currentVersion;
  }
}

const types = { InvalidInput, NotFound, DuplicateSlug, Conflict };

/** Why nothing was written, as clients see it. */
export const mutationError = (refusal: Refusal): MutationError => new types[refusal.kind](refusal);
