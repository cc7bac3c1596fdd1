import {
  type ExecutionResult,
  execute,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  validate,
} from "graphql";
import { pino } from "pino";
import { answeringOf } from "../../src/answering.js";
import type { Role } from "../../src/auth/role.js";
import type { Viewer } from "../../src/auth/viewer.js";
import type { Database } from "../../src/db/database.js";
import type { Answering } from "../../src/graphql/answering.js";
import { buildApiSchema } from "../../src/graphql/schema.js";
import { savedQuestionLimits } from "../../src/http/limits.js";
import { modules } from "../../src/modules/index.js";
import { type OperationCheck, operationCheck } from "../../src/operations/check-operation.js";
import { lookUpIn } from "../../src/operations/look-up.repository.js";
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
let whole: { schema: GraphQLSchema; answering: Answering; check: OperationCheck } | undefined;

/** The API's schema, and what answers saved questions by it. */
export function wholeApi(): NonNullable<typeof whole> {
  if (whole) return whole;
  const schema = buildApiSchema(modules);
  whole = { schema, answering: answeringOf(schema, savedQuestionLimits, log), check: operationCheck(schema) };
  return whole;
}

/** Asks the API schema a question on a database, without a server. `asOf` is the header Standpoint-As-Of, `knownAt` Standpoint-Known-At, `viewer` who asks. */
export async function ask(
  database: Database,
  query: string,
  variables: Record<string, unknown> = {},
  { asOf, knownAt, viewer }: { asOf?: string; knownAt?: string; viewer?: Viewer } = {},
): Promise<Answer> {
  const { schema, answering, check } = wholeApi();
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
  const lookUp = lookUpIn(database, viewer);
  const refusal = invalid.length > 0 ? invalid : await check({ document, variables }, { lookUp, knownAt });
  const result: ExecutionResult =
    refusal.length > 0
      ? { errors: refusal }
      : await execute({ schema, document, variableValues: variables, contextValue });
  return { data: result.data, errors: result.errors?.map((error) => error.toJSON()), statements };
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
