import type { VNode } from "preact";
import {
  type WhatHappenedAtAMeetingQuery,
  whatHappenedAtAMeeting,
} from "standpoint-client/questions/what-happened-at-a-meeting";
import { actorPath, changed, parameter, proposalPath, rollCallPath, statementPath } from "../address.js";
import { StanceBar } from "../charts/stance-bar.js";
import { countOf, dateText } from "../dates.js";
import type { Shell } from "../layout/shell.js";
import { askThenAndNow, ifOnRecord, respondAnalysis, TableSection } from "../parts/analysis.js";
import { labelOf } from "../parts/label.js";
import { StanceMark } from "../parts/stance-mark.js";
import { SubjectLink } from "../parts/subject-link.js";
import { countsOf, shownTally, tallyText } from "../parts/tally.js";
import { readableTitle } from "../parts/title.js";
import type { Page, PageResponse } from "../site.js";
import { notFoundPage } from "./not-found.js";

type Meeting = NonNullable<WhatHappenedAtAMeetingQuery["meeting"]>;

/** `/meetings/<slug>`: what was voted on and said at a meeting, and the documents that record it. */
export const meetingPage = (shell: Shell): Page => ({
  path: "/meetings/:slug",
  async answer(request): Promise<PageResponse> {
    const { slug = "" } = request.params;
    const variables = { slug, knownAt: parameter(request, "knownAt"), after: parameter(request, "after") };
    const asked = await ifOnRecord([slug], askThenAndNow(request, whatHappenedAtAMeeting, variables));
    const meeting = asked?.answer.meeting;
    if (!meeting) return notFoundPage(shell, request);
    const { title, body, heldOn, rollCalls, statements } = meeting;
    return respondAnalysis(shell, request, {
      title,
      kicker: ["Meeting", body?.name, dateText(heldOn)].filter(Boolean).join(" · "),
      sentence: sentenceOf(meeting),
      asked: { name: "what-happened-at-a-meeting", document: whatHappenedAtAMeeting, variables, isTable: true },
      ...{ latestChange: asked.answer.latestChange, isOutdated: asked.isOutdated, retraction: meeting },
      picture: rollCalls.nodes.length > 0 ? <Votes meeting={meeting} /> : undefined,
      sources: documentsOf(meeting),
      method: (
        <p>
          The page lists the votes and statements that the record ties to this meeting. Others may have taken place. The
          sources are those of the votes and statements.
        </p>
      ),
      children: (
        <>
          {body && (
            <p class="chips">
              <a href={actorPath(body.slug)}>{body.name}</a>
            </p>
          )}
          {rollCalls.nodes.length > 0 && <RollCalls meeting={meeting} />}
          <Statements meeting={meeting} />
          {statements.pageInfo.hasNextPage && (
            <p>
              <a class="more" href={changed(request, { after: statements.pageInfo.endCursor })}>
                Next statements
              </a>
            </p>
          )}
        </>
      ),
    });
  },
});

function sentenceOf({ heldOn, place, symbol, rollCalls, statements }: Meeting): string {
  const counts = [
    rollCalls.totalCount > 0 && countOf(rollCalls.totalCount, "roll call"),
    statements.totalCount > 0 && countOf(statements.totalCount, "statement"),
  ].filter(Boolean);
  const where = place ? ` (${place})` : "";
  const record = symbol ? ` Its record is ${symbol}.` : "";
  return `Held on ${dateText(heldOn)}${where}, with ${counts.join(" and ") || "no vote and no statement"} on record.${record}`;
}

/** The bars that one picture has room for. */
const mostBars = 12;

const Votes = ({ meeting: { title, rollCalls } }: { readonly meeting: Meeting }): VNode => (
  <StanceBar
    id="votes"
    title={`Votes at ${title}`}
    groups={rollCalls.nodes
      .slice(0, mostBars)
      .map(({ proposal, tally }) => ({ label: readableTitle(proposal.title), counts: countsOf(shownTally(tally)) }))}
  />
);

const RollCalls = ({ meeting: { rollCalls } }: { readonly meeting: Meeting }): VNode => (
  <TableSection
    id="roll-calls"
    title="Roll calls"
    count={countOf(rollCalls.totalCount, "roll call")}
    columns={["Roll call", "Tally", "Outcome", "Stances"]}
    rows={rollCalls.nodes.map(({ slug, proposal, tally, outcome }) => ({
      key: slug,
      cells: [
        <a href={rollCallPath(slug)}>{readableTitle(proposal.title)}</a>,
        tallyText(shownTally(tally)),
        outcome ? labelOf(outcome) : "not certain",
        <a href={proposalPath(proposal.slug)}>All stances on it</a>,
      ],
    }))}
  />
);

function Statements({ meeting: { statements } }: { readonly meeting: Meeting }): VNode | null {
  if (statements.nodes.length === 0) return null;
  return (
    <section aria-labelledby="said">
      <div class="section-head">
        <h2 id="said">What was said</h2>
        <p class="count">{countOf(statements.totalCount, "statement")}</p>
      </div>
      <ul class="entries">
        {statements.nodes.map(({ slug, summary, speaker, speakerAsPrinted, onBehalfOf, positions }) => (
          <li key={slug}>
            {speaker ? <a href={actorPath(speaker.slug)}>{speaker.name}</a> : speakerAsPrinted}
            {onBehalfOf && onBehalfOf.slug !== speaker?.slug && <>, for {onBehalfOf.name}</>}:{" "}
            <a href={statementPath(slug)}>{summary}</a>
            {positions.nodes.map(({ holder, stance, subject }) => (
              <span class="aside" key={`${holder.slug} ${subject.slug}`}>
                {holder.name} <StanceMark stance={stance} /> <SubjectLink subject={subject} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sources of the votes and statements, each once. */
function documentsOf({ rollCalls, statements }: Meeting): Meeting["rollCalls"]["nodes"][number]["sources"] {
  const sources = [...rollCalls.nodes, ...statements.nodes].flatMap((entry) => entry.sources);
  return [...new Map(sources.map((source) => [`${source.title} ${source.url}`, source])).values()];
}
