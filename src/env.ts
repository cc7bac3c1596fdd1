import ipaddr from "ipaddr.js";
import { z } from "zod";
import type { TokenRules } from "./auth/token.js";
import { type DatabaseLimits, defaultDatabaseLimits } from "./db/limits.js";

/** The settings that the environment gives, checked. The README lists the variables with their defaults. */
export interface Env {
  /** Unset: the command's own default. */
  readonly port?: number;
  readonly host: string;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  readonly redisUrl?: string;
  /** Where subgraphs answer, by name, that answer elsewhere than the supergraph says. */
  readonly subgraphUrls?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly subgraphTimeout?: number;
  /** Unset: no tokens are taken. */
  readonly tokens?: TokenRules;
  /** How long the database may take over what. */
  readonly databaseLimits: DatabaseLimits;
  /** Milliseconds from a signal to stop until the process ends. */
  readonly stopGrace: number;
  /** Where webhooks may be besides public addresses, as CIDRs. */
  readonly webhookNetworks: readonly string[];
  /** Networks of reverse proxies, as CIDRs, whose header X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Connections to the database server, and how many of them one client's long queries may use. Unset: the database's default. */
  readonly connections?: number;
  readonly clientConnections?: number;
  /** What one request may take of the database; see the limits of the same names. Only those that are set. */
  readonly limits: RequestLimits;
  readonly logLevel: LogLevel;
  /** Whether the start records the dossiers that come with Standpoint; where left out, only in an empty database. */
  readonly seed?: boolean;
}

interface RequestLimits {
  readonly databaseTime?: number;
  readonly patience?: number;
  readonly connections?: number;
  readonly work?: number;
}

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Says every malformed variable at once: its name, what was given (unless it may hold a password) and what is expected. */
export class EnvError extends Error {
  override readonly name = "EnvError";

  constructor(readonly problems: readonly string[]) {
    super(`The environment is not right:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  }
}

const variables = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .optional()
    .describe("a port from 0 to 65535 (0 lets the system choose a free one)"),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default("127.0.0.1")
    .describe("a host name or an IP address to listen on, such as 127.0.0.1 or 0.0.0.0"),
  DATABASE_URL: url(["postgres:", "postgresql:"]).describe("a URL such as postgres://user:password@host:5432/database"),
  DATA_DIR: z
    .string()
    .refine((path) => !path.includes("\0"))
    .default(".standpoint")
    .describe("the path of a folder"),
  REDIS_URL: url(["redis:", "rediss:"]).describe("a URL such as redis://host:6379"),
  SUBGRAPH_URLS: z
    .string()
    .transform((text) => Object.fromEntries(text.split(/[\s,]+/).map(nameAndUrl)))
    .refine((urls) => Object.entries(urls).every(([name, url]) => name !== "" && isUrl(url, ["http:", "https:"])))
    .optional()
    .describe("names and URLs such as actors=http://10.0.0.5:4000/graphql,sources=http://10.0.0.6:4000/graphql"),
  SUBGRAPH_TIMEOUT: milliseconds(100),
  CONNECT_TIMEOUT: milliseconds(100),
  STATEMENT_TIMEOUT: milliseconds(100),
  WRITE_TIMEOUT: milliseconds(100),
  COMMIT_TIMEOUT: milliseconds(100),
  STOP_GRACE: milliseconds(100),
  JWKS_URL: url(["https:", "http:"])
    .refine((text) => text === undefined || new URL(text).username === "") // what fetches it takes none
    .describe("a URL such as https://login.example.org/.well-known/jwks.json, without a user in it"),
  JWT_ISSUER: z.string().optional().describe("the `iss` that tokens must have"),
  JWT_AUDIENCE: z.string().optional().describe("the `aud` that tokens must have"),
  WEBHOOK_NETWORKS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((network) => network !== ""))
    .refine((networks) => networks.every(isNetwork))
    .default([])
    .describe("networks such as 10.0.0.0/8 127.0.0.0/8 fd00::/8, with blanks or commas between"),
  TRUST_PROXY: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((network) => network !== ""))
    .refine((networks) => networks.every(isNetwork))
    .default([])
    .describe("networks of reverse proxies such as 10.0.0.0/8 127.0.0.1/32, with blanks or commas between"),
  DATABASE_CONNECTIONS: count(5, 1000),
  CLIENT_CONNECTIONS: count(1, 1000),
  REQUEST_CONNECTIONS: count(1, 1000),
  REQUEST_DATABASE_TIME: milliseconds(10),
  REQUEST_WORK: milliseconds(10),
  QUEUE_TIMEOUT: milliseconds(10),
  LOG_LEVEL: z
    .enum(logLevels)
    .default("info")
    .describe(`one of ${logLevels.join(", ")}`),
  SEED: z
    .enum(["true", "false"])
    .transform((seed) => seed === "true")
    .optional()
    .describe("true or false"),
};

/** Their values may hold passwords, so no message repeats them. */
const secret: readonly string[] = ["DATABASE_URL", "REDIS_URL", "SUBGRAPH_URLS", "JWKS_URL"];

/**
 * Reads the settings from environment variables; an empty one counts as unset.
 *
 * @throws {EnvError} naming every malformed variable
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.keys(variables).map((name) => [name, source[name]?.trim() || undefined]));
  const parsed = z.object(variables).safeParse(given);
  if (!parsed.success) {
    const malformed = Object.keys(variables).filter((name) =>
      parsed.error.issues.some((issue) => issue.path[0] === name),
    );
    throw new EnvError(malformed.map((name) => problem(name as keyof typeof variables, given[name]))); // keys of it
  }
  const env = parsed.data;
  const tokens = tokenRules(env);
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    redisUrl: env.REDIS_URL,
    subgraphUrls: env.SUBGRAPH_URLS,
    subgraphTimeout: env.SUBGRAPH_TIMEOUT,
    tokens,
    databaseLimits: {
      connect: env.CONNECT_TIMEOUT ?? defaultDatabaseLimits.connect,
      statement: env.STATEMENT_TIMEOUT ?? defaultDatabaseLimits.statement,
      write: env.WRITE_TIMEOUT ?? defaultDatabaseLimits.write,
      commit: env.COMMIT_TIMEOUT ?? defaultDatabaseLimits.commit,
    },
    stopGrace: env.STOP_GRACE ?? 10_000,
    webhookNetworks: env.WEBHOOK_NETWORKS,
    trustedProxies: env.TRUST_PROXY,
    connections: env.DATABASE_CONNECTIONS,
    clientConnections: env.CLIENT_CONNECTIONS,
    limits: whatIsSet({
      databaseTime: env.REQUEST_DATABASE_TIME,
      patience: env.QUEUE_TIMEOUT,
      connections: env.REQUEST_CONNECTIONS,
      work: env.REQUEST_WORK,
    }),
    logLevel: env.LOG_LEVEL,
    seed: env.SEED,
  };
}

/**
 * All of them or none: without an audience or an issuer to check, tokens that were made for other services would serve here.
 */
function tokenRules(env: z.infer<z.ZodObject<typeof variables>>): TokenRules | undefined {
  const { JWKS_URL: jwksUrl, JWT_ISSUER: issuer, JWT_AUDIENCE: audience } = env;
  if (jwksUrl !== undefined && issuer !== undefined && audience !== undefined) return { jwksUrl, issuer, audience };
  const names = ["JWKS_URL", "JWT_ISSUER", "JWT_AUDIENCE"] as const;
  const unset = names.filter((name) => env[name] === undefined);
  if (unset.length === names.length) return undefined;
  const set = names.filter((name) => env[name] !== undefined);
  const why = `${set.join(" and ")} ${set.length > 1 ? "are" : "is"} set`;
  throw new EnvError(
    unset.map((name) => `${name}: got nothing, expected ${variables[name].description}, since ${why}`),
  );
}

function whatIsSet(limits: RequestLimits): RequestLimits {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

function count(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((number) => number >= least && number <= most)
    .optional()
    .describe(`a number from ${least} to ${most}`);
}

function milliseconds(least: number) {
  return count(least, 999_999).describe(`milliseconds, from ${least} to 999999`);
}

function url(protocols: readonly string[]) {
  return z
    .string()
    .refine((text) => isUrl(text, protocols))
    .optional();
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.some((protocol) => text.startsWith(`${protocol}//`));
}

/** All four parts of an IPv4 address are asked for: the library takes "10/8" for 0.0.0.10/8. */
const isNetwork = (text: string): boolean =>
  ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text);

function nameAndUrl(entry: string): [name: string, url: string] {
  const [name = "", ...url] = entry.split("=");
  return [name, url.join("=")];
}

function problem(name: keyof typeof variables, given: string | undefined): string {
  const shown = secret.includes(name) ? "(its value is not repeated here: it may hold a password)" : `"${given}"`;
  return `${name}: got ${shown}, expected ${variables[name].description}`;
}
