import type { VNode } from "preact";
import { LimitError } from "standpoint-client";
import { type HowDoesAGroupVoteQuery, howDoesAGroupVote } from "standpoint-client/questions/how-does-a-group-vote";
import {
  type WhoBreaksRanksInAGroupQuery,
  whoBreaksRanksInAGroup,
} from "standpoint-client/questions/who-breaks-ranks-in-a-group";
import { actorPath, address, parameter } from "../../address.js";
import { LineChart } from "../../charts/line-chart.js";
import { countOf, dateText } from "../../dates.js";
import type { Shell } from "../../layout/shell.js";
import { askThenAndNow, ifOnRecord, respondAnalysis, TableSection } from "../../parts/analysis.js";
import { DayForm } from "../../parts/day-form.js";
import type { Page, PageRequest, PageResponse } from "../../site.js";
import { notFoundPage } from "../not-found.js";

type Group = NonNullable<HowDoesAGroupVoteQuery["actor"]>;
type Breakers = WhoBreaksRanksInAGroupQuery["breakers"];

const defaultSince = "2010-01-01";

/** `/groups/<slug>`: the members of a coalition or organisation, how united they vote, and who breaks ranks. */
export const groupPage = (shell: Shell): Page => ({
  path: "/groups/:slug",
  async answer(request): Promise<PageResponse> {
    const { slug: group = "" } = request.params;
    const [asOf, knownAt] = [parameter(request, "asOf"), parameter(request, "knownAt")];
    const variables = { group, asOf, since: parameter(request, "since") ?? defaultSince, knownAt };
    const asked = await ifOnRecord([group], askThenAndNow(request, howDoesAGroupVote, variables));
    if (!asked?.answer.actor) return notFoundPage(shell, request);
    const { cohesion, latestChange } = asked.answer;
    const actor = asked.answer.actor;
    const session = sessionOf(request, cohesion);
    const breakers = session === undefined ? undefined : await breakersOf(request, { group, asOf, knownAt, session });
    const day = asOf ? ` on ${dateText(asOf)}` : "";
    const complete = actor.membersComplete ? "" : " The list of members may have gaps.";
    return respondAnalysis(shell, request, {
      title: actor.name,
      kicker: "Group",
      sentence: `${countOf(actor.members.totalCount, "member")}${day}.${complete} ${unitySentence(cohesion)}`,
      asked: { name: "how-does-a-group-vote", document: howDoesAGroupVote, variables, isTable: true },
      ...{ latestChange, isOutdated: asked.isOutdated, hasDay: true },
      form: <DayForm request={request} asOf={asOf} />,
      picture: (
        <LineChart
          id="cohesion"
          title={`How united ${actor.name} voted, by year`}
          measure="Agreement index"
          counted="votes"
          years={cohesion.flatMap(({ year, agreementIndex, subjects }) =>
            year == null ? [] : [{ year, value: agreementIndex, n: subjects }],
          )}
        />
      ),
      sources: actor.membersSource ? [actor.membersSource] : [],
      method: <Formula cohesion={cohesion} since={variables.since} />,
      children: (
        <>
          {session !== undefined && <Breakers breakers={breakers} session={session} />}
          <Members group={actor} />
          <p class="chips">
            <a href={actorPath(actor.slug)}>What {actor.name} itself holds and said</a>

            <a href={address("/matrix", { group: actor.slug })}>Its members on many proposals, as a matrix</a>
          </p>
        </>
      ),
    });
  },
});

/** The session in the address, or that of the newest year with votes: session 1 was in 1946. */
function sessionOf(request: PageRequest, cohesion: HowDoesAGroupVoteQuery["cohesion"]): number | undefined {
  const asked = Number(parameter(request, "session"));
  if (Number.isInteger(asked) && asked > 0) return asked;
  const newest = Math.max(...cohesion.map(({ year }) => year ?? 0));
  return newest > 1945 ? newest - 1945 : undefined;
}

/** Undefined where the server has no time for it: the rest of the page is right without. */
async function breakersOf(
  request: PageRequest,
  variables: { group: string; asOf?: string; knownAt?: string; session: number },
): Promise<Breakers | undefined> {
  try {
    return (await request.client.request(whoBreaksRanksInAGroup, variables)).breakers;
  } catch (error) {
    if (error instanceof LimitError) return undefined;
    throw error;
  }
}

function unitySentence(cohesion: HowDoesAGroupVoteQuery["cohesion"]): string {
  const newest = cohesion.reduce<(typeof cohesion)[number] | undefined>(
    (latest, one) => ((one.year ?? 0) > (latest?.year ?? 0) ? one : latest),
    undefined,
  );
  if (!newest) return "No vote of its members is on record in this time.";
  return `In ${newest.year} its members voted alike in ${newest.unanimous} of ${countOf(newest.subjects, "vote")}; the agreement index was ${newest.agreementIndex.toFixed(2)} (n = ${newest.subjects}).`;
}

function Formula({ cohesion: [first], since }: { cohesion: HowDoesAGroupVoteQuery["cohesion"]; since: string }): VNode {
  const formula = first?.agreementIndexFormula;
  return (
    <>
      {formula && (
        <p>
          {formula.name} {formula.version}: {formula.definition} {formula.reference}
        </p>
      )}
      <p>
        Votes since {dateText(since)}. Each vote counts those who were members on its day. With an earlier day, votes
        after it are left out. An absence is not a vote.
      </p>
    </>
  );
}

function Breakers({ breakers, session }: { readonly breakers?: Breakers; readonly session: number }): VNode {
  return (
    <TableSection
      id="breakers"
      title={`Who left the majority in session ${session}`}
      columns={["Member", "Against the majority", "Votes compared (n)"]}
      empty={breakers ? "Nobody did." : "The server had no time to compute this. Try again later."}
      rows={(breakers?.nodes ?? [])
        .filter(({ against }) => against > 0)
        .map(({ actor, against, compared }) => ({
          key: actor.slug,
          cells: [<a href={actorPath(actor.slug)}>{actor.name}</a>, against, compared],
        }))}
    />
  );
}

function Members({ group: { members, membersCompleteDuring } }: { readonly group: Group }): VNode {
  return (
    <section aria-labelledby="members">
      <div class="section-head">
        <h2 id="members">Members</h2>
        <p class="count">
          {countOf(members.totalCount, "member")}
          {membersCompleteDuring && `; the list is complete, ${dateText(membersCompleteDuring)}`}
        </p>
      </div>
      <p>
        {members.nodes.map(({ slug, name }, index) => (
          <span key={slug}>
            {index > 0 && ", "}
            <a href={actorPath(slug)}>{name}</a>
          </span>
        ))}
      </p>
    </section>
  );
}
