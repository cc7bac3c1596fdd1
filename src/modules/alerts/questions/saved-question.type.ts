import { GraphQLJSON } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { MutationError } from "../../../editing/mutations/mutation-error.type.js";
import { connectionType } from "../../../graphql/connection/connection-type.js";
import type { EntityKey } from "../../../graphql/field-sql.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";

@ObjectType({ simpleResolvers: true, description: "Where news of a saved question goes, by HTTP." })
export class Webhook {
  @Field(() => String, { description: "The address that each delivery is posted to." })
  url: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "Since when nothing is delivered, because the address answered 410 Gone; null while it is in use. Give the address anew to resume.",
  })
  goneAt: Date | null;
}

/** A row of `SavedQuestion` with its `Question`. */
@ObjectType({
  simpleResolvers: true,
  description:
    "A question that somebody saved, to be told when its answer changes. It is asked anew after each change of the record, as anybody may ask it. Who saved it sees it, and nobody else.",
})
export class SavedQuestion {
  static readonly prefix = "saved_question";

  @Field(() => ID, { description: "Its global id, such as `saved_question_01h2xcejqtf2nbrexx3vqjhp41`." })
  id: string;

  @Field(() => Int, { description: "1 when it was saved, one more with each change of its name or webhook." })
  version: number;

  @Field(() => String, { description: "Its name, which no other question of the same person has." })
  name: string;

  @Field(() => String, { description: "The GraphQL document as it was saved." })
  query: string;

  @Field(() => GraphQLJSON, { description: "The values of its variables, an object." })
  variables: object;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "The day (`Standpoint-As-Of`) that its fields are asked as of which name none themselves; null: as the record stands.",
  })
  asOf: string | null;

  @Field(() => GraphQLJSON, { description: "The `data` that it was answered last." })
  answer: object;

  @Field(() => DateTime, { description: "When that was." })
  answeredAt: Date;

  @Field(() => String, {
    nullable: true,
    description:
      "The code of the error for which it cannot be answered at present, such as `TIMEOUT`, or `ANSWER_TOO_LARGE` beyond 1 MiB; null while it can. It is tried again each minute while there are changes that it has not seen.",
  })
  failure: string | null;

  @Field(() => DateTime, { nullable: true, description: "Since when it cannot be answered; null while it can." })
  failingSince: Date | null;

  @Field(() => DateTime, { description: "When it was saved." })
  recordedAt: Date;

  @Field(() => DateTime, { description: "When its name or webhook was last changed." })
  updatedAt: Date;
}

export const SavedQuestionConnection = connectionType(() => SavedQuestion, "SavedQuestion", "saved questions");

@ObjectType({
  simpleResolvers: true,
  description: "What came of a mutation of a saved question: what was changed, or why nothing was.",
})
export class SavedQuestionPayload {
  @Field(() => SavedQuestion, { nullable: true, description: "As it is now; null where nothing was changed." })
  savedQuestion: EntityKey | null;

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
