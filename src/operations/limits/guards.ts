import { type DocumentNode, GraphQLError, Lexer, Source, TokenKind } from "graphql";
import { badUserInput } from "../../errors.js";
import { findNul } from "../../graphql/validation/find-nul.js";
import { beyondLimit, type Limits } from "./limits.js";

/** Refuses a document that is too long or whose brackets nest so deep that the parser or a visitor could overflow the stack. */
export function guardDocument(query: string, limits: Limits): void {
  // A document has at most as many tokens as characters, and few documents have many brackets: most need no lexing here.
  if (query.length <= limits.tokens && (query.match(/[{[(]/g)?.length ?? 0) <= limits.nesting) return;
  const lexer = new Lexer(new Source(query));
  let [tokens, open, nesting] = [0, 0, 0];
  while (nesting <= limits.nesting && tokens <= limits.tokens && advance(lexer)) {
    tokens += 1;
    if (opening.has(lexer.token.kind)) open += 1;
    if (closing.has(lexer.token.kind)) open -= 1;
    nesting = Math.max(nesting, open);
  }
  if (nesting > limits.nesting)
    throw beyondLimit(
      "nesting",
      limits.nesting,
      nesting,
      `This document nests brackets ${nesting} levels deep or deeper; at most ${limits.nesting} levels are allowed.`,
    );
  if (tokens > limits.tokens)
    throw beyondLimit(
      "tokens",
      limits.tokens,
      tokens,
      `This document has more than ${limits.tokens.toLocaleString("en")} tokens (names, values, punctuation), which is the limit. Split it into several documents.`,
    );
}

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Whether there is a further token. If lexing fails, the parser reports the error with its place. */
function advance(lexer: Lexer): boolean {
  try {
    return lexer.advance().kind !== TokenKind.EOF;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}

/**
 * Refuses variables that nest so deep that the recursion of graphql-js could overflow the stack, or that hold more
 * values than one SQL query should have.
 *
 * @throws {GraphQLError} naming the variable
 */
export function guardVariables(variables: unknown, limits: Limits): void {
  if (typeof variables !== "object" || variables === null) return;
  let values = 0;
  for (const [name, value] of Object.entries(variables)) count(name, value, 0);

  // Its own recursion ends one level beyond the limit.
  function count(name: string, value: unknown, depth: number): void {
    values += 1;
    if (values > limits.variableValues) throw tooMany(limits.variableValues);
    if (typeof value !== "object" || value === null) return;
    if (depth >= limits.variableDepth) throw tooDeep(name, limits.variableDepth);
    for (const item of Object.values(value)) count(name, item, depth + 1);
  }
}

function tooDeep(name: string, max: number): Error {
  const message = `The variable "$${name}" nests lists and objects more than ${max} levels deep, which is the limit.`;
  return beyondLimit("variableDepth", max, undefined, message);
}

function tooMany(max: number): Error {
  const message = `The variables hold more than ${max.toLocaleString("en")} values, which is the limit. Split the request into several.`;
  return beyondLimit("variableValues", max, undefined, message);
}

/**
 * Refuses a NUL character in an operation, which Postgres cannot store or search for.
 *
 * @throws {GraphQLError} BAD_USER_INPUT naming the variable or the argument
 */
export function refuseNul(document: DocumentNode, variables: unknown): void {
  const path = findNul(document, variables);
  if (path === undefined) return;
  throw badUserInput(`\`${path}\` contains a NUL character`, [
    { path, reason: "contains the character U+0000 (NUL), which cannot be stored or searched" },
  ]);
}
