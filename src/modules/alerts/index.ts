import type { Module } from "../module.js";
import { AnswerSubscriptions } from "./answers/answer.subscription.js";
import {
  AnswerChange,
  AnswerChangeConnection,
  AnswerChangeFields,
  SavedQuestionFields,
} from "./answers/answer-change.resolver.js";
import { SavedQuestionMutations } from "./questions/saved-question.mutations.js";
import { SavedQuestionQueries, SavedQuestionState } from "./questions/saved-question.resolver.js";
import {
  DeleteSavedQuestionPayload,
  SavedQuestion,
  SavedQuestionConnection,
  SavedQuestionPayload,
  Webhook,
} from "./questions/saved-question.type.js";
import { WebhookDeliveryFields, WebhookDeliveryQueries } from "./webhooks/delivery.resolver.js";
import { WebhookDelivery, WebhookDeliveryConnection } from "./webhooks/delivery.type.js";
import { RetryMutations, RetryWebhookDeliveriesPayload } from "./webhooks/retry.mutations.js";

export const alerts: Module = {
  name: "alerts",
  types: [
    ...[SavedQuestion, SavedQuestionConnection, Webhook, SavedQuestionPayload, DeleteSavedQuestionPayload],
    ...[AnswerChange, AnswerChangeConnection],
    ...[WebhookDelivery, WebhookDeliveryConnection, RetryWebhookDeliveriesPayload],
  ],
  resolvers: [
    ...[SavedQuestionQueries, SavedQuestionState, SavedQuestionFields, SavedQuestionMutations],
    ...[AnswerChangeFields, AnswerSubscriptions],
    ...[WebhookDeliveryQueries, WebhookDeliveryFields, RetryMutations],
  ],
  entities: [],
};

export type { Answering, GivenQuestion, Question } from "./answering.js";
export { servicesForAlerts } from "./services.js";
export { type Alerts, startAlerts } from "./start-alerts.js";
export { webhookFindings } from "./webhooks/reach.js";
