/** A table of numbers from -1 to 1; undefined where nothing is on record. */
export type Table = readonly (readonly (number | undefined)[])[];

/**
 * An order of rows in which neighbours are alike: a short path through all rows. Each step goes to the nearest row that is
 * left, from the row with the highest mean; then parts of the path are turned round as long as that shortens it (2-opt).
 * The same table always has the same order.
 */
export function orderOf(table: Table): number[] {
  const distances = table.map((one) => table.map((other) => distance(one, other)));
  const between = (one: number | undefined, other: number | undefined): number =>
    one === undefined || other === undefined ? 0 : (distances[one]?.[other] ?? 0);
  const rest = new Set(table.keys());
  const means = table.map(mean);
  const path: number[] = [];
  while (rest.size > 0) {
    const last = path.at(-1);
    const costOf = (row: number): number => (last === undefined ? -(means[row] ?? 0) : between(last, row));
    const next = [...rest].reduce((best, row) => (costOf(row) < costOf(best) ? row : best));
    path.push(next);
    rest.delete(next);
  }
  return shortened(path, between);
}

/** Turning round is tried this often at most. */
const mostRounds = 20;

function shortened(path: number[], between: (one: number | undefined, other: number | undefined) => number): number[] {
  for (let round = 0; round < mostRounds; round++) {
    let isShorter = false;
    for (let start = 0; start < path.length - 1; start++)
      for (let end = start + 1; end < path.length; end++) {
        const [before, first, last, after] = [path[start - 1], path[start], path[end], path[end + 1]];
        const gain = between(before, first) + between(last, after) - between(before, last) - between(first, after);
        if (gain <= 1e-9) continue;
        path.splice(start, end - start + 1, ...path.slice(start, end + 1).reverse());
        isShorter = true;
      }
    if (!isShorter) break;
  }
  return path;
}

/** What a pair of which one is not on record counts: more than agreement, less than opposition. */
const unknownDistance = 0.6;

/** The mean difference of two rows, from 0 to 2. */
function distance(one: readonly (number | undefined)[], other: readonly (number | undefined)[]): number {
  let sum = 0;
  for (const [column, value] of one.entries()) {
    const second = other[column];
    if (value !== undefined && second !== undefined) sum += Math.abs(value - second);
    else if (value !== second) sum += unknownDistance;
  }
  return one.length === 0 ? 0 : sum / one.length;
}

function mean(row: readonly (number | undefined)[]): number {
  const values = row.filter((value) => value !== undefined);
  return values.length === 0 ? -2 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A table with rows and columns changed round. */
export const transposed = (table: Table): Table => (table[0] ?? []).map((_, column) => table.map((row) => row[column]));
