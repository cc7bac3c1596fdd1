import type { VNode } from "preact";
import { actorPath, proposalPath } from "../../address.js";
import { Legend } from "../../charts/legend.js";
import { countMarks, type Mark, markClass, markGlyph, markLabel } from "../../charts/marks.js";
import { readableTitle } from "../../parts/title.js";
import type { OrderedMatrix } from "./ordered.js";

/** The picture is the table: a cell has a colour, a sign, and for screen readers a word. */
export function MatrixTable({ matrix: { rows, proposals }, title }: { matrix: OrderedMatrix; title: string }): VNode {
  const marks = rows.flatMap(({ stances }) => stances.map((stance) => ({ mark: stance ?? ("SILENT" as const) })));
  return (
    <div class="chart">
      <Legend items={countMarks(marks)} />
      <section class="table-scroll" tabindex={0} aria-label={title}>
        <table class="matrix">
          <thead>
            <tr>
              <td />
              {proposals.map(({ slug, title, date }) => (
                <th key={slug} scope="col">
                  <a href={proposalPath(slug)} title={title}>
                    {date ? `${date.slice(0, 4)} ${shortened(title)}` : shortened(title)}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ slug, name, stances }) => (
              <tr key={slug}>
                <th scope="row">
                  <a href={actorPath(slug)}>{name}</a>
                </th>
                {stances.map((stance, column) => (
                  <Cell key={proposals[column]?.slug} mark={stance ?? "SILENT"} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

const Cell = ({ mark }: { readonly mark: Mark }): VNode => (
  <td class={markClass(mark)}>
    <span aria-hidden="true">{markGlyph(mark)}</span>
    <span class="hidden">{markLabel(mark)}</span>
  </td>
);

/** Characters of a title that the head of a column has room for. */
const mostCharacters = 40;

const shortened = (title: string): string => {
  const short = readableTitle(title)
    .replace("General Assembly resolution ", "A/RES/")
    .replace("Security Council resolution ", "S/RES/");
  return short.length > mostCharacters ? `${short.slice(0, mostCharacters - 1).trimEnd()}…` : short;
};
