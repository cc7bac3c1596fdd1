/** An error in the answer of a server, as GraphQL has it. */
export interface GraphQLProblem {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    /** For wrong input: which value is wrong, and why. */
    readonly fields?: readonly { readonly path: string; readonly reason: string }[];
    readonly [key: string]: unknown;
  };
}

/** A request that has no complete answer. `data` is what was answered beside the errors. */
export class StandpointError extends Error {
  override name = "StandpointError";
  /** The code of the first error, such as BAD_USER_INPUT; see docs/serving.md of the server. */
  readonly code: string | undefined;

  constructor(
    message: string,
    readonly problems: readonly GraphQLProblem[] = [],
    readonly data: unknown = undefined,
    /** The HTTP status; undefined where there was no response. */
    readonly status: number | undefined = undefined,
  ) {
    super(message);
    this.code = problems[0]?.extensions?.code;
  }
}

/** The server could not be reached, or what came back is not of a Standpoint server. */
export class NetworkError extends StandpointError {
  override name = "NetworkError";
}
/** The credential is missing, wrong, or its role may not do this. */
export class AuthError extends StandpointError {
  override name = "AuthError";
}
/** The operation asks for too much, or the server has no time for it now. */
export class LimitError extends StandpointError {
  override name = "LimitError";
}
/** A value or the document is wrong: `problems` say which and why. */
export class InvalidInputError extends StandpointError {
  override name = "InvalidInputError";
}
/** Somebody else wrote in between. */
export class ConflictError extends StandpointError {
  override name = "ConflictError";
}

const classes: readonly [codes: RegExp, type: typeof StandpointError][] = [
  [/^(UNAUTHENTICATED|FORBIDDEN)$/, AuthError],
  [
    /^(QUERY_|VARIABLES_TOO_|PAYLOAD_TOO_LARGE|TOO_MANY_ROWS|TIMEOUT|OVERLOADED|UNAVAILABLE|SERVICE_UNAVAILABLE)/,
    LimitError,
  ],
  [/^(BAD_USER_INPUT|BAD_REQUEST|GRAPHQL_|OPERATION_RESOLUTION_FAILURE|PERSISTED_DOCUMENT_)/, InvalidInputError],
  [/CONFLICT/, ConflictError],
];

/** The error for problems that a server told, of the class that their first code names. */
export function errorFor(problems: readonly GraphQLProblem[], data: unknown, status: number): StandpointError {
  const code = problems[0]?.extensions?.code ?? "";
  const Type = classes.find(([codes]) => codes.test(code))?.[1] ?? StandpointError;
  return new Type(problems.map(({ message }) => message).join("\n"), problems, data, status);
}
