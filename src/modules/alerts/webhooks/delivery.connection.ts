import { connectionType } from "../../../graphql/connection/connection-type.js";
import { WebhookDelivery } from "./delivery.type.js";

export const WebhookDeliveryConnection = connectionType(
  () => WebhookDelivery,
  "WebhookDelivery",
  "deliveries to webhooks",
);
