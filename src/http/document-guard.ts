import { GraphQLError, Lexer, Source, TokenKind } from "graphql";
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
      `This document nests brackets ${nesting} deep or deeper; at most ${limits.nesting} are allowed.`,
    );
  if (tokens > limits.tokens)
    throw beyondLimit(
      "tokens",
      limits.tokens,
      tokens,
      `This document has more than ${limits.tokens.toLocaleString("en")} tokens (names, values, punctuation), the most that are allowed. Split it.`,
    );
}

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Whether there is a further token. What cannot be lexed is left to the parser, which says where and why. */
function advance(lexer: Lexer): boolean {
  try {
    return lexer.advance().kind !== TokenKind.EOF;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}
