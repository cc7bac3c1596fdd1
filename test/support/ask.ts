import { type GraphQLFormattedError, type GraphQLSchema, graphql } from "graphql";
import { pino } from "pino";
import type { Role } from "../../src/auth/role.js";
import type { Viewer } from "../../src/auth/viewer.js";
import type { Database } from "../../src/db/database.js";
import { buildApiSchema } from "../../src/graphql/schema.js";
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

let schema: GraphQLSchema | undefined;

/** Asks the API schema a question on a database, without a server. `asOf` is the header Standpoint-As-Of, `knownAt` Standpoint-Known-At, `viewer` who asks. */
export async function ask(
  database: Database,
  query: string,
  variables: Record<string, unknown> = {},
  { asOf, knownAt, viewer }: { asOf?: string; knownAt?: string; viewer?: Viewer } = {},
): Promise<Answer> {
  schema ??= buildApiSchema(modules);
  const { database: recording, statements } = recordStatements(database);
  const contextValue = {
    database: knownAt === undefined ? recording : recording.asKnownAt(knownAt),
    asOf,
    knownAt,
    viewer,
    requestId: "test",
    log: pino({ level: "silent" }),
    loaders: new Map(),
  };
  const result = await graphql({ schema, source: query, variableValues: variables, contextValue });
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
