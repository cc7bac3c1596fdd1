import type { VNode } from "preact";

export interface NumbersData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The numbers of a chart as a table, for who cannot see it and who wants to check it. Folded away until it is opened. */
export function Numbers({ data, title }: { readonly data: NumbersData; readonly title: string }): VNode {
  const [first, ...others] = data.columns;
  return (
    <details class="chart-numbers">
      <summary>The numbers in this picture</summary>
      <div class="chart-scroll">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {others.map((column) => (
                <th key={column} scope="col" class="number">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map(([head, ...cells]) => (
              <tr key={String(head)}>
                <th scope="row">{head}</th>
                {cells.map((cell, index) => (
                  <td key={others[index]} class="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
