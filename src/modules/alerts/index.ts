import type { Module } from "../module.js";
import { AnswerSubscriptions } from "./answers/answer.subscription.js";
import { AnswerChangeConnection } from "./answers/answer-change.connection.js";
import { AnswerChangeFields, SavedQuestionFields } from "./answers/answer-change.resolver.js";
import { AnswerChange } from "./answers/answer-change.type.js";
import { SavedQuestionConnection } from "./questions/saved-question.connection.js";
import { SavedQuestionMutations } from "./questions/saved-question.mutations.js";
import { SavedQuestionQueries } from "./questions/saved-question.resolver.js";
import { SavedQuestion, Webhook } from "./questions/saved-question.type.js";
import { DeleteSavedQuestionPayload, SavedQuestionPayload } from "./questions/saved-question-payload.type.js";

export const alerts: Module = {
  name: "alerts",
  types: [
    ...[SavedQuestion, SavedQuestionConnection, Webhook, SavedQuestionPayload, DeleteSavedQuestionPayload],
    ...[AnswerChange, AnswerChangeConnection],
  ],
  resolvers: [
    ...[SavedQuestionQueries, SavedQuestionFields, SavedQuestionMutations],
    ...[AnswerChangeFields, AnswerSubscriptions],
  ],
  entities: [],
};

export { type Alerts, startAlerts } from "./start-alerts.js";
