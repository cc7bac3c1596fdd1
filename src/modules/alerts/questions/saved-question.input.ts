import { IsInt, Min } from "class-validator";
import { GraphQLJSON } from "graphql-scalars";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { MeetsRule } from "../../../editing/mutations/meets-rule.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { columnKey, orderType, recordingOrders } from "../../../graphql/order.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { IdsOf } from "../../../graphql/validation/value-rules.js";
import { text } from "../../../record/format/fields.js";
import { SavedQuestion } from "./saved-question.type.js";

const longestName = 200;
const nameText = `1 to ${longestName} characters, not all of them blanks.`;
const nameRule = text("Its name.", longestName);

const urlText =
  "`https://…`, at most 2,000 characters, without a user or a fragment. Private addresses are refused unless whoever runs this server allows them.";

@InputType({ description: "A question to save." })
export class SaveQuestionInput {
  @Field(() => String, { description: `What you call it, unlike all that you have saved: ${nameText}` })
  @MeetsRule(nameRule)
  name: string;

  @Field(() => String, {
    description:
      "A GraphQL document with the query, held to the limits of any request, and to 10,000 objects. It is asked as anybody may ask it, so it may have no field that needs a role.",
  })
  query: string;

  @Field(() => String, {
    nullable: true,
    description: "Which operation of the document; may be left out where there is only one.",
  })
  operationName?: string | null;

  @Field(() => GraphQLJSON, { nullable: true, description: "The values of its variables, an object." })
  variables?: unknown;

  @Field(() => CalendarDate, {
    nullable: true,
    description: "The day that fields are asked as of which name none themselves, as the header `Standpoint-As-Of`.",
  })
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: `Where news of it is to be posted: ${urlText}` })
  webhookUrl?: string | null;
}

/** Which saved question a mutation is about. */
@InputType()
abstract class SavedQuestionTarget {
  @Field(() => ID, { description: "Its global id, such as `saved_question_01h2xcejqtf2nbrexx3vqjhp41`." })
  id: string;
}

/** The same, where somebody else with the credential may have changed it. */
@InputType()
abstract class VersionedSavedQuestion extends SavedQuestionTarget {
  @Field(() => Int, {
    description: "Its version that you have seen: where it was changed since, nothing is done, and `Conflict` says so.",
  })
  @IsInt()
  @Min(1)
  version: number;
}

@InputType({ description: "What is to be different of a saved question. What is left out stays as it is." })
export class ReviseSavedQuestionInput extends VersionedSavedQuestion {
  @Field(() => String, { nullable: true, description: `Another name: ${nameText}` })
  @MeetsRule(nameRule)
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `Where news of it is to be posted, null for nowhere any more: ${urlText} Given anew, also the same, it gets a new secret.`,
  })
  webhookUrl?: string | null;
}

@InputType({ description: "Which webhook is to have a new secret." })
export class RotateWebhookSecretInput extends VersionedSavedQuestion {}

@InputType({ description: "Which saved question is not wanted any more." })
export class DeleteSavedQuestionInput extends SavedQuestionTarget {}

export const savedQuestionOrder = orderType(
  "SavedQuestion",
  { NAME: { description: "Their names.", keys: columnKey("name", "text") }, ...recordingOrders },
  { field: "NAME", direction: "ASC" },
);

@ArgsType()
export class SavedQuestionArgs {
  @Field(() => ID, { description: "Its global id, such as `saved_question_01h2xcejqtf2nbrexx3vqjhp41`." })
  @IdsOf(() => [SavedQuestion.prefix])
  id: string;
}

@ArgsType()
export class SavedQuestionsArgs extends ConnectionArgs {
  @Field(() => savedQuestionOrder.input, {
    nullable: true,
    description: "Their order; by name when left out.",
  })
  orderBy?: InstanceType<typeof savedQuestionOrder.input> | null;
}
