import type { Module } from "../module.js";
import { AnswerSubscriptions } from "./answers/answer.subscription.js";
import { AnswerChangeConnection } from "./answers/answer-change.connection.js";
import { AnswerChangeFields, SavedQuestionFields } from "./answers/answer-change.resolver.js";
import { AnswerChange } from "./answers/answer-change.type.js";
import { SavedQuestionConnection } from "./questions/saved-question.connection.js";
import { SavedQuestionMutations } from "./questions/saved-question.mutations.js";
import { SavedQuestionQueries, SavedQuestionState } from "./questions/saved-question.resolver.js";
import { SavedQuestion, Webhook } from "./questions/saved-question.type.js";
import { DeleteSavedQuestionPayload, SavedQuestionPayload } from "./questions/saved-question-payload.type.js";
import { WebhookDeliveryConnection } from "./webhooks/delivery.connection.js";
import { WebhookDeliveryQueries } from "./webhooks/delivery.resolver.js";
import { WebhookDelivery } from "./webhooks/delivery.type.js";
import { WebhookDeliveryFields } from "./webhooks/delivery-fields.resolver.js";
import { RetryMutations } from "./webhooks/retry.mutations.js";
import { RetryWebhookDeliveriesPayload } from "./webhooks/retry.type.js";

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

export { type Alerts, startAlerts } from "./start-alerts.js";
