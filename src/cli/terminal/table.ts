/** Lines of columns, indented; the last column is as wide as it is. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) => {
    const cells = row.map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell));
    return `  ${cells.join("  ")}`;
  });
}

/**
 * Lines of counts under their names, with the sum of each at the end.
 *
 * @param width of the column of names, in characters
 */
export function countTable(
  names: readonly string[],
  rows: readonly (readonly [name: string, ...counts: number[]])[],
  width: number,
): string[] {
  const sums = names.map((_, column) => rows.reduce((sum, [, ...counts]) => sum + (counts[column] ?? 0), 0));
  return [["", ...names], ...rows, ["all", ...sums]].map(
    ([name, ...cells]) => `${String(name).padEnd(width)}${cells.map((cell) => String(cell).padStart(11)).join("")}`,
  );
}
