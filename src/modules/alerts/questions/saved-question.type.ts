import { GraphQLJSON } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { MutationError } from "../../../editing/mutations/mutation-error.type.js";
import { connectionType } from "../../../graphql/connection/connection-type.js";
import type { EntityKey } from "../../../graphql/field-sql.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";

@ObjectType({
  simpleResolvers: true,
  description: "A web address that receives changes of a saved question's answer by HTTP POST.",
})
export class Webhook {
  @Field(() => String, { description: "The address to which deliveries are posted." })
  url: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "Since when nothing is delivered because the address responded with 410 Gone. Null while the webhook is in use. Set `webhookUrl` again to resume.",
  })
  goneAt: Date | null;
}

/** A row of `SavedQuestion` with its `Question`. */
@ObjectType({
  simpleResolvers: true,
  description:
    "A GraphQL query that a person saved to be notified when its answer changes. It runs again after each change of the record, without credentials. Only the person who saved it can see it.",
})
export class SavedQuestion {
  static readonly prefix = "saved_question";

  @Field(() => ID, {
    description: "The global id of the saved question, such as `saved_question_01h2xcejqtf2nbrexx3vqjhp41`.",
  })
  id: string;

  @Field(() => Int, {
    description: "The version: 1 when saved, then one higher with each change of the name or webhook.",
  })
  version: number;

  @Field(() => String, { description: "The name, unique among the person's saved questions." })
  name: string;

  @Field(() => String, { description: "The GraphQL document." })
  query: string;

  @Field(() => GraphQLJSON, { description: "The values of the variables, as an object." })
  variables: object;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "The valid-time day (`Standpoint-As-Of`) for fields without their own `asOf`. Null if the question was saved without one.",
  })
  asOf: string | null;

  @Field(() => GraphQLJSON, { description: "The latest answer: the `data` of the response." })
  answer: object;

  @Field(() => DateTime, { description: "When `answer` was computed." })
  answeredAt: Date;

  @Field(() => String, {
    nullable: true,
    description:
      "The code of the error for which the question cannot be answered, such as `TIMEOUT`, or `ANSWER_TOO_LARGE` for an answer above 1 MiB. Null while it can be answered. It is retried every minute as long as there are new changes.",
  })
  failure: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Since when the question cannot be answered. Null while it can.",
  })
  failingSince: Date | null;

  @Field(() => DateTime, { description: "When the question was saved." })
  recordedAt: Date;

  @Field(() => DateTime, { description: "When the name or webhook was last changed." })
  updatedAt: Date;
}

export const SavedQuestionConnection = connectionType(() => SavedQuestion, "SavedQuestion", "saved questions");

@ObjectType({
  simpleResolvers: true,
  description:
    "The result of a mutation of a saved question: the changed question, or the errors that prevented the change.",
})
export class SavedQuestionPayload {
  @Field(() => SavedQuestion, {
    nullable: true,
    description: "The changed entity in its current state. Null if nothing was changed.",
  })
  savedQuestion: EntityKey | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The new secret that signs deliveries to the webhook (Standard Webhooks: `whsec_` and base64). It is returned only this once. Null if no secret was created.",
  })
  webhookSecret: string | null;

  @Field(() => [MutationError], { description: "Why nothing was changed. Empty on success." })
  errors: MutationError[];
}

@ObjectType({ simpleResolvers: true, description: "The result of deleting a saved question." })
export class DeleteSavedQuestionPayload {
  @Field(() => ID, {
    nullable: true,
    description: "The global id of the deleted question. Null if nothing was deleted.",
  })
  deletedId: string | null;

  @Field(() => [MutationError], { description: "Why nothing was deleted. Empty on success." })
  errors: MutationError[];
}
