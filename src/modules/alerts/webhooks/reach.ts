import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Database } from "../../../db/database.js";
import { reasonOf } from "../../../db/errors.js";
import { webhookOrigins } from "./delivery.repository.js";
import { hostOf, webhookNetworks } from "./webhook-url.js";

/** Whether the webhooks of one host can be reached, judged by its name. */
interface WebhookFinding {
  readonly check: "webhooks";
  readonly level: "ok" | "warning";
  readonly message: string;
  readonly advice?: string;
}

/**
 * Resolves the host of each saved webhook. Sends nothing.
 *
 * @param networks the networks that the operator allows, as CIDRs
 */
export async function webhookFindings(database: Database, networks: readonly string[]): Promise<WebhookFinding[]> {
  const origins = await webhookOrigins(database);
  const problems = await Promise.all(
    origins.map(async (origin) => ({ origin, reason: await problemOf(origin, networks) })),
  );
  const failing = problems.filter(({ reason }) => reason !== undefined);
  if (failing.length === 0) {
    const message = origins.length === 0 ? "none are saved" : `all ${origins.length} hosts have an address`;
    return [{ check: "webhooks", level: "ok", message }];
  }
  return failing.map(({ origin, reason }) => ({
    check: "webhooks",
    level: "warning",
    message: `${origin} cannot be reached: ${reason}`,
    advice:
      "Its deliveries stay queued and are retried. If the address is in one of your own networks, add that network to WEBHOOK_NETWORKS",
  }));
}

async function problemOf(origin: string, networks: readonly string[]): Promise<string | undefined> {
  const url = new URL(origin);
  const host = hostOf(url);
  try {
    const addresses = isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host }];
    const { admits } = webhookNetworks(networks);
    if (addresses.some(({ address }) => admits(address, url.protocol))) return undefined;
    return "its address is private, or http is not allowed";
  } catch (error) {
    return reasonOf(error);
  }
}
