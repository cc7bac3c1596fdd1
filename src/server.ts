import type { GraphQLSchema } from "graphql";
import { answeringOf } from "./answering.js";
import { authenticator } from "./auth/authenticate.js";
import type { TokenRules } from "./auth/token.js";
import type { Context } from "./context.js";
import type { Database } from "./db/database.js";
import type { EntityTable } from "./db/entity-table.js";
import { executorOf } from "./execution/executor.js";
import type { Answering } from "./graphql/answering.js";
import { createFront, type FrontOptions, type Server } from "./http/front.js";
import { databaseReadiness } from "./http/health.js";
import { savedQuestionLimits } from "./http/limits.js";
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
  const authenticate = authenticator(database, tokens);
  const memory = new Memory();
  const context = async (known: KnownOfRequest, credential?: string): Promise<RequestContext & Context> => {
    const authentication = await authenticate(credential, known.log);
    return {
      ...known,
      ...authentication,
      database: known.knownAt === undefined ? database : database.asKnownAt(known.knownAt),
      lookUp: memory.before(lookUpIn(database, authentication.viewer)),
      owned,
      loaders: new Map(),
      answering,
      webhookNetworks,
    };
  };
  const execute = executorOf(schema);
  const check = operationCheck(schema);
  return createFront({ ...config, check, execute, readiness: databaseReadiness(database), context });
}
