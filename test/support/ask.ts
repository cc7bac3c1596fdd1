import { type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema, parse, validate } from "graphql";
import { pino } from "pino";
import { answeringOf } from "../../src/answering.js";
import type { Role } from "../../src/auth/role.js";
import type { Viewer } from "../../src/auth/viewer.js";
import type { Database } from "../../src/db/database.js";
import { executorOf } from "../../src/execution/executor.js";
import { JsonText } from "../../src/execution/json-text.js";
import type { Answering } from "../../src/graphql/answering.js";
import { buildApiSchema } from "../../src/graphql/schema.js";
import { savedQuestionLimits } from "../../src/http/limits.js";
import { modules } from "../../src/modules/index.js";
import { recordStatements } from "./database.js";

export interface Answer {
  // Tests look into answers of any shape.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
  readonly data: any;
  readonly errors?: readonly GraphQLFormattedError[];
  /** The SQL of every statement that the question took, in order. */
  readonly statements: readonly string[];
}

const log = pino({ level: "silent" });
interface WholeApi {
  readonly schema: GraphQLSchema;
  readonly execute: ReturnType<typeof executorOf>;
  readonly answering: Answering;
}

let whole: WholeApi | undefined;

/** The API's schema, what executes operations on it, and what answers saved questions by it. */
export function wholeApi(): WholeApi {
  if (whole) return whole;
  const schema = buildApiSchema(modules);
  whole = { schema, execute: executorOf(schema), answering: answeringOf(schema, savedQuestionLimits, log) };
  return whole;
}

/** Asks the API schema a question on a database, without a server. `asOf` is the header Standpoint-As-Of, `knownAt` Standpoint-Known-At, `viewer` who asks. */
export async function ask(
  database: Database,
  query: string,
  variables: Record<string, unknown> = {},
  { asOf, knownAt, viewer }: { asOf?: string; knownAt?: string; viewer?: Viewer } = {},
): Promise<Answer> {
  const { schema, answering, execute } = wholeApi();
  const { database: recording, statements } = recordStatements(database);
  const contextValue = {
    database: knownAt === undefined ? recording : recording.asKnownAt(knownAt),
    asOf,
    knownAt,
    viewer,
    requestId: "test",
    log,
    loaders: new Map(),
    answering,
    webhookNetworks: ["127.0.0.0/8"],
  };
  const document = parse(query);
  const invalid = validate(schema, document);
  const result: ExecutionResult =
    invalid.length > 0
      ? { errors: invalid }
      : await execute({ document, operationName: undefined, variables, context: contextValue });
  const data = result.data instanceof JsonText ? result.data.toJSON() : result.data;
  return { data, errors: result.errors?.map((error) => error.toJSON()), statements };
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
