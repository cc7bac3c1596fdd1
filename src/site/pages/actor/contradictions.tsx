import type { VNode } from "preact";
import { proposalPath } from "../../address.js";
import { dateText } from "../../dates.js";
import { StanceMark } from "../../parts/stance-mark.js";
import { basisLabel } from "../../stance.js";
import type { Actor } from "./summary.js";

/** Subjects on which an actor's words, votes and deeds differ. */
export function Contradictions({ contradictions }: Pick<Actor, "contradictions">): VNode | null {
  if (contradictions.nodes.length === 0) return null;
  return (
    <section aria-labelledby="contradictions">
      <h2 id="contradictions">Where words, votes and deeds differ</h2>
      <ul class="entries">
        {contradictions.nodes.map(({ subject, positions }) => (
          <li key={subject.slug}>
            <a href={proposalPath(subject.slug)}>{subject.title}</a>
            <ul class="plain">
              {positions.map(({ stance, basis, since }) => (
                <li key={`${stance} ${basis} ${since}`}>
                  <StanceMark stance={stance} /> by {basisLabel(basis)}, {dateText(since)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
