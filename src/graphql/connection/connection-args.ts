import { ArgsType, Field, Int } from "type-graphql";
import type { Sort, Window } from "../../db/reading/page.js";
import { decodeCursor } from "./cursor.js";
import { IsCursor, IsPageSize, NotTogetherWith } from "./paging-rules.js";

/** The rows of a page where neither `first` nor `last` is given, and at most. */
export const defaultPage = 25;
export const largestPage = 500;

/** The paging arguments that every connection takes. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the start, or after \`after\`: 0 to ${largestPage}, by default ${defaultPage}. Not together with \`last\`.`,
  })
  @IsPageSize(largestPage)
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Only rows after this cursor, taken from the same list in the same order.",
  })
  @IsCursor()
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the end, or before \`before\`: 0 to ${largestPage}. Not together with \`first\`.`,
  })
  @IsPageSize(largestPage)
  @NotTogetherWith("first")
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Only rows before this cursor, taken from the same list in the same order.",
  })
  @IsCursor()
  before?: string | null;
}

/** What the paging arguments, which were checked before, ask for. */
export function windowOf(args: ConnectionArgs, sort: Sort): Window {
  const { first, last } = args;
  return {
    limit: first ?? last ?? defaultPage,
    backward: last != null,
    after: args.after == null ? undefined : decodeCursor(sort, args.after),
    before: args.before == null ? undefined : decodeCursor(sort, args.before),
  };
}
