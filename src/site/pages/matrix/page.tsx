import { stringify } from "csv-stringify/sync";
import type { VNode } from "preact";
import { type WhatCanAMatrixShowQuery, whatCanAMatrixShow } from "standpoint-client/questions/what-can-a-matrix-show";
import {
  type WhereDoesAGroupStandOnSomeProposalsQuery,
  type WhereDoesAGroupStandOnSomeProposalsQueryVariables,
  whereDoesAGroupStandOnSomeProposals,
} from "standpoint-client/questions/where-does-a-group-stand-on-some-proposals";
import { changed, groupPath, parameter, topicPath } from "../../address.js";
import { countOf, dateText } from "../../dates.js";
import type { Shell } from "../../layout/shell.js";
import { ifOnRecord, respondAnalysis } from "../../parts/analysis.js";
import { withMembers } from "../../parts/filter-form.js";
import type { Page, PageRequest, PageResponse } from "../../site.js";
import { stanceLabel } from "../../stance.js";
import { notFoundPage } from "../not-found.js";
import { type OrderedMatrix, ordered } from "./ordered.js";
import { MatrixTable } from "./table.js";

const defaultGroup = "un-security-council-permanent-members";
const defaultTopic = "israeli-palestinian-question";

/** `/matrix?group=…&topic=…`: where each member of a group stands on each of the newest proposals on a topic. */
export const matrixPage = (shell: Shell): Page => ({
  path: "/matrix",
  async answer(request): Promise<PageResponse> {
    const [group, topic] = [parameter(request, "group") ?? defaultGroup, parameter(request, "topic") ?? defaultTopic];
    const times = { asOf: parameter(request, "asOf"), knownAt: parameter(request, "knownAt") };
    const comparesWithNow = times.knownAt !== undefined;
    const choices = await ifOnRecord(
      [topic],
      request.client.request(whatCanAMatrixShow, { topic, knownAt: times.knownAt, comparesWithNow }),
    );
    const proposals = choices?.topic?.proposals;
    if (!choices?.topic || !proposals) return notFoundPage(shell, request);
    const slugs = slugsOf(proposals);
    const variables = { group, proposals: slugs, ...times };
    const current = comparesWithNow
      ? { group, proposals: slugsOf(choices.now?.proposals), asOf: times.asOf }
      : undefined;
    const answers = await ifOnRecord(
      [group],
      Promise.all([askMatrix(request, variables), current && askMatrix(request, current)]),
    );
    const [answer, now] = answers ?? [];
    if (!answer?.actor) return notFoundPage(shell, request);
    const matrix = ordered(answer.stanceMatrix);
    const isOutdated = comparesWithNow && JSON.stringify(now?.stanceMatrix) !== JSON.stringify(answer.stanceMatrix);
    if (request.query.get("format") === "csv") return csvOf(matrix, `${group}-${topic}`);
    const title = `${answer.actor.name} on ${choices.topic.name}`;
    return respondAnalysis(shell, request, {
      title,
      kicker: "Matrix",
      sentence: sentenceOf(matrix, proposals.totalCount, variables.asOf),
      asked: {
        name: "where-does-a-group-stand-on-some-proposals",
        document: whereDoesAGroupStandOnSomeProposals,
        variables,
        csv: changed(request, { format: "csv", embed: undefined }),
      },
      ...{ latestChange: answer.latestChange, isOutdated, hasDay: true },
      form: <MatrixForm request={request} choices={choices} group={group} topic={topic} />,
      picture: <MatrixTable matrix={matrix} title={title} />,
      method: (
        <>
          <p>
            A cell is the standing position of a member on a proposal. An empty cell says that none is on record: the
            member was absent, was no member then, or said nothing. It does not mean that the member is neutral.
          </p>
          <p>
            Rows and columns are ordered so that neighbours are alike. Supports counts 1, supports with conditions 0.5,
            undecided and abstains 0, opposes −1. The distance of two rows is the mean of their differences; a pair of
            which only one is on record counts 0.6. The order starts with the row of the highest mean, goes on to the
            nearest row each time, and turns parts of the path round as long as that makes it shorter (2-opt). The order
            says nothing else: two groups far from each other can be next to each other where the path leads from one to
            the other.
          </p>
          <p>
            The newest {countOf(slugs.length, "proposal")} of {proposals.totalCount} on the topic were asked about.
            Those on which no member has a position are left out.
          </p>
        </>
      ),
      children: (
        <p class="chips">
          <a href={groupPath(group)}>How {answer.actor.name} voted by year</a>

          <a href={topicPath(topic)}>All on {choices.topic.name}</a>
        </p>
      ),
    });
  },
});

const slugsOf = (proposals: { readonly nodes: readonly { readonly slug: string }[] } | undefined): string[] =>
  (proposals?.nodes ?? []).map(({ slug }) => slug);

/** Asks for a matrix; undefined where there are no proposals, since an empty list is no filter. */
const askMatrix = async (
  { client }: PageRequest,
  variables: WhereDoesAGroupStandOnSomeProposalsQueryVariables & { readonly proposals: readonly string[] },
): Promise<WhereDoesAGroupStandOnSomeProposalsQuery | undefined> =>
  variables.proposals.length === 0 ? undefined : client.request(whereDoesAGroupStandOnSomeProposals, variables);

function sentenceOf({ rows, proposals, held }: OrderedMatrix, all: number, asOf: string | undefined): string {
  const day = asOf ? ` on ${dateText(asOf)}` : "";
  if (proposals.length === 0) return `No member has a position on any of the ${all} proposals on record${day}.`;
  return `${countOf(rows.length, "member")} on ${proposals.length} of ${countOf(all, "proposal")}${day}: ${held.toLocaleString("en")} stances on record. Rows and columns are ordered so that neighbours are alike.`;
}

interface FormProps {
  readonly request: PageRequest;
  readonly choices: WhatCanAMatrixShowQuery;
  readonly group: string;
  readonly topic: string;
}

function MatrixForm({ request, choices: { groups, topics }, group, topic }: FormProps): VNode {
  return (
    <form class="filters" action="/matrix">
      <Choice label="Members of" name="group" chosen={group} options={withMembers(groups.nodes)} />
      <Choice label="Proposals on" name="topic" chosen={topic} options={topics} />
      <label>
        As of <input name="asOf" type="date" value={parameter(request, "asOf") ?? ""} />
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly chosen: string;
  readonly options: readonly { readonly slug: string; readonly name: string }[];
}

const Choice = ({ label, name, chosen, options }: ChoiceProps): VNode => (
  <label>
    {label}
    <select name={name}>
      {options.map((option) => (
        <option key={option.slug} value={option.slug} selected={option.slug === chosen}>
          {option.name}
        </option>
      ))}
    </select>
  </label>
);

/** The matrix as a file: a row for each member, a column for each proposal. */
function csvOf({ rows, proposals }: OrderedMatrix, name: string): PageResponse {
  const lines = rows.map(({ slug, name, stances }) => [
    slug,
    name,
    ...stances.map((stance) => (stance ? stanceLabel(stance) : "")),
  ]);
  return {
    status: 200,
    contentType: "text/csv; charset=utf-8",
    body: stringify([["actor", "name", ...proposals.map(({ slug }) => slug)], ...lines], { record_delimiter: "\r\n" }),
    headers: {
      "content-disposition": `attachment; filename="${name.replace(/[^a-z0-9-]/g, "")}.csv"`,
      "x-content-type-options": "nosniff",
    },
  };
}
