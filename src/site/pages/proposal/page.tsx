import { howDidTheStancesComeAbout } from "standpoint-client/questions/how-did-the-stances-on-a-proposal-come-about";
import { whereDoesEveryoneStand } from "standpoint-client/questions/where-does-everyone-stand";
import { choices, parameter, proposalPath } from "../../address.js";
import { today } from "../../dates.js";
import { respond, type Shell } from "../../layout/shell.js";
import { withMembers } from "../../parts/filter-form.js";
import { readableTitle } from "../../parts/title.js";
import type { Page, PageRequest, PageResponse } from "../../site.js";
import { basisNames, stances } from "../../stance.js";
import { notFoundPage } from "../not-found.js";
import { summaryOf } from "./summary.js";
import { ProposalView } from "./view.js";

/** Which orders the table has, by the name that the address gives them. */
const orders = { holder: "HOLDER", stance: "STANCE", since: "SINCE" } as const;

/** What the address says about the answer that is wanted. */
function variablesOf(request: PageRequest, language: string) {
  const sort = parameter(request, "sort") ?? "holder";
  const field = orders[sort.replace(/^-/, "") as keyof typeof orders] ?? "HOLDER";
  return {
    slug: request.params.slug,
    asOf: parameter(request, "asOf"),
    knownAt: parameter(request, "knownAt"),
    stances: choices(request, "stance", stances),
    bases: choices(request, "basis", basisNames),
    group: parameter(request, "group"),
    after: parameter(request, "after"),
    orderBy: { field, direction: sort.startsWith("-") ? ("DESC" as const) : ("ASC" as const) },
    names: language !== "en",
  };
}

/** `/proposals/<slug>`: where everyone stands on a proposal. */
export const proposalPage = (shell: Shell): Page => ({
  path: "/proposals/:slug",
  async answer(request): Promise<PageResponse> {
    const language = shell.languageOf(request);
    const variables = variablesOf(request, language);
    const { slug, knownAt } = variables;
    const [answer, history, current] = await Promise.all([
      request.client.request(whereDoesEveryoneStand, variables),
      request.client.request(howDidTheStancesComeAbout, { slug, knownAt }),
      knownAt === undefined
        ? undefined
        : request.client.request(whereDoesEveryoneStand, { ...variables, knownAt: null }),
    ]);
    const { proposal, latestChange } = answer;
    if (!proposal) return notFoundPage(shell, request);
    const isOutdated = current !== undefined && JSON.stringify(current.proposal) !== JSON.stringify(proposal);
    const cite = latestChange
      ? { asOf: variables.asOf ?? today(), knownAt: knownAt ?? latestChange.recordedAt }
      : undefined;
    const embedded = request.query.has("embed");
    const options = {
      title: readableTitle(proposal.title),
      description: summaryOf(proposal, variables.asOf),
      embedded,
      card: `${proposalPath(proposal.slug)}/card.png`,
    };
    const asked = { name: "where-does-everyone-stand", document: whereDoesEveryoneStand, variables, isTable: true };
    return respond(
      shell,
      request,
      options,
      <ProposalView
        shell={shell}
        request={request}
        proposal={proposal}
        groups={withMembers(answer.groups.nodes)}
        history={history.proposal?.positionHistory}
        asked={asked}
        cite={cite}
        times={{ asOf: variables.asOf, knownAt, isOutdated }}
        language={language}
        embedded={embedded}
      />,
    );
  },
});
