import type { VNode } from "preact";
import type { HowDidTheStancesComeAboutQuery } from "standpoint-client/questions/how-did-the-stances-on-a-proposal-come-about";
import { actorPath, statementPath } from "../../address.js";
import { Timeline, type TimelineEvent } from "../../charts/timeline.js";
import { countOf, dateText } from "../../dates.js";
import { StanceMark } from "../../parts/stance-mark.js";
import { basisLabel, laneOf } from "../../stance.js";

type PositionHistory = NonNullable<HowDidTheStancesComeAboutQuery["proposal"]>["positionHistory"];
type Taken = PositionHistory["nodes"][number];

/** When positions were taken, the newest first. Those of one day, stance and basis are one entry: a vote has up to 193. */
export function History({ history }: { readonly history: PositionHistory }): VNode | null {
  if (history.nodes.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <div class="section-head">
        <h2 id="history">How it came about</h2>
        <p class="count">
          {history.pageInfo.hasNextPage
            ? `the newest ${history.nodes.length} of ${history.totalCount.toLocaleString("en")}`
            : countOf(history.totalCount, "position taken", "positions taken")}
        </p>
      </div>
      <Timeline
        id="history-line"
        title="Positions by the day they were taken"
        events={history.nodes.flatMap(eventOf)}
      />
      <ol class="history">
        {groupsOf(history.nodes).map((group) => (
          <HistoryEntry key={keyOf(group[0])} group={group} />
        ))}
      </ol>
    </section>
  );
}

const eventOf = ({ sinceBounds, basis, stance, holder }: Taken): TimelineEvent[] =>
  sinceBounds.earliest
    ? [
        {
          day: sinceBounds.earliest,
          lane: laneOf(basis),
          mark: stance,
          label: `${holder.name}, ${basisLabel(basis)}`,
          href: actorPath(holder.slug),
        },
      ]
    : [];

const keyOf = (node: Taken | undefined): string => `${node?.since} ${node?.stance} ${node?.basis}`;

function groupsOf(nodes: readonly Taken[]): Taken[][] {
  const groups = new Map<string, Taken[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  return [...groups.values()];
}

/** Names that an entry shows; the table above has all. */
const mostNames = 6;

function HistoryEntry({ group }: { readonly group: readonly Taken[] }): VNode | null {
  const [first] = group;
  if (!first) return null;
  const rest = group.length - mostNames;
  return (
    <li>
      <time datetime={first.sinceBounds.earliest ?? undefined}>{dateText(first.since)}</time>
      <div>
        <StanceMark stance={first.stance} /> <span class="basis">{basisLabel(first.basis)}</span>
        <p>
          {group.slice(0, mostNames).map(({ holder }, index) => (
            <span key={holder.slug}>
              {index > 0 && ", "}
              <a href={actorPath(holder.slug)}>{holder.name}</a>
            </span>
          ))}
          {rest > 0 && ` and ${countOf(rest, "other")}`}
        </p>
        {first.evidence?.__typename === "Statement" && (
          <p class="aside">
            <a href={statementPath(first.evidence.slug)}>{first.evidence.summary}</a>
          </p>
        )}
      </div>
    </li>
  );
}
