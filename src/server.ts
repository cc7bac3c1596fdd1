import type { GraphQLSchema } from "graphql";
import { answeringOf } from "./answering.js";
import { authenticator } from "./auth/authenticate.js";
import type { TokenRules } from "./auth/token.js";
import type { Context } from "./context.js";
import { requestDatabase } from "./db/admission/request-database.js";
import type { Database } from "./db/database.js";
import type { EntityTable } from "./db/entity-table.js";
import { executorOf } from "./execution/executor.js";
import type { Answering } from "./graphql/answering.js";
import { createFront, type FrontOptions, type Server } from "./http/front.js";
import { databaseReadiness } from "./http/health.js";
import { limitsOn, savedQuestionLimits } from "./http/limits.js";
import type { KnownOfRequest, RequestContext } from "./http/request-context.js";
import { operationCheck } from "./operations/check-operation.js";
import { Memory } from "./operations/look-up.js";
import { lookUpIn } from "./operations/look-up.repository.js";

export type { Server };

export interface ServerConfig extends FrontOptions {
  readonly schema: GraphQLSchema;
  readonly database: Database;
  /** Whose tokens are taken, beside API keys; none by default. */
  readonly tokens?: TokenRules;
  /** Reads and answers questions apart from any request; by `schema` when left out. */
  readonly answering?: Answering;
  /** The networks (CIDRs) that webhooks may lead to besides public addresses; none by default. */
  readonly webhookNetworks?: readonly string[];
  /** For a subgraph: the tables of its module's entities; see Context. */
  readonly owned?: ReadonlySet<EntityTable>;
}

/** Makes the server that answers for a schema; it listens only when told to, and answers `fastify.inject` before. */
export function createServer({ database, owned, tokens, ...config }: ServerConfig): Promise<Server> {
  const { schema, log } = config;
  const { answering = answeringOf(schema, savedQuestionLimits, log), webhookNetworks = [] } = config;
  const authenticate = authenticator(tokens);
  const serverLimits = limitsOn(database, config.limits);
  const { databaseTime: time, patience, connections } = serverLimits;
  const memory = new Memory();
  const context = async (known: KnownOfRequest, credential?: string): Promise<RequestContext & Context> => {
    const { client, signal, isEvent, knownAt, timeLeft = time } = known;
    const limits = {
      time: Math.min(time, timeLeft),
      connections,
      patience: isEvent ? Number.POSITIVE_INFINITY : patience,
    };
    const reading = (name: string): Database => requestDatabase(database, { client: name, signal, limits });
    // Looking up a credential is the work of the address: whoever makes credentials up has no other name.
    const authentication = await authenticate(
      credential,
      credential === undefined ? database : reading(client),
      known.log,
    );
    const own = reading(authentication.viewer?.author ?? client);
    return {
      ...known,
      ...authentication,
      spent: own.request?.spent,
      database: knownAt === undefined ? own : own.asKnownAt(knownAt),
      lookUp: memory.before(lookUpIn(own, authentication.viewer)),
      owned,
      loaders: new Map(),
      answering,
      webhookNetworks,
    };
  };
  const execute = executorOf(schema);
  const check = operationCheck(schema);
  const readiness = databaseReadiness(database);
  return createFront({ ...config, limits: serverLimits, check, execute, readiness, context });
}
