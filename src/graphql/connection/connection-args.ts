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
    description: `The number of rows to return from the start of the list, or after \`after\`: 0 to ${largestPage}. Default: ${defaultPage}. Cannot be combined with \`last\`.`,
  })
  @IsPageSize(largestPage)
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Return rows after this cursor. The cursor must come from the same list in the same order.",
  })
  @IsCursor()
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `The number of rows to return from the end of the list, or before \`before\`: 0 to ${largestPage}. Cannot be combined with \`first\`.`,
  })
  @IsPageSize(largestPage)
  @NotTogetherWith("first")
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Return rows before this cursor. The cursor must come from the same list in the same order.",
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
