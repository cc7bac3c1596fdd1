import type { Module } from "../module.js";
import { WebhookDeliveryConnection } from "./webhooks/delivery.connection.js";
import { WebhookDeliveryQueries } from "./webhooks/delivery.resolver.js";
import { WebhookDelivery } from "./webhooks/delivery.type.js";
import { RetryMutations } from "./webhooks/retry.mutations.js";
import { RetryWebhookDeliveriesPayload } from "./webhooks/retry.type.js";

export const alerts: Module = {
  name: "alerts",
  types: [WebhookDelivery, WebhookDeliveryConnection, RetryWebhookDeliveriesPayload],
  resolvers: [WebhookDeliveryQueries, RetryMutations],
  entities: [],
};
