import { Field, ObjectType } from "type-graphql";
import { Draft } from "../../graphql/drafts/draft.type.js";
import { MutationError } from "../../graphql/mutation/mutation-error.type.js";

@ObjectType({ simpleResolvers: true, description: "What came of one of several drafts that were to be decided." })
export class DraftResult {
  @Field(() => Draft, {
    nullable: true,
    description:
      "The draft as it is now: `entity` is what an approved one recorded or revised. Null where there is none.",
  })
  draft: Draft | null;

  @Field(() => [MutationError], {
    description:
      "Why it was not decided and stays as it is; empty where it was. A path such as `input.drafts[2].entry.sources[0]` leads into the draft's `entry`, and one that ends in `entityVersion` says that the entity was changed since.",
  })
  errors: MutationError[];
}

@ObjectType({ simpleResolvers: true, description: "What came of drafts that were to be decided." })
export class DecideDraftsPayload {
  @Field(() => [DraftResult], {
    description: "One for each draft, in the order of the input; none where the input itself was refused.",
  })
  results: DraftResult[];

  @Field(() => [MutationError], { description: "Why the input as a whole was refused; empty where it was not." })
  errors: MutationError[];
}
