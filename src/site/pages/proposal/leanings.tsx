import type { VNode } from "preact";
import { actorPath } from "../../address.js";
import { countOf } from "../../dates.js";
import { nameIn } from "../../languages.js";
import type { Proposal } from "./summary.js";

/** One sentence that says which way states lean, and that this is computed. */
export function LeaningsInWords({ proposal: { leanings } }: { readonly proposal: Proposal }): VNode | null {
  if (leanings.totalCount === 0) return null;
  const inFavour = leanings.nodes.filter((node) => node.for > node.against).length;
  const against = leanings.nodes.filter((node) => node.for < node.against).length;
  return (
    <p>
      By their votes on related resolutions, {countOf(inFavour, "state")} lean for it and {against} against it. That is{" "}
      <a href="#leanings">computed</a>, and no stance that a state took.
    </p>
  );
}

/** Which way states lean by their votes on related resolutions: computed, and apart from recorded stances. */
export function Leanings({ proposal: { leanings }, language }: { proposal: Proposal; language: string }): VNode | null {
  const { nodes, totalCount } = leanings;
  if (totalCount === 0) return null;
  const rows = [...nodes].sort((one, other) => (other.score ?? 0) - (one.score ?? 0));
  return (
    <section aria-labelledby="leanings">
      <div class="section-head">
        <h2 id="leanings">Leanings, computed from related votes</h2>
        <p class="count">{countOf(totalCount, "state")}</p>
      </div>
      <p class="explain">
        Not recorded stances. Each line counts how a state voted on resolutions that endorse or contradict this
        proposal. A state needs at least three such votes. The resolutions, each with its votes, are listed under{" "}
        <a href="#context">Context</a>.
      </p>
      <dl class="facts">
        <Few label="Lean against it" nodes={rows.filter((node) => node.for < node.against)} language={language} />
        <Few label="Lean neither way" nodes={rows.filter((node) => node.for === node.against)} language={language} />
        <Few label="Lean for it" nodes={rows.filter((node) => node.for > node.against)} language={language} />
      </dl>
      <details>
        <summary>Every state, as a table</summary>
        <section class="table-scroll" tabindex={0} aria-labelledby="leanings">
          <table>
            <thead>
              <tr>
                <th scope="col">State</th>
                <th scope="col" class="number">
                  For
                </th>
                <th scope="col" class="number">
                  Against
                </th>
                <th scope="col" class="number">
                  Abstained
                </th>
                <th scope="col" class="number">
                  Of
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ holder, for: inFavour, against, abstained, considered }) => (
                <tr key={holder.slug}>
                  <th scope="row">
                    <a href={actorPath(holder.slug)}>{nameIn(holder, language)}</a>
                  </th>
                  <td class="number">{inFavour}</td>
                  <td class="number">{against}</td>
                  <td class="number">{abstained}</td>
                  <td class="number">{considered}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}

/** More states than this are in the table alone. */
const few = 12;

interface FewProps {
  readonly label: string;
  readonly nodes: Proposal["leanings"]["nodes"];
  readonly language: string;
}

/** The states that lean one way, each with its votes; only their number where they are many. */
function Few({ label, nodes, language }: FewProps): VNode | null {
  if (nodes.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {nodes.length > few && `${countOf(nodes.length, "state")}, in the table below`}
        {nodes.length <= few &&
          nodes.map(({ holder, for: inFavour, against, considered }, index) => (
            <span key={holder.slug}>
              {index > 0 && "; "}
              <a href={actorPath(holder.slug)}>{nameIn(holder, language)}</a> ({inFavour} for, {against} against, of{" "}
              {considered})
            </span>
          ))}
      </dd>
    </>
  );
}
