import type { GraphQLField } from "graphql";
import { Extensions } from "type-graphql";

/**
 * Milliseconds of database time that a field takes for one parent, measured on the record of all roll calls of the General
 * Assembly (870,000 positions) with one core. What is not declared is small beside the objects that it returns.
 */
export interface Work {
  /** Whatever is asked. */
  readonly read?: number;
  /**
   * Besides, for the rows and again for `totalCount`, where conditions have to be tried on many rows: conditions that name
   * something (`slugs`) are not. Without conditions it is only the count that takes it.
   */
  readonly wide?: number;
  /** The argument that has the conditions; `where` when left out. With another, nothing is wide without it. */
  readonly by?: string;
  /** Whether it is wide without any condition too. */
  readonly always?: boolean;
  /** What `wide` is instead where one of these arguments is given, such as `asOf`, which the strings of bits cannot answer. */
  readonly wideWith?: Readonly<Record<string, number>>;
}

/** Declares beside a field how much work it is. `bench/costs.js` compares that with what the field takes. */
export const Takes = (work: Work) => Extensions({ work });

/** The work that a field declares. */
export function workOf({ extensions }: Pick<GraphQLField<unknown, unknown>, "extensions">): Work {
  return (extensions.work as Work | undefined) ?? {}; // only Takes sets it
}
