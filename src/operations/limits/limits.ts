import { GraphQLError } from "graphql";
import type { Database } from "../../db/database.js";

/** The limits of one request. A server can override each; docs/serving.md lists them. */
export interface Limits {
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  /** Lexical tokens of a document: names, values, punctuation. */
  readonly tokens: number;
  /** Nested brackets of any kind in a document, including literal lists and input objects. */
  readonly nesting: number;
  /** Nested fields of an operation, through fragments. Introspection has the limit of graphql-js instead. */
  readonly depth: number;
  /** Aliases of an operation, those of a fragment counted each time that it is used. */
  readonly aliases: number;
  /** Root fields of an operation, through fragments. */
  readonly rootFields: number;
  /** Objects that an operation could return if every page were full; see operation-size.ts. */
  readonly objects: number;
  /** Milliseconds of database time that an operation is expected to take on a large record; see operation-size.ts. */
  readonly work: number;
  /** The same for a subscription, each of whose events takes as much. */
  readonly eventWork: number;
  /** Nested lists and input objects in the variables. */
  readonly variableDepth: number;
  /** Values in the variables, those in lists and input objects included. */
  readonly variableValues: number;
  /** The number of validation errors after which validation stops. */
  readonly validationErrors: number;
  /** Milliseconds of database time of all queries of a request, or of one event of a subscription. */
  readonly databaseTime: number;
  /** Milliseconds that a request may wait until it is executed, and the same again for its client's turns on the database. */
  readonly patience: number;
  /** Queries of a request that run at once. */
  readonly connections: number;
  /** Milliseconds for a request to arrive, including its body. */
  readonly arrival: number;
  /** Rows of a CSV file; with a credential, ten times as many. */
  readonly rows: number;
}

export const defaultLimits: Limits = {
  bodyBytes: 1024 * 1024,
  tokens: 5000,
  nesting: 100,
  depth: 20,
  aliases: 100,
  rootFields: 50,
  objects: 100_000,
  work: 5000,
  eventWork: 1000,
  variableDepth: 50,
  variableValues: 5000,
  validationErrors: 10,
  databaseTime: 5000,
  patience: 8000,
  connections: 2,
  arrival: 30_000,
  rows: 100_000,
};

/** The limits of saved questions, a tenth of the others: they are answered again after every change of the record. */
export const savedQuestionLimits: Limits = { ...defaultLimits, objects: 10_000, work: 1000 };

/** The limits of a server. They are lower on the embedded database, which cannot cancel a long query and runs nothing else meanwhile. */
export function limitsOn({ kind }: Pick<Database, "kind">, overrides: Partial<Limits> = {}): Limits {
  return { ...defaultLimits, ...(kind === "embedded" && { work: 3000 }), ...overrides };
}

/** The limits that are checked before a request is executed. */
type Refused = Exclude<
  keyof Limits,
  "eventWork" | "validationErrors" | "databaseTime" | "patience" | "connections" | "arrival" | "rows"
>;

const codes: Record<Refused, string> = {
  bodyBytes: "PAYLOAD_TOO_LARGE",
  tokens: "QUERY_TOO_LONG",
  nesting: "QUERY_TOO_DEEP",
  depth: "QUERY_TOO_DEEP",
  aliases: "QUERY_TOO_MANY_ALIASES",
  rootFields: "QUERY_TOO_MANY_ROOT_FIELDS",
  objects: "QUERY_TOO_LARGE",
  work: "QUERY_TOO_EXPENSIVE",
  variableDepth: "VARIABLES_TOO_DEEP",
  variableValues: "VARIABLES_TOO_LARGE",
};

/**
 * The error for a request beyond a limit: HTTP status 400 (413 for the body) with both media types, since the request
 * was refused before GraphQL saw it as one to execute. `extensions.limit` names the limit, its value and what was found;
 * `extensions.cost` is there where the operation costs too much.
 */
export function beyondLimit(
  name: Refused,
  max: number,
  found: number | undefined,
  message: string,
  cost?: OperationCost,
): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: codes[name],
      limit: { name, max, found },
      ...(cost && { cost }),
      http: { status: name === "bodyBytes" ? 413 : 400 },
    },
  });
}

/** The estimate of one cost beside its limit. */
interface Estimate {
  readonly estimated: number;
  readonly limit: number;
}

/** The cost of an operation as clients read it, in `extensions.cost`. */
export interface OperationCost {
  /** Objects that the operation returns if every page is full. */
  readonly objects: Estimate;
  /** Milliseconds of database time on a large record. */
  readonly work: Estimate;
  /** The field with the largest part in the cost that is nearer to its limit. Null where no field costs anything. */
  readonly costliest: {
    /** The keys in the answer that lead to the field, with dots. */
    readonly field: string;
    readonly cost: "objects" | "work";
    readonly estimated: number;
    /** How to make it smaller. */
    readonly advice: string;
  } | null;
}
