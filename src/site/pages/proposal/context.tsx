import type { VNode } from "preact";
import { actorPath, proposalPath, rollCallPath, topicPath } from "../../address.js";
import { countOf, dateText } from "../../dates.js";
import { labelOf } from "../../parts/label.js";
import { hasVotes, tallyText } from "../../parts/tally.js";
import type { Proposal } from "./summary.js";

/** Who sponsors a proposal, what it is tied to, and the votes on it. */
export function Context({ proposal }: { readonly proposal: Proposal }): VNode | null {
  const { sponsors, relations, relatedFrom, topics, rollCalls, note, venue } = proposal;
  const isEmpty = [sponsors, relations, relatedFrom, topics, rollCalls.nodes].every((list) => list.length === 0);
  if (isEmpty && !note && !venue) return null;
  return (
    <section aria-labelledby="context">
      <h2 id="context">Context</h2>
      <dl class="facts">
        {sponsors.length > 0 && (
          <>
            <dt>Sponsors</dt>
            <dd>
              {sponsors.map(({ slug, name }, index) => (
                <span key={slug}>
                  {index > 0 && ", "}
                  <a href={actorPath(slug)}>{name}</a>
                </span>
              ))}
            </dd>
          </>
        )}
        {byKind(relations).map(([kind, related]) => (
          <Related key={`to ${kind}`} label={labelOf(kind)} related={related} />
        ))}
        {byKind(relatedFrom).map(([kind, related]) => (
          <Related key={`from ${kind}`} label={passive[kind] ?? labelOf(kind)} related={related} />
        ))}
        {rollCalls.nodes.map(({ slug, heldOn, body, session, tally }) => (
          <RollCallFact key={slug} {...{ slug, heldOn, body, session, tally }} />
        ))}
        {venue && (
          <>
            <dt>Venue</dt>
            <dd>{venue}</dd>
          </>
        )}
        {note && (
          <>
            <dt>Note</dt>
            <dd>{note}</dd>
          </>
        )}
        {topics.length > 0 && (
          <>
            <dt>Topics</dt>
            <dd>
              {topics.map(({ slug, name }, index) => (
                <span key={slug}>
                  {index > 0 && ", "}
                  <a href={topicPath(slug)}>{name}</a>
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** What a proposal is to another one that names it. */
const passive: Readonly<Record<string, string>> = {
  BUILDS_ON: "Built on by",
  ENDORSES: "Endorsed by",
  AMENDS: "Amended by",
  SUPERSEDES: "Superseded by",
  CONTRADICTS: "Contradicted by",
  PART_OF: "Has as a part",
};

type Relation = Proposal["relations"][number];

function byKind(relations: readonly Relation[]): [kind: string, related: Relation["proposal"][]][] {
  const groups = new Map<string, Relation["proposal"][]>();
  for (const { kind, proposal } of relations) groups.set(kind, [...(groups.get(kind) ?? []), proposal]);
  return [...groups];
}

interface RelatedProps {
  readonly label: string;
  readonly related: readonly Relation["proposal"][];
}

/** Proposals that are shown before the rest is folded. */
const mostShown = 4;

function Related({ label, related }: RelatedProps): VNode {
  const newest = [...related].sort((one, other) => (other.date ?? "").localeCompare(one.date ?? ""));
  const rest = newest.slice(mostShown);
  return (
    <>
      <dt>
        {label} {related.length > 1 && <span class="aside">{countOf(related.length, "proposal")}</span>}
      </dt>
      <dd>
        <ProposalList proposals={newest.slice(0, mostShown)} />
        {rest.length > 0 && (
          <details>
            <summary>{countOf(rest.length, "more", "more")}</summary>
            <ProposalList proposals={rest} />
          </details>
        )}
      </dd>
    </>
  );
}

const ProposalList = ({ proposals }: { readonly proposals: readonly Relation["proposal"][] }): VNode => (
  <ul class="plain">
    {proposals.map(({ slug, title, date }) => (
      <li key={slug}>
        <a href={proposalPath(slug)}>{title}</a> {date && <small>{dateText(date)}</small>}
      </li>
    ))}
  </ul>
);

type RollCall = Proposal["rollCalls"]["nodes"][number];

function RollCallFact({ slug, heldOn, body, session, tally }: Omit<RollCall, "absences">): VNode {
  const { counted, stated } = tally;
  const isOther = stated && (["yes", "no", "abstain"] as const).some((vote) => stated[vote] !== counted[vote]);
  const isCounted = hasVotes(counted);
  return (
    <>
      <dt>
        <a href={rollCallPath(slug)}>Vote of {dateText(heldOn)}</a>
      </dt>
      <dd>
        {tallyText(isCounted || !stated ? counted : stated)}
        <span class="aside">
          {body.name}
          {session ? `, session ${session}` : ""}
          {isCounted && isOther && `. The source states ${tallyText(stated)}`}
          {!isCounted && stated && ". As the source states it; single votes are not on record"}
        </span>
      </dd>
    </>
  );
}
