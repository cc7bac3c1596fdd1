import type { VNode } from "preact";
import {
  type HowAlikeDoSeveralActorsVoteQuery,
  howAlikeDoSeveralActorsVote,
} from "standpoint-client/questions/how-alike-do-several-actors-vote";
import {
  type HowDoTwoActorsCompareQuery,
  howDoTwoActorsCompare,
} from "standpoint-client/questions/how-do-two-actors-compare";
import { actorPath, address, changed, parameter, proposalPath } from "../../address.js";
import { AgreementTable } from "../../charts/agreement-table.js";
import { LineChart } from "../../charts/line-chart.js";
import { countOf, dateText } from "../../dates.js";
import type { Shell } from "../../layout/shell.js";
import { askThenAndNow, ifOnRecord, respondAnalysis, TableSection } from "../../parts/analysis.js";
import { StanceMark } from "../../parts/stance-mark.js";
import { readableTitle } from "../../parts/title.js";
import type { Page, PageRequest, PageResponse } from "../../site.js";
import { notFoundPage } from "../not-found.js";

type Agreement = NonNullable<NonNullable<HowDoTwoActorsCompareQuery["actor"]>["agreementWith"]>;
type AgreementMatrix = HowAlikeDoSeveralActorsVoteQuery["agreementMatrix"];

const actorsOf = (request: PageRequest): string[] => {
  const slugs = request.query
    .getAll("actors")
    .flatMap((value) => value.split(","))
    .map((name) => name.trim().toLowerCase().replaceAll(/\s+/g, "-"))
    .filter(Boolean);
  return slugs.length > 0 ? [...new Set(slugs)].slice(0, 12) : ["france", "russia"];
};

/** `/compare?actors=france,russia&since=2000-01-01`: how alike actors vote. The first two are compared in full. */
export const comparePage = (shell: Shell): Page => ({
  path: "/compare",
  async answer(request): Promise<PageResponse> {
    const actors = actorsOf(request);
    const [one = "france", other = "russia"] = actors;
    const topic = parameter(request, "topic");
    const shared = {
      since: parameter(request, "since"),
      topics: topic === undefined ? undefined : [topic],
      asOf: parameter(request, "asOf"),
      knownAt: parameter(request, "knownAt"),
    };
    const variables = { one, other, ...shared, after: parameter(request, "after") };
    const answers = await ifOnRecord(
      topic === undefined ? actors : [...actors, topic],
      Promise.all([
        askThenAndNow(request, howDoTwoActorsCompare, variables),
        actors.length > 2 ? request.client.request(howAlikeDoSeveralActorsVote, { actors, ...shared }) : undefined,
      ]),
    );
    if (!answers) return notFoundPage(shell, request, actors.join(" "));
    const [{ answer, isOutdated }, several] = answers;
    const { actor, latestChange } = answer;
    const agreement = actor?.agreementWith;
    if (!actor || !agreement) return notFoundPage(shell, request, actors.join(" "));
    const period = periodOf(shared);
    return respondAnalysis(shell, request, {
      title: `${actor.name} and ${agreement.actor.name}`,
      kicker: "Compare",
      sentence: sentenceOf(actor.name, agreement, period),
      asked: { name: "how-do-two-actors-compare", document: howDoTwoActorsCompare, variables, isTable: true },
      ...{ latestChange, isOutdated, hasDay: true },
      form: (
        <>
          <CompareForm request={request} actors={actors} />
          <p class="explain">
            Only the {countOf(answer.recorded.totalCount, "roll call")} on record count. Where those are a selection,
            such as the votes on some topics, the agreement is on that selection.
          </p>
        </>
      ),
      picture: <Picture name={actor.name} agreement={agreement} />,
      method: (
        <>
          <p>{agreement.formula.definition}</p>
          <p>
            {agreement.formula.name} {agreement.formula.version}: {agreement.formula.reference}
          </p>
          <p>A vote counts where both voted yes, no, or abstained. An absence is not a vote.</p>
        </>
      ),
      children: (
        <>
          {several && <Pairs matrix={several.agreementMatrix} />}
          <Differences request={request} name={actor.name} agreement={agreement} />
        </>
      ),
    });
  },
});

function periodOf({ since, asOf }: { readonly since?: string; readonly asOf?: string }): string {
  return `${since ? ` since ${dateText(since)}` : ""}${asOf ? ` until ${dateText(asOf)}` : ""}`;
}

function sentenceOf(name: string, { actor, shared, agreed, score }: Agreement, period: string): string {
  if (shared === 0) return `No vote on record${period} in which both took part.`;
  const measured =
    score === null || score === undefined ? "" : ` Their agreement is ${score.toFixed(2)} (n = ${shared}).`;
  return `${name} and ${actor.name} voted the same in ${agreed.toLocaleString("en")} of ${countOf(shared, "shared vote")}${period}.${measured}`;
}

function Picture({ name, agreement }: { readonly name: string; readonly agreement: Agreement }): VNode {
  const { actor, table, years } = agreement;
  return (
    <>
      <LineChart
        id="agreement"
        title={`Agreement of ${name} and ${actor.name} by year`}
        measure="Agreement"
        counted="shared votes"
        years={years.map(({ year, shared, score }) => ({ year, value: score ?? null, n: shared }))}
      />
      <AgreementTable one={name} other={actor.name} counts={table} />
    </>
  );
}

function CompareForm({
  request,
  actors,
}: {
  readonly request: PageRequest;
  readonly actors: readonly string[];
}): VNode {
  return (
    <form class="filters" action="/compare">
      <label>
        Actors, such as: france, united states <input name="actors" value={actors.join(", ")} size={40} required />
      </label>{" "}
      <label>
        Votes since <input name="since" type="date" value={parameter(request, "since") ?? ""} />
      </label>{" "}
      <label>
        As of <input name="asOf" type="date" value={parameter(request, "asOf") ?? ""} />
      </label>{" "}
      <button type="submit">Compare</button>
    </form>
  );
}

function Pairs({ matrix: { actors, cells } }: { readonly matrix: AgreementMatrix }): VNode {
  const pairs = actors.flatMap((one, row) =>
    actors.slice(row + 1).flatMap((other, index) => {
      const cell = cells[row]?.[row + 1 + index];
      return cell ? [{ one, other, cell }] : [];
    }),
  );
  pairs.sort((a, b) => (b.cell.score ?? -1) - (a.cell.score ?? -1));
  return (
    <TableSection
      id="pairs"
      title="Each two of them"
      columns={["Pair", "Same vote", "Shared votes (n)", "Agreement"]}
      rows={pairs.map(({ one, other, cell }) => ({
        key: `${one.slug} ${other.slug}`,
        cells: [
          <a href={address("/compare", { actors: `${one.slug},${other.slug}` })}>
            {one.name} and {other.name}
          </a>,
          cell.agreed,
          cell.shared,
          cell.score === null || cell.score === undefined ? "too few" : `${cell.score.toFixed(2)} (n = ${cell.shared})`,
        ],
      }))}
    />
  );
}

interface DifferencesProps {
  readonly request: PageRequest;
  readonly name: string;
  readonly agreement: Agreement;
}

function Differences({ request, name, agreement: { actor, subjects } }: DifferencesProps): VNode {
  return (
    <>
      <TableSection
        id="differences"
        title="Where they differ"
        count={countOf(subjects.totalCount, "subject")}
        columns={["Subject", name, actor.name]}
        empty="There is no vote on record in which they differ."
        rows={subjects.nodes.map(({ subject, mine, theirs }) => ({
          key: subject.slug,
          cells: [
            <a href={proposalPath(subject.slug)}>{readableTitle(subject.title)}</a>,
            <>
              <StanceMark stance={mine.stance} /> <span class="aside day">{dateText(mine.since)}</span>
            </>,
            <>
              <StanceMark stance={theirs.stance} /> <span class="aside day">{dateText(theirs.since)}</span>
            </>,
          ],
        }))}
      />
      {subjects.pageInfo.hasNextPage && (
        <p>
          <a class="more" href={changed(request, { after: subjects.pageInfo.endCursor })}>
            Next subjects
          </a>
        </p>
      )}
      <p>
        <a href={actorPath(actor.slug)}>All on {actor.name}</a>
      </p>
    </>
  );
}
