import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  validate,
} from "graphql";
import { pino } from "pino";
import { answeringOf } from "../../src/answering.js";
import type { Role } from "../../src/auth/role.js";
import type { Viewer } from "../../src/auth/viewer.js";
import type { Context } from "../../src/context.js";
import type { Database } from "../../src/db/database.js";
import { executorOf } from "../../src/execution/executor.js";
import { JsonText } from "../../src/execution/json-text.js";
import type { Answering } from "../../src/modules/alerts/index.js";
import { servicesForAlerts } from "../../src/modules/alerts/index.js";
import { type OperationCheck, operationCheck } from "../../src/operations/check/check-operation.js";
import { lookUpIn } from "../../src/operations/check/look-up.repository.js";
import { savedQuestionLimits } from "../../src/operations/limits/limits.js";
import { recordStatements } from "./database.js";
import { schema } from "./once/schema.js";

export interface Answer {
  // Tests look into answers of any shape.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
  readonly data: any;
  readonly errors?: readonly GraphQLFormattedError[];
  /** The SQL of every statement that the question took, in order. */
  readonly statements: readonly string[];
}

const log = pino({ level: "silent" });

interface Api {
  readonly schema: GraphQLSchema;
  readonly answering: Answering;
  readonly check: OperationCheck;
  readonly execute: ReturnType<typeof executorOf>;
}
let api: Api | undefined;

/** The API as a server has it: its schema, its executor, and what answers saved questions. */
export function wholeApi(): Api {
  if (api) return api;
  api = {
    schema,
    check: operationCheck(schema),
    execute: executorOf(schema),
    answering: answeringOf(schema, savedQuestionLimits, log),
  };
  return api;
}

/** Documents by their text, as a server keeps them. */
const documents = new Map<string, DocumentNode>();

function documentOf(query: string): DocumentNode {
  const known = documents.get(query) ?? parse(query);
  documents.set(query, known);
  return known;
}

interface Asker {
  asOf?: string;
  knownAt?: string;
  viewer?: Viewer;
}

/** What resolvers and declarations share of one request. */
export const contextOf = (database: Database, { asOf, knownAt, viewer }: Asker = {}): Context => ({
  database: knownAt === undefined ? database : database.asKnownAt(knownAt),
  asOf,
  knownAt,
  viewer,
  requestId: "test",
  log,
  services: servicesForAlerts({ answering: wholeApi().answering, webhookNetworks: ["127.0.0.0/8"] }),
});

/** Asks the API a question on a database, by the executor that servers use, but without a server. `asOf` is the header Standpoint-As-Of, `knownAt` Standpoint-Known-At, `viewer` who asks. */
export async function ask(
  database: Database,
  query: string,
  variables: Record<string, unknown> = {},
  { asOf, knownAt, viewer }: Asker = {},
): Promise<Answer> {
  const { schema, check, execute } = wholeApi();
  const { database: recording, statements } = recordStatements(database);
  const context = contextOf(recording, { asOf, knownAt, viewer });
  const lookUp = lookUpIn(database, viewer);
  const result = await answerTo(schema, query, async (document) => {
    const refusal = await check({ document, variables }, { lookUp, knownAt });
    return refusal.length > 0
      ? { errors: refusal }
      : execute({ document, operationName: undefined, variables, context });
  });
  const data = result.data instanceof JsonText ? result.data.toJSON() : result.data;
  return { data, errors: result.errors?.map((error) => error.toJSON()), statements };
}

async function answerTo(
  schema: GraphQLSchema,
  query: string,
  execute: (document: DocumentNode) => PromiseLike<ExecutionResult>,
): Promise<ExecutionResult> {
  try {
    const document = documentOf(query);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : await execute(document);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] }; // the query cannot be parsed
    throw error;
  }
}

/** Follows a subscription as servers do, but without one: each event's result. */
export async function follow(
  database: Database,
  query: string,
  viewer?: Viewer,
): Promise<AsyncGenerator<Answer["data"]>> {
  const { schema, execute } = wholeApi();
  const context = contextOf(database, { viewer });
  const document = documentOf(query);
  const events = await createSourceEventStream({ schema, document, contextValue: context });
  if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events));
  return (async function* () {
    for await (const rootValue of events) {
      const { data, errors } = await execute({ document, operationName: undefined, variables: {}, context, rootValue });
      if (errors) throw new Error(`An event could not be told: ${JSON.stringify(errors)}`);
      yield data instanceof JsonText ? data.toJSON() : data;
    }
  })();
}

/** As `ask`, by somebody with a role, whom revisions name "key:<the role in lower case>", such as "key:editor". */
export function askAs(
  role: Role,
  database: Database,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  return ask(database, query, variables, { viewer: { role, author: `key:${role.toLowerCase()}` } });
}

/** As `ask`, for questions that must not fail: only the data. */
export async function answer(...question: Parameters<typeof ask>): Promise<Answer["data"]> {
  const { data, errors } = await ask(...question);
  if (errors) throw new Error(`The question failed: ${JSON.stringify(errors)}`);
  return data;
}
