import type { VNode } from "preact";
import { groupPath, rollCallPath } from "../../address.js";
import { StanceBar } from "../../charts/stance-bar.js";
import { Timeline } from "../../charts/timeline.js";
import { countOf, dateText } from "../../dates.js";
import type { Shell } from "../../layout/shell.js";
import { type Asked, Tools } from "../../layout/tools.js";
import { DayForm } from "../../parts/day-form.js";
import { labelOf } from "../../parts/label.js";
import { Method } from "../../parts/method.js";
import { type Times, TimesNotice } from "../../parts/times-notice.js";
import type { PageRequest } from "../../site.js";
import { laneOf } from "../../stance.js";
import { type Alike, AlikeTables } from "./alike.js";
import { Contradictions } from "./contradictions.js";
import { Deeds } from "./deeds.js";
import { PositionsTable } from "./positions.js";
import { type Actor, byStance, type Counts, summaryOf } from "./summary.js";

interface ViewProps {
  readonly shell: Shell;
  readonly request: PageRequest;
  readonly name: string;
  readonly actor: Actor;
  readonly counts: Counts;
  readonly alike: Alike;
  readonly asked: Asked;
  readonly cite?: { readonly asOf: string; readonly knownAt: string } | null;
  readonly times: Times;
  readonly embedded: boolean;
}

export function ActorView(props: ViewProps): VNode {
  const { shell, request, name, actor, counts, alike, asked, cite, times, embedded } = props;
  const sentence = summaryOf(name, actor, counts);
  if (embedded)
    return (
      <figure class="figure">
        <figcaption>
          <a href={request.path}>{name}</a>
          <p>{sentence}</p>
        </figcaption>
        <ActorPicture name={name} counts={counts} />
      </figure>
    );
  return (
    <article class="page">
      <header class="page-head">
        <p class="kicker">
          {labelOf(actor.kind)}
          {actor.subregion && <> · {actor.subregion}</>}
          {actor.existedDuring && <> · {dateText(actor.existedDuring)}</>}
        </p>
        <h1>{name}</h1>
        <p class="lead">{sentence}</p>
        {actor.description && <p class="summary">{actor.description}</p>}
        {(actor.kind === "COALITION" || actor.kind === "INTERNATIONAL_ORGANIZATION") && (
          <p>
            <a class="more" href={groupPath(actor.slug)}>
              Its members, and how united they vote
            </a>
          </p>
        )}
      </header>
      <TimesNotice request={request} times={times} retraction={actor} />
      <section aria-labelledby="holds">
        <div class="section-head">
          <h2 id="holds">What it holds</h2>
          <DayForm request={request} asOf={times.asOf} />
        </div>
        {counts.length > 0 && (
          <figure class="figure">
            <ActorPicture name={name} counts={counts} />
          </figure>
        )}
        <Tools shell={shell} request={request} asked={asked} cite={cite ?? undefined} embeds={counts.length > 0} />
      </section>
      <Line name={name} actor={actor} />
      <AlikeTables slug={actor.slug} alike={alike} />
      <PositionsTable request={request} positions={actor.positions} />
      <Contradictions contradictions={actor.contradictions} />
      <Deeds actor={actor} />
      <Names actor={actor} />
      <Method asked={asked}>
        <p>
          A standing position is the latest one on a subject by the day it was taken, and not retracted. Votes are
          counted apart from words and deeds, since a state votes on far more texts than it speaks about. Support for a
          resolution is not counted as support for what the resolution endorses.
        </p>
      </Method>
    </article>
  );
}

/** When the newest positions were taken. */
function Line({ name, actor: { positions } }: { readonly name: string; readonly actor: Actor }): VNode | null {
  const events = positions.nodes.flatMap(({ sinceBounds, basis, stance, subject, evidence }) =>
    sinceBounds.earliest
      ? [
          {
            day: sinceBounds.earliest,
            lane: laneOf(basis),
            mark: stance,
            label: subject.title,
            href: evidence?.__typename === "RollCall" ? rollCallPath(evidence.slug) : undefined,
          },
        ]
      : [],
  );
  if (events.length < 2) return null;
  const { length } = positions.nodes;
  return (
    <section aria-labelledby="line">
      <div class="section-head">
        <h2 id="line">When it took them</h2>
        <p class="count">
          {length < positions.totalCount
            ? `${length} of ${countOf(positions.totalCount, "position")}, as in the table below`
            : countOf(length, "position")}
        </p>
      </div>
      <Timeline id="positions-line" title={`Positions of ${name} by the day they were taken`} events={events} />
    </section>
  );
}

const ActorPicture = ({ name, counts }: { readonly name: string; readonly counts: Counts }): VNode => (
  <StanceBar
    id="held"
    title={`What ${name} holds`}
    groups={[
      { label: "By words, deeds, sponsorship and adoption", counts: byStance(counts, (basis) => basis !== "VOTE") },
      { label: "By vote", counts: byStance(counts, (basis) => basis === "VOTE") },
    ]}
  />
);

/** Other names, and codes. */
function Names({ actor: { names, codes } }: { readonly actor: Actor }): VNode | null {
  if (names.length === 0 && codes.length === 0) return null;
  return (
    <section aria-labelledby="names">
      <h2 id="names">Names and codes</h2>
      <dl class="facts">
        {names.length > 0 && (
          <>
            <dt>Names</dt>
            <dd>
              {names.map(({ value, language, during }, index) => (
                <span key={`${value} ${language} ${during}`}>
                  {index > 0 && ", "}
                  <span lang={language ?? undefined}>{value}</span>
                  {during && <small> ({dateText(during)})</small>}
                </span>
              ))}
            </dd>
          </>
        )}
        {codes.map(({ scheme, value }) => (
          <div class="fact" key={`${scheme} ${value}`}>
            <dt>{schemes[scheme] ?? labelOf(scheme)}</dt>
            <dd>{scheme === "WIKIDATA" ? <a href={`https://www.wikidata.org/wiki/${value}`}>{value}</a> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const schemes: Readonly<Record<string, string>> = {
  ISO_3166_1_ALPHA_2: "ISO 3166, two letters",
  ISO_3166_1_ALPHA_3: "ISO 3166, three letters",
  ISO_3166_3: "ISO 3166-3",
  M49: "United Nations M49",
  COW: "Correlates of War",
  WIKIDATA: "Wikidata",
};
