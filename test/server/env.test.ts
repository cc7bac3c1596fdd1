import { expect, test } from "@jest/globals";
import { EnvError, readEnv } from "../../src/env.js";

test("no variable is needed", () => {
  expect(readEnv({})).toEqual({
    answerCache: 0,
    host: "127.0.0.1",
    dataDir: ".standpoint",
    databaseLimits: { connect: 10_000, statement: 10_000, write: 10_000, commit: 10_000 },
    stopGrace: 10_000,
    webhookNetworks: [],
    trustedProxies: [],
    limits: {},
    documentsMode: "off",
    logLevel: "info",
    logLines: 1000,
    metrics: undefined,
    costs: { anonymous: 60_000, reader: 300_000, editor: 1_200_000 },
    site: { name: "Standpoint" },
    seed: undefined,
  });
});

test("replicas are of a server", () => {
  const read = () => readEnv({ DATABASE_READ_URL: "postgres://me:hunter2@one/standpoint" });
  expect(read).toThrow(/DATABASE_URL: is not set, .* because DATABASE_READ_URL is set/);
  expect(() => readEnv({ DATABASE_READ_URL: "mysql://me:hunter2@one" })).toThrow(/DATABASE_READ_URL(?!.*hunter2)/);
});

test("every variable is read", () => {
  const given = {
    PORT: "8080",
    HOST: "::",
    DATABASE_URL: "postgres://me:hunter2@db/standpoint",
    DATABASE_READ_URL: "postgres://me:hunter2@one/standpoint, postgres://two/standpoint",
    DATABASE_READ_WAIT: "0",
    DATABASE_READ_LAG: "2000",
    DATA_DIR: "/var/lib/standpoint",
    REDIS_URL: "redis://cache",
    SUBGRAPH_URLS: "actors=http://a.internal/graphql?x=y, sources=https://b.internal",
    SUBGRAPH_TIMEOUT: "2500",
    JWKS_URL: "https://login.example/jwks",
    JWT_ISSUER: "https://login.example",
    JWT_AUDIENCE: "standpoint",
    WEBHOOK_NETWORKS: "10.0.0.0/8, 127.0.0.0/8 fd00::/8",
    TRUST_PROXY: "10.1.0.0/16",
    DATABASE_CONNECTIONS: "20",
    CLIENT_CONNECTIONS: "3",
    REQUEST_CONNECTIONS: "4",
    REQUEST_DATABASE_TIME: "2000",
    REQUEST_WORK: "9000",
    QUEUE_TIMEOUT: "700",
    CONNECT_TIMEOUT: "1000",
    STATEMENT_TIMEOUT: "2000",
    WRITE_TIMEOUT: "3000",
    COMMIT_TIMEOUT: "4000",
    STOP_GRACE: "5000",
    LOG_LEVEL: "debug",
    SEED: "false",
    DOCUMENTS: "documents",
    DOCUMENTS_MODE: "only",
    CSV_ROWS: "500",
    RECEIVE_TIMEOUT: "6000",
    COST_ANONYMOUS: "0",
    COST_READER: "10",
    COST_EDITOR: "2000000",
    METRICS_PORT: "9464",
    METRICS_HOST: "10.0.0.1",
    LOG_LINES: "50",
    SITE_NAME: "Where they stand",
    SITE_URL: "https://standpoint.example.org/",
    SITE_ISSUES: "mailto:desk@example.org",
    SITE_FOLDER: "brand",
    ANSWER_CACHE: "64",
  };
  expect(readEnv(given)).toEqual({
    port: 8080,
    answerCache: 64,
    host: "::",
    databaseUrl: given.DATABASE_URL,
    dataDir: given.DATA_DIR,
    redisUrl: given.REDIS_URL,
    subgraphUrls: { actors: "http://a.internal/graphql?x=y", sources: "https://b.internal" },
    subgraphTimeout: 2500,
    tokens: { jwksUrl: given.JWKS_URL, issuer: given.JWT_ISSUER, audience: given.JWT_AUDIENCE },
    databaseLimits: { connect: 1_000, statement: 2_000, write: 3_000, commit: 4_000 },
    replicas: { urls: ["postgres://me:hunter2@one/standpoint", "postgres://two/standpoint"], wait: 0, lag: 2_000 },
    stopGrace: 5_000,
    webhookNetworks: ["10.0.0.0/8", "127.0.0.0/8", "fd00::/8"],
    trustedProxies: ["10.1.0.0/16"],
    connections: 20,
    clientConnections: 3,
    limits: { connections: 4, databaseTime: 2000, work: 9000, patience: 700, rows: 500, arrival: 6000 },
    documents: "documents",
    documentsMode: "only",
    logLevel: "debug",
    logLines: 50,
    metrics: { port: 9464, host: "10.0.0.1" },
    costs: { anonymous: 0, reader: 10, editor: 2_000_000 },
    site: {
      name: "Where they stand",
      url: "https://standpoint.example.org",
      issues: "mailto:desk@example.org",
      folder: "brand",
    },
    seed: false,
  });
  expect(readEnv({ ...given, SITE: "off" }).site).toBeUndefined();
});

test("the three variables of tokens are set all, or none", () => {
  const all = {
    JWKS_URL: "https://login.example/jwks",
    JWT_ISSUER: "https://login.example",
    JWT_AUDIENCE: "standpoint",
  };
  expect(() => readEnv({ ...all, JWT_AUDIENCE: "" })).toThrow(
    "  JWT_AUDIENCE: is not set, expected the `aud` that tokens must have, because JWKS_URL and JWT_ISSUER are set",
  );
  expect(() => readEnv({ JWKS_URL: all.JWKS_URL })).toThrow(
    "The environment is not valid:\n" +
      "  JWT_ISSUER: is not set, expected the `iss` that tokens must have, because JWKS_URL is set\n" +
      "  JWT_AUDIENCE: is not set, expected the `aud` that tokens must have, because JWKS_URL is set",
  );
  expect(() => readEnv({ ...all, JWKS_URL: undefined })).toThrow("JWKS_URL: is not set, expected a URL");
  expect(() => readEnv({ ...all, JWKS_URL: "https://me:hunter2@login.example/jwks" })).toThrow(
    /^[\s\S]*JWKS_URL: got \(the value is not shown[\s\S]*without a user in it$/,
  );
});

test("an empty variable is unset", () => {
  expect(readEnv({ PORT: "", DATABASE_URL: " ", SEED: "" })).toEqual(readEnv({}));
});

test("every malformed variable is named at once, with what was given unless it may be secret", () => {
  const given = {
    PORT: "70000",
    HOST: "my host",
    DATABASE_URL: "mysql://me:hunter2@db",
    SUBGRAPH_URLS: "actors=http://me:hunter2@a.internal,http://b.internal",
    SUBGRAPH_TIMEOUT: "5s",
    WEBHOOK_NETWORKS: "10.0.0.0/8, internal",
    TRUST_PROXY: "loopback",
    DATABASE_CONNECTIONS: "4",
    QUEUE_TIMEOUT: "5s",
    LOG_LEVEL: "loud",
    SEED: "yes",
  };
  expect(() => readEnv(given)).toThrow(EnvError);
  expect(() => readEnv(given)).toThrow(
    "The environment is not valid:\n" +
      '  PORT: got "70000", expected a port from 0 to 65535 (0 lets the system choose a free one)\n' +
      '  HOST: got "my host", expected a host name or an IP address to listen on, such as 127.0.0.1 or 0.0.0.0\n' +
      "  DATABASE_URL: got (the value is not shown, because it can contain a password), expected a URL such as postgres://user:password@host:5432/database\n" +
      "  SUBGRAPH_URLS: got (the value is not shown, because it can contain a password), expected names and URLs such as actors=http://10.0.0.5:4000/graphql,sources=http://10.0.0.6:4000/graphql\n" +
      '  SUBGRAPH_TIMEOUT: got "5s", expected milliseconds, from 100 to 999999\n' +
      '  WEBHOOK_NETWORKS: got "10.0.0.0/8, internal", expected networks such as 10.0.0.0/8 127.0.0.0/8 fd00::/8, separated by spaces or commas\n' +
      '  TRUST_PROXY: got "loopback", expected networks of reverse proxies such as 10.0.0.0/8 127.0.0.1/32, separated by spaces or commas\n' +
      '  DATABASE_CONNECTIONS: got "4", expected a number from 5 to 1000\n' +
      '  QUEUE_TIMEOUT: got "5s", expected milliseconds, from 10 to 999999\n' +
      '  LOG_LEVEL: got "loud", expected one of trace, debug, info, warn, error, fatal, silent\n' +
      '  SEED: got "yes", expected true or false',
  );
});

test.each(["abc", "-1", "1.5", "0x10", "1e3", " 4000x"])("the port %s", (PORT) => {
  expect(() => readEnv({ PORT })).toThrow("PORT");
});

test.each(["10.0.0.0", "10/8", "10.0.0.0/33", "fd00::/129", "fd00/8", "10.0.0.0/255.0.0.0", "*"])(
  "the network %s",
  (WEBHOOK_NETWORKS) => {
    expect(() => readEnv({ WEBHOOK_NETWORKS })).toThrow("WEBHOOK_NETWORKS: got");
  },
);
