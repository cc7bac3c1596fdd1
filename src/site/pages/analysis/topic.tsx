import { sum } from "d3-array";
import {
  type WhatIsOnRecordOnATopicQuery,
  whatIsOnRecordOnATopic,
} from "standpoint-client/questions/what-is-on-record-on-a-topic";
import { address, changed, parameter, proposalPath, rollCallPath } from "../../address.js";
import { YearBars, type YearCounts } from "../../charts/year-bars.js";
import { countOf, dateText } from "../../dates.js";
import type { Shell } from "../../layout/shell.js";
import { askThenAndNow, ifOnRecord, respondAnalysis, TableSection } from "../../parts/analysis.js";
import { DayForm } from "../../parts/day-form.js";
import { shownTally, tallyText } from "../../parts/tally.js";
import { readableTitle } from "../../parts/title.js";
import type { Page, PageResponse } from "../../site.js";
import { stanceLabel } from "../../stance.js";
import { notFoundPage } from "../not-found.js";

/** `/topics/<slug>`: what is on record on a topic. */
export const topicPage = (shell: Shell): Page => ({
  path: "/topics/:slug",
  async answer(request): Promise<PageResponse> {
    const { slug = "" } = request.params;
    const variables = {
      slug,
      topics: [slug],
      asOf: parameter(request, "asOf"),
      knownAt: parameter(request, "knownAt"),
      after: parameter(request, "after"),
    };
    const asked = await ifOnRecord([slug], askThenAndNow(request, whatIsOnRecordOnATopic, variables));
    if (!asked?.answer.topic) return notFoundPage(shell, request);
    const { byYear, mostContested, rollCalls, latestChange } = asked.answer;
    const topic = asked.answer.topic;
    const years = yearsOf(byYear);
    const votes = sum(byYear, ({ count }) => count);
    const { proposals } = topic;
    return respondAnalysis(shell, request, {
      title: topic.name,
      kicker: "Topic",
      sentence: `${countOf(proposals.totalCount, "proposal")} on this topic, with ${countOf(rollCalls.totalCount, "roll call")} and ${countOf(votes, "standing vote")}.`,
      asked: { name: "what-is-on-record-on-a-topic", document: whatIsOnRecordOnATopic, variables, isTable: true },
      summary: topic.description,
      ...{ latestChange, isOutdated: asked.isOutdated, hasDay: true },
      form: <DayForm request={request} asOf={variables.asOf} />,
      picture: <YearBars id="votes-by-year" title={`Votes on ${topic.name} by year`} years={years} />,
      method: (
        <p>
          Bars count votes that stand: where a state voted on one text more than once, the latest. The closest votes are
          those with at least one vote against and the smallest margin. The margin is that of the stated tally, or of
          the counted one where none is stated. It is a number of votes, so bodies of few members come first.
        </p>
      ),
      children: (
        <>
          <TableSection
            id="contested"
            title="Closest votes"
            count={`the ${mostContested.nodes.length} smallest margins of ${countOf(mostContested.totalCount, "vote")} with anyone against`}
            columns={["Proposal", "Day", "Margin", "Tally"]}
            empty="Nobody voted against any of them."
            rows={mostContested.nodes.map((rollCall) => ({
              key: rollCall.slug,
              cells: [
                <a href={rollCallPath(rollCall.slug)}>{readableTitle(rollCall.proposal.title)}</a>,
                <span class="day">{dateText(rollCall.heldOn)}</span>,
                rollCall.margin,
                tallyText(shownTally(rollCall.tally)),
              ],
            }))}
          />
          <p>
            <a class="more" href={address("/matrix", { topic: topic.slug })}>
              Who stands where on all of them, as a matrix
            </a>
          </p>
          <TableSection
            id="proposals"
            title="Proposals"
            count={countOf(proposals.totalCount, "proposal")}
            columns={["Proposal", "Day", "Stances on record"]}
            rows={proposals.nodes.map((proposal) => ({
              key: proposal.slug,
              cells: [
                <a href={proposalPath(proposal.slug)}>{readableTitle(proposal.title)}</a>,
                <span class="day">{dateText(proposal.date)}</span>,
                proposal.stanceCounts
                  .filter(({ count }) => count > 0)
                  .map(({ stance, count }) => `${stanceLabel(stance).toLowerCase()} ${count}`)
                  .join(", "),
              ],
            }))}
          />
          {proposals.pageInfo.hasNextPage && (
            <p>
              <a class="more" href={changed(request, { after: proposals.pageInfo.endCursor })}>
                Next proposals
              </a>
            </p>
          )}
        </>
      ),
    });
  },
});

function yearsOf(byYear: WhatIsOnRecordOnATopicQuery["byYear"]): YearCounts[] {
  const years = new Map<number, Record<string, number>>();
  for (const { year, stance, count } of byYear) {
    if (year == null || !stance) continue;
    years.set(year, { ...years.get(year), [stance]: count });
  }
  return [...years].map(([year, counts]) => ({ year, counts })).sort((a, b) => a.year - b.year);
}
