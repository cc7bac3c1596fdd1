import { ArgsType, Field, Int } from "type-graphql";
import type { Sort, Window } from "../../db/page.js";
import { badUserInput } from "../../errors.js";
import { decodeCursor } from "./cursor.js";

const defaultPage = 25;
const largestPage = 100;

/** The paging arguments that every connection takes. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the start, or after \`after\`: 0 to ${largestPage}, by default ${defaultPage}. Not together with \`last\`.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Only rows after this cursor, taken from the same list in the same order.",
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the end, or before \`before\`: 0 to ${largestPage}. Not together with \`first\`.`,
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Only rows before this cursor, taken from the same list in the same order.",
  })
  before?: string | null;
}

/**
 * What the paging arguments ask for.
 *
 * @throws BAD_USER_INPUT naming the argument: a size out of range, both sizes, a foreign or malformed cursor
 */
export function windowOf(args: ConnectionArgs, sort: Sort): Window {
  const { first, last } = args;
  if (first != null && last != null) {
    const reason = "cannot be given together with `first`: page forward or backward, not both";
    throw badUserInput(`\`last\` ${reason}`, [{ path: "last", reason }]);
  }
  for (const [path, size] of Object.entries({ first, last })) {
    if (size != null && (size < 0 || size > largestPage)) {
      const reason = `must be from 0 to ${largestPage}, and is ${size}`;
      throw badUserInput(`\`${path}\` ${reason}`, [{ path, reason }]);
    }
  }
  return {
    limit: first ?? last ?? defaultPage,
    backward: last != null,
    after: args.after == null ? undefined : decodeCursor(sort, args.after, "after"),
    before: args.before == null ? undefined : decodeCursor(sort, args.before, "before"),
  };
}
