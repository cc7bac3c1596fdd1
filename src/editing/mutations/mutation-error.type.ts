import { Field, Int, InterfaceType, ObjectType } from "type-graphql";
import type { Refusal } from "../../record/write/outcome.js";

/** Why a mutation changed nothing; a mutation tells every reason at once. */
@InterfaceType({
  description:
    "Why a mutation changed nothing, for those who can do something about it. A mutation tells every reason at once.",
  resolveType: (error: MutationError) => error.constructor.name,
})
export abstract class MutationError {
  @Field(() => String, { simple: true, description: "What is wrong and what to do about it, for a person." })
  readonly message: string;

  @Field(() => String, {
    simple: true,
    description: "The field of the input that this is about, such as `input.participants[3].actor`.",
  })
  readonly path: string;

  constructor({ message, path }: Refusal) {
    this.message = message;
    this.path = path;
  }
}

@ObjectType({ implements: MutationError, description: "A value that cannot be taken as it is." })
class InvalidInput extends MutationError {}

@ObjectType({ implements: MutationError, description: "Something is named that is not on record, or was retracted." })
class NotFound extends MutationError {}

@ObjectType({ implements: MutationError, description: "A slug that something else has already." })
class DuplicateSlug extends MutationError {}

@ObjectType({
  implements: MutationError,
  description: "Somebody else changed the entity since the version that the input names.",
})
class Conflict extends MutationError {
  @Field(() => Int, { simple: true, description: "The entity's version now: read that, and change it." })
  readonly currentVersion: number | undefined;

  constructor(refusal: Refusal) {
    super(refusal);
    this.currentVersion = refusal.currentVersion;
  }
}

const types = { InvalidInput, NotFound, DuplicateSlug, Conflict };

/** Why nothing was written, as clients are told. */
export const mutationError = (refusal: Refusal): MutationError => new types[refusal.kind](refusal);
