import { once } from "node:events";
import { createServer } from "node:net";
import type { Logger } from "pino";
import { z } from "zod";
import { reasonOf } from "../../db/errors.js";
import { checkServer } from "../../db/postgres/server.js";
import { connectRedis } from "../../db/redis.js";
import type { Env } from "../../env.js";
import { defaultPort } from "../serve/listening.js";
import { type Finding, ok, problem, warning } from "./finding.js";

/** Milliseconds for a server to answer. */
const patience = 5_000;

/** Checks the ports that a server would listen on. */
export async function checkPorts({ port = defaultPort, host, metrics }: Env): Promise<Finding[]> {
  const ports = [{ check: "port", port, host, prefix: "" }];
  if (metrics) ports.push({ check: "metrics port", ...metrics, prefix: "METRICS_" });
  return Promise.all(ports.map(checkPort));
}

interface Port {
  readonly check: string;
  readonly port: number;
  readonly host: string;
  /** Of the variables that set it. */
  readonly prefix: string;
}

async function checkPort({ check, port, host, prefix }: Port): Promise<Finding> {
  const server = createServer();
  try {
    server.listen({ port, host });
    await once(server, "listening");
    return ok(check, port === 0 ? "any free port is used" : `${host}:${port} is free`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = `${host}:${port} cannot be listened on: ${code ?? reasonOf(error)}`;
    if (code !== "EADDRINUSE") return problem(check, message, `Set ${prefix}PORT and ${prefix}HOST to others`);
    const busy = `another process already listens on ${host}:${port}`;
    return warning(
      check,
      busy,
      `This is fine if the process is Standpoint. Otherwise, set ${prefix}PORT to another port`,
    );
  } finally {
    server.close();
  }
}

/** Checks that Redis answers, where it is used. */
export async function checkRedis({ redisUrl }: Env, log: Logger): Promise<Finding[]> {
  if (redisUrl === undefined) return [];
  try {
    const client = await connectRedis(redisUrl, log);
    client.destroy();
    return [ok("redis", "Redis answers")];
  } catch (error) {
    return [problem("redis", reasonOf(error), "Start Redis, or correct REDIS_URL")];
  }
}

/** Checks that each replica answers, where there are any. */
export async function checkReplicas({ replicas, databaseLimits: { connect } }: Env): Promise<Finding[]> {
  return Promise.all(
    (replicas?.urls ?? []).map(async (url) => {
      const { host } = new URL(url);
      try {
        await checkServer(url, connect);
        return ok("replica", `the replica at ${host} responds`);
      } catch (error) {
        const advice =
          "Until it responds, the primary database answers all reads. Start the replica, or correct DATABASE_READ_URL";
        return warning("replica", reasonOf(error), advice);
      }
    }),
  );
}

const keySet = z.object({ keys: z.array(z.object({ kty: z.string() })).min(1) });

/** Checks that the keys of access tokens can be fetched, where tokens are accepted. */
export async function checkTokens({ tokens }: Env): Promise<Finding[]> {
  if (!tokens) return [];
  const { host } = new URL(tokens.jwksUrl);
  const advice =
    "Access tokens cannot be checked until this is solved. Check JWKS_URL, and that this machine can connect to it";
  try {
    const response = await fetch(tokens.jwksUrl, { signal: AbortSignal.timeout(patience) });
    if (!response.ok) return [problem("tokens", `${host} responds to JWKS_URL with ${response.status}`, advice)];
    const found = keySet.safeParse(await response.json().catch(() => undefined));
    if (!found.success) return [problem("tokens", `${host} responds to JWKS_URL, but not with a set of keys`, advice)];
    return [ok("tokens", `${host} has ${found.data.keys.length} keys for tokens of ${tokens.issuer}`)];
  } catch (error) {
    const reason = error instanceof Error && error.cause ? reasonOf(error.cause) : reasonOf(error);
    return [problem("tokens", `the keys at ${host} cannot be fetched: ${reason}`, advice)];
  }
}
