import type { FieldNode } from "graphql";

/** The part of one field in the cost of an operation, without the fields nested under it. */
export interface Share {
  /** The keys in the answer that lead to the field. */
  readonly path: readonly string[];
  /** Objects, or milliseconds of work. */
  readonly amount: number;
  /** The size of the page, if the field is a connection whose rows are the share. */
  readonly rows: number | undefined;
  /** Whether the field is `nodes` or `edges`: its share counts for the connection. */
  readonly isRowsOfConnection: boolean;
  /** The argument whose conditions select too many rows, if that causes the work. */
  readonly filter: string | undefined;
  /** Whether `totalCount` counts many rows. */
  readonly isCounted: boolean;
}

/** The larger of two shares. */
export function heavier(a: Share | undefined, b: Share | undefined): Share | undefined {
  if (!a || !b) return a ?? b;
  return b.amount > a.amount ? b : a;
}

/**
 * A share as it counts in the field around it. All shares in a field are multiplied by the same number, so the largest stays
 * the largest, and each fragment is measured only once.
 *
 * @param rows the number of times that the field requests its nested fields
 */
export function nested(field: FieldNode, share: Share | undefined, rows: number, isPage: boolean): Share | undefined {
  if (!share || share.amount === 0) return undefined;
  const key = (field.alias ?? field.name).value;
  const amount = share.amount * rows;
  if (isPage && share.isRowsOfConnection && share.path.length === 1)
    return { ...share, path: [key], amount, rows, isRowsOfConnection: false };
  return { ...share, path: [key, ...share.path], amount };
}

/** How to make a share smaller. */
export function adviceFor({ path, rows, filter, isCounted }: Share): string {
  const name = `\`${path.join(".")}\``;
  if (filter !== undefined && isCounted)
    return `In \`${filter}\` of ${name}, filter by \`slugs\` or \`ids\`, or omit its \`totalCount\`.`;
  if (filter !== undefined) return `In \`${filter}\` of ${name}, filter by \`slugs\` or \`ids\`.`;
  if (isCounted) return `Omit \`totalCount\` of ${name}.`;
  if (rows !== undefined) return `Request a shorter page of ${name}: it has up to ${rows.toLocaleString("en")} rows.`;
  if (path.length === 1) return `Omit ${name}, or request it in a separate operation.`;
  return `Request ${name} for fewer objects: shorten the pages in which it is nested, or omit it.`;
}
