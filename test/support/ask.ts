import { type GraphQLFormattedError, type GraphQLSchema, graphql } from "graphql";
import { pino } from "pino";
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

/** Asks the API schema a question on a database, without a server. `asOf` is the header Standpoint-As-Of. */
export async function ask(
  database: Database,
  query: string,
  variables: Record<string, unknown> = {},
  { asOf }: { asOf?: string } = {},
): Promise<Answer> {
  schema ??= buildApiSchema(modules);
  const { database: recording, statements } = recordStatements(database);
  const contextValue = {
    database: recording,
    asOf,
    requestId: "test",
    log: pino({ level: "silent" }),
    loaders: new Map(),
  };
  const result = await graphql({ schema, source: query, variableValues: variables, contextValue });
  return { data: result.data, errors: result.errors?.map((error) => error.toJSON()), statements };
}

/** As `ask`, for questions that must not fail: only the data. */
export async function answer(...question: Parameters<typeof ask>): Promise<Answer["data"]> {
  const { data, errors } = await ask(...question);
  if (errors) throw new Error(`The question failed: ${JSON.stringify(errors)}`);
  return data;
}
