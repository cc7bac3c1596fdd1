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
const nameText = `1 to ${longestName} characters, not only spaces.`;
const nameRule = text("Its name.", longestName);

const urlText =
  "`https://…`, at most 2,000 characters, without user information or a fragment. Addresses in private networks are refused unless the server's operator allows them.";

@InputType({ description: "The question to save." })
export class SaveQuestionInput {
  @Field(() => String, { description: `The name, unique among the caller's saved questions: ${nameText}` })
  @MeetsRule(nameRule)
  name: string;

  @Field(() => String, {
    description:
      "A GraphQL document with a query. The usual limits apply, and the answer may have at most 10,000 objects. The query runs without credentials, so it cannot select fields that need a role.",
  })
  query: string;

  @Field(() => String, {
    nullable: true,
    description: "The operation to run. Required only if the document has several.",
  })
  operationName?: string | null;

  @Field(() => GraphQLJSON, { nullable: true, description: "The values of the variables, as an object." })
  variables?: unknown;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "The valid-time day for fields without their own `asOf` (YYYY-MM-DD), like the header `Standpoint-As-Of`. Default: none.",
  })
  asOf?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `The address to which changes of the answer are posted: ${urlText}`,
  })
  webhookUrl?: string | null;
}

/** Which saved question a mutation is about. */
@InputType()
abstract class SavedQuestionTarget {
  @Field(() => ID, {
    description: "The global id of the saved question, such as `saved_question_01h2xcejqtf2nbrexx3vqjhp41`.",
  })
  id: string;
}

/** The same, where somebody else with the credential may have changed it. */
@InputType()
abstract class VersionedSavedQuestion extends SavedQuestionTarget {
  @Field(() => Int, {
    description:
      "The latest version of the saved question that the client has read. If it has changed since, nothing is written and a `Conflict` is returned.",
  })
  @IsInt()
  @Min(1)
  version: number;
}

@InputType({ description: "The changes to a saved question. Fields that are omitted stay unchanged." })
export class ReviseSavedQuestionInput extends VersionedSavedQuestion {
  @Field(() => String, { nullable: true, description: `The new name: ${nameText}` })
  @MeetsRule(nameRule)
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `The new address to which changes of the answer are posted, or null to remove the webhook: ${urlText} Setting it creates a new secret, even if the address is unchanged.`,
  })
  webhookUrl?: string | null;
}

@InputType({ description: "The saved question whose webhook gets a new secret." })
export class RotateWebhookSecretInput extends VersionedSavedQuestion {}

@InputType({ description: "The saved question to delete." })
export class DeleteSavedQuestionInput extends SavedQuestionTarget {}

export const savedQuestionOrder = orderType(
  "SavedQuestion",
  { NAME: { description: "The name.", keys: columnKey("name", "text") }, ...recordingOrders },
  { field: "NAME", direction: "ASC" },
);

@ArgsType()
export class SavedQuestionArgs {
  @Field(() => ID, {
    description: "The global id of the saved question, such as `saved_question_01h2xcejqtf2nbrexx3vqjhp41`.",
  })
  @IdsOf(() => [SavedQuestion.prefix])
  id: string;
}

@ArgsType()
export class SavedQuestionsArgs extends ConnectionArgs {
  @Field(() => savedQuestionOrder.input, {
    nullable: true,
    description: "The sort order. Default: by name.",
  })
  orderBy?: InstanceType<typeof savedQuestionOrder.input> | null;
}
