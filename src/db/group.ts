/** Rows in groups, one for each of the parents and in their order; rows keep theirs. */
export function groupByParent<Row extends { parent: string }>(
  rows: readonly Row[],
  parents: readonly string[],
): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.parent);
    if (group) group.push(row);
    else groups.set(row.parent, [row]);
  }
  return parents.map((parent) => groups.get(parent) ?? []);
}
