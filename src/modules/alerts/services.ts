import type { Context, Services } from "../../context.js";
import type { Answering } from "./answering.js";

/** What saving questions needs of the process that serves. */
interface AlertServices {
  readonly answering: Answering;
  /** The networks (CIDRs) that webhooks may lead to besides public addresses. */
  readonly webhookNetworks: readonly string[];
}

const key = {};

/** The services of a server on which questions can be saved. */
export const servicesForAlerts = ({ answering, webhookNetworks }: AlertServices): Services =>
  new Map([[key, { answering, webhookNetworks }]]);

/** @throws an error on a server without them */
export function alertServices({ services }: Context): AlertServices {
  const found = services.get(key);
  if (!found) throw new Error("This server was started without what saving questions needs");
  return found as AlertServices; // only `servicesForAlerts` has the key
}
