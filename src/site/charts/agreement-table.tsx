import { sum } from "d3-array";
import type { VNode } from "preact";

/** How often each pair of votes occurred: `yes.no` are the votes in which one said yes and the other no. */
export interface AgreementCounts {
  readonly yes: VoteCounts;
  readonly abstain: VoteCounts;
  readonly no: VoteCounts;
}

interface VoteCounts {
  readonly yes: number;
  readonly abstain: number;
  readonly no: number;
}

export interface AgreementTableProps {
  /** Whose votes the rows are. */
  readonly one: string;
  /** Whose votes the columns are. */
  readonly other: string;
  readonly counts: AgreementCounts;
}

const votes = [
  ["yes", "Yes"],
  ["abstain", "Abstained"],
  ["no", "No"],
] as const;

/** The 3×3 table of two actors' votes: the numbers from which every measure of agreement is computed. */
export function AgreementTable({ one, other, counts }: AgreementTableProps): VNode {
  const cells = votes.map(([row]) => votes.map(([column]) => counts[row][column]));
  const total = sum(cells.flat());
  return (
    <section class="chart chart-scroll" tabindex={0} aria-label={`Votes of ${one} and ${other}`}>
      <table class="agreement-table">
        <caption>{`How ${one} (rows) and ${other} (columns) voted where both did, n = ${total}`}</caption>
        <thead>
          <tr>
            <td />
            {votes.map(([vote, label]) => (
              <th key={vote} scope="col">{`${other}: ${label}`}</th>
            ))}
            <th scope="col">Sum</th>
          </tr>
        </thead>
        <tbody>
          {votes.map(([vote, label], row) => (
            <tr key={vote}>
              <th scope="row">{`${one}: ${label}`}</th>
              {cells[row]?.map((count, column) => (
                <td key={votes[column]?.[0]} class={`number ${shade(count, total)} ${row === column ? "same" : ""}`}>
                  {count}
                </td>
              ))}
              <td class="number">{sum(cells[row] ?? [])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Sum</th>
            {votes.map(([vote], column) => (
              <td key={vote} class="number">
                {sum(cells, (row) => row[column] ?? 0)}
              </td>
            ))}
            <td class="number">{total}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** The class of a background, darker the larger the share, from 0 to 4. */
const shade = (count: number, total: number): string => `shade-${total ? Math.ceil((count / total) * 4) : 0}`;
