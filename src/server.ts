import type { GraphQLSchema } from "graphql";
import { authenticator } from "./auth/authenticate.js";
import type { TokenRules } from "./auth/token.js";
import type { Context, Services } from "./context.js";
import { requestDatabase } from "./db/admission/request-database.js";
import type { Database } from "./db/database.js";
import { lastChange } from "./db/last-change.js";
import { executorOf } from "./execution/executor.js";
import { tableLinesOf } from "./execution/table/table-lines.js";
import { createFront } from "./http/front.js";
import type { FrontOptions, Server } from "./http/front-config.js";
import { databaseReadiness } from "./http/health.js";
import type { RequestContext, RequestDetails } from "./http/request/context.js";
import { operationCheck } from "./operations/check/check-operation.js";
import { Memory } from "./operations/check/look-up.js";
import { limitsOn } from "./operations/limits/limits.js";
import { lookUpFrom, onPrimaryWhereNeeded, sourcesOf } from "./sources.js";
import { apiVersion } from "./version.js";

export type { Server };

export interface ServerConfig extends FrontOptions {
  readonly schema: GraphQLSchema;
  readonly database: Database;
  /** The issuer whose access tokens are accepted, in addition to API keys; none by default. */
  readonly tokens?: TokenRules;
  /** What single modules need; none by default. */
  readonly services?: Services;
  /** For a subgraph: see Context. */
  readonly readsRow?: Context["readsRow"];
}

/** Milliseconds that the response to a mutation waits for its consistency token. */
const tokenPatience = 1_000;

/** Makes the server of a schema. It listens after `listen` is called; before that it answers `fastify.inject`. */
export function createServer({
  database,
  readsRow,
  tokens,
  services = new Map(),
  ...config
}: ServerConfig): Promise<Server> {
  const { schema } = config;
  const authenticate = authenticator(tokens);
  const serverLimits = limitsOn(database, config.limits);
  const { databaseTime: time, patience, connections } = serverLimits;
  const memory = new Memory();
  const sourceFor = sourcesOf(database);
  const context = async (details: RequestDetails, credential?: string): Promise<RequestContext & Context> => {
    const { client, signal, ending, isEvent, knownAt, timeLeft = time } = details;
    const limits = {
      time: Math.min(time, timeLeft),
      connections,
      patience: isEvent ? Number.POSITIVE_INFINITY : patience,
    };
    const end = ending ? { ending } : { signal };
    const reading = (name: string, source = database): Database =>
      requestDatabase(source, { client: name, ...end, limits });
    // The look-up of a credential counts as work of the address, since an invented credential belongs to no other caller.
    const authentication = await authenticate(
      credential,
      credential === undefined ? database : reading(client),
      details.log,
    );
    const name = authentication.viewer?.author ?? client;
    const source = await sourceFor(name, details);
    const clientDatabase = reading(name, source);
    return {
      ...details,
      ...authentication,
      spent: clientDatabase.request?.spent,
      waited: clientDatabase.request?.waited,
      database: knownAt === undefined ? clientDatabase : clientDatabase.asKnownAt(knownAt),
      lookUp: memory.before(lookUpFrom(source, clientDatabase, authentication.viewer)),
      readsRow,
      services,
    };
  };
  const execute = onPrimaryWhereNeeded(schema, executorOf(schema));
  const check = operationCheck(schema);
  const sourceOf = (details: RequestContext): Database =>
    (details as RequestContext & Context).database.request?.source ?? database; // `context` made it
  const caching = {
    version: apiVersion(schema),
    stateOf: async (details: RequestContext) => String(await lastChange(sourceOf(details))),
    freshAt: (details: RequestContext) => sourceOf(details).replica?.freshAt ?? Date.now(),
  };
  const consistencyToken = async () => String(await lastChange(database, AbortSignal.timeout(tokenPatience)));
  return createFront({
    ...config,
    databaseKind: database.kind,
    limits: serverLimits,
    check,
    execute,
    ...databaseReadiness(database),
    context,
    caching,
    consistencyToken,
    tableLines: readsRow ? undefined : tableLinesOf(schema),
  });
}
