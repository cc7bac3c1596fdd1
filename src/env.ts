import { z } from "zod";
import type { TokenRules } from "./auth/token.js";
import type { ReplicaOptions } from "./db/database.js";
import { type DatabaseLimits, defaultDatabaseLimits } from "./db/limits.js";
import { count, host, isNetwork, isUrl, listed, milliseconds, nameAndUrl, port, url } from "./env-values.js";
import { type DocumentMode, documentModes } from "./operations/documents.js";
import { type CostBudgets, defaultCostBudgets } from "./operations/limits/cost-budgets.js";

/** The settings that the environment gives, checked. The README lists the variables with their defaults. */
export interface Env {
  /** Unset: the command's own default. */
  readonly port?: number;
  readonly host: string;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  readonly redisUrl?: string;
  /** The addresses, by name, of subgraphs that are not at the supergraph's addresses. */
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
  /** Replicas of the database server that answer reads, and for how long each is waited for and may be behind. */
  readonly replicas?: ReplicaOptions;
  /** What one request may take of the database; see the limits of the same names. Only those that are set. */
  readonly limits: RequestLimits;
  /** A folder of persisted documents. */
  readonly documents?: string;
  readonly documentsMode: DocumentMode;
  /** Megabytes of answers that are kept in the process; 0 for none. */
  readonly answerCache: number;
  /** How the site presents itself; undefined where it is turned off. */
  readonly site?: SiteSettings;
  readonly logLevel: LogLevel;
  /** Lines of one message that the log has in a minute; 0 for no bound. */
  readonly logLines: number;
  /** Where metrics are served; undefined for nowhere. */
  readonly metrics?: { readonly port: number; readonly host: string };
  /** What callers may spend in a minute. */
  readonly costs: CostBudgets;
  /** Whether the start records the dossiers that come with Standpoint; where left out, only in an empty database. */
  readonly seed?: boolean;
}

interface SiteSettings {
  readonly name: string;
  readonly url?: string;
  readonly issues?: string;
  readonly folder?: string;
}

interface RequestLimits {
  readonly databaseTime?: number;
  readonly patience?: number;
  readonly connections?: number;
  readonly work?: number;
  readonly rows?: number;
  readonly arrival?: number;
}

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Says every malformed variable at once: its name, what was given (unless it may hold a password) and what is expected. */
export class EnvError extends Error {
  override readonly name = "EnvError";

  constructor(readonly problems: readonly string[]) {
    super(`The environment is not valid:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  }
}

const variables = {
  PORT: port(),
  HOST: host(),
  METRICS_PORT: port(),
  METRICS_HOST: host(),
  DATABASE_URL: url(["postgres:", "postgresql:"]).describe("a URL such as postgres://user:password@host:5432/database"),
  DATABASE_READ_URL: z
    .string()
    .transform(listed)
    .refine((urls) => urls.every((url) => isUrl(url, ["postgres:", "postgresql:"])))
    .default([])
    .describe("URLs such as postgres://user:password@replica:5432/database, with separated by commas or spaces"),
  DATABASE_READ_WAIT: count(0, 60_000).describe("milliseconds, from 0 to 60000"),
  DATABASE_READ_LAG: milliseconds(2_000),
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
    .transform(listed)
    .refine((networks) => networks.every(isNetwork))
    .default([])
    .describe("networks such as 10.0.0.0/8 127.0.0.0/8 fd00::/8, separated by spaces or commas"),
  TRUST_PROXY: z
    .string()
    .transform(listed)
    .refine((networks) => networks.every(isNetwork))
    .default([])
    .describe("networks of reverse proxies such as 10.0.0.0/8 127.0.0.1/32, separated by spaces or commas"),
  DATABASE_CONNECTIONS: count(5, 1000),
  CLIENT_CONNECTIONS: count(1, 1000),
  REQUEST_CONNECTIONS: count(1, 1000),
  REQUEST_DATABASE_TIME: milliseconds(10),
  REQUEST_WORK: milliseconds(10),
  CSV_ROWS: count(1, 10_000_000),
  ANSWER_CACHE: count(0, 100_000).describe("megabytes, from 0 to 100000"),
  DOCUMENTS: z.string().optional(),
  DOCUMENTS_MODE: z
    .enum(documentModes)
    .default("off")
    .describe(`one of ${documentModes.join(", ")}`),
  QUEUE_TIMEOUT: milliseconds(10),
  RECEIVE_TIMEOUT: milliseconds(100),
  COST_ANONYMOUS: count(0, 99_999_999),
  COST_READER: count(0, 99_999_999),
  COST_EDITOR: count(0, 99_999_999),
  LOG_LINES: count(0, 999_999),
  SITE: z.enum(["on", "off"]).default("on").describe("on or off"),
  SITE_NAME: z.string().max(60).default("Standpoint").describe("a name of at most 60 characters"),
  SITE_URL: url(["https:", "http:"])
    .transform((text) => text?.replace(/\/+$/, ""))
    .describe("the address of the pages, such as https://standpoint.example.org"),
  SITE_ISSUES: url(["https:", "http:", "mailto:"]).describe(
    "where readers report errors, such as https://example.org/issues/new or mailto:desk@example.org",
  ),
  SITE_FOLDER: z.string().optional(),
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

/** The names of all variables that are read. */
export const variableNames: readonly string[] = Object.keys(variables);

/** Their values may hold passwords, so no message repeats them. */
const secret: readonly string[] = ["DATABASE_URL", "DATABASE_READ_URL", "REDIS_URL", "SUBGRAPH_URLS", "JWKS_URL"];

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
    replicas: replicasOf(env),
    limits: whatIsSet({
      databaseTime: env.REQUEST_DATABASE_TIME,
      patience: env.QUEUE_TIMEOUT,
      connections: env.REQUEST_CONNECTIONS,
      work: env.REQUEST_WORK,
      rows: env.CSV_ROWS,
      arrival: env.RECEIVE_TIMEOUT,
    }),
    documents: env.DOCUMENTS,
    documentsMode: env.DOCUMENTS_MODE,
    answerCache: env.ANSWER_CACHE ?? 0,
    site:
      env.SITE === "off"
        ? undefined
        : { name: env.SITE_NAME, url: env.SITE_URL, issues: env.SITE_ISSUES, folder: env.SITE_FOLDER },
    logLevel: env.LOG_LEVEL,
    logLines: env.LOG_LINES ?? 1_000,
    metrics: env.METRICS_PORT === undefined ? undefined : { port: env.METRICS_PORT, host: env.METRICS_HOST },
    costs: {
      anonymous: env.COST_ANONYMOUS ?? defaultCostBudgets.anonymous,
      reader: env.COST_READER ?? defaultCostBudgets.reader,
      editor: env.COST_EDITOR ?? defaultCostBudgets.editor,
    },
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
    unset.map((name) => `${name}: is not set, expected ${variables[name].description}, because ${why}`),
  );
}

/** The embedded database has no replicas. */
function replicasOf(env: z.infer<z.ZodObject<typeof variables>>): ReplicaOptions | undefined {
  const { DATABASE_READ_URL: urls, DATABASE_READ_WAIT: wait = 100, DATABASE_READ_LAG: lag = 10_000 } = env;
  if (urls.length === 0) return undefined;
  if (env.DATABASE_URL !== undefined) return { urls, wait, lag };
  throw new EnvError([
    `DATABASE_URL: is not set, expected ${variables.DATABASE_URL.description}, because DATABASE_READ_URL is set`,
  ]);
}

function whatIsSet(limits: RequestLimits): RequestLimits {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

function problem(name: keyof typeof variables, given: string | undefined): string {
  const shown = secret.includes(name) ? "(the value is not shown, because it can contain a password)" : `"${given}"`;
  return `${name}: got ${shown}, expected ${variables[name].description}`;
}
