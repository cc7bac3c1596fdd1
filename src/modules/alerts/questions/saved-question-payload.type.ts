import { Field, ID, ObjectType } from "type-graphql";
import { MutationError } from "../../../graphql/mutation/mutation-error.type.js";
import { SavedQuestion } from "./saved-question.type.js";

@ObjectType({
  simpleResolvers: true,
  description: "What came of a mutation of a saved question: what was changed, or why nothing was.",
})
export class SavedQuestionPayload {
  @Field(() => SavedQuestion, { nullable: true, description: "As it is now; null where nothing was changed." })
  savedQuestion: SavedQuestion | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The secret that deliveries to its webhook are signed with from now on (Standard Webhooks: `whsec_` and base64), told this once; null where none was made.",
  })
  webhookSecret: string | null;

  @Field(() => [MutationError], { description: "Why nothing was changed; empty where something was." })
  errors: MutationError[];
}

@ObjectType({ simpleResolvers: true, description: "What came of deleting a saved question." })
export class DeleteSavedQuestionPayload {
  @Field(() => ID, { nullable: true, description: "The global id that it had; null where nothing was deleted." })
  deletedId: string | null;

  @Field(() => [MutationError], { description: "Why nothing was deleted; empty where something was." })
  errors: MutationError[];
}
