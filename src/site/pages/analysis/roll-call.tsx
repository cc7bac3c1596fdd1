import type { VNode } from "preact";
import {
  type WhatDoesARollCallShowQuery,
  whatDoesARollCallShow,
} from "standpoint-client/questions/what-does-a-roll-call-show";
import { actorPath, groupPath, meetingPath, parameter, proposalPath, topicPath } from "../../address.js";
import { Choropleth } from "../../charts/choropleth.js";
import type { Mark } from "../../charts/marks.js";
import { StanceBar } from "../../charts/stance-bar.js";
import { TileMap } from "../../charts/tile-map.js";
import { countOf, dateText } from "../../dates.js";
import type { Shell } from "../../layout/shell.js";
import { askThenAndNow, ifOnRecord, respondAnalysis, TableSection } from "../../parts/analysis.js";
import { labelOf } from "../../parts/label.js";
import { StanceMark } from "../../parts/stance-mark.js";
import { countsOf, tallyText } from "../../parts/tally.js";
import { readableTitle } from "../../parts/title.js";
import type { Page, PageResponse } from "../../site.js";
import { notFoundPage } from "../not-found.js";

type RollCall = NonNullable<WhatDoesARollCallShowQuery["rollCall"]>;

/** The groups whose votes the page shows, by the alias in the question, with the slug of each. */
const groups = [
  ["africanGroup", "un-african-group", "African Group"],
  ["asiaPacificGroup", "un-asia-pacific-group", "Asia-Pacific Group"],
  ["easternEuropeanGroup", "un-eastern-european-group", "Eastern European Group"],
  ["latinAmericanGroup", "un-latin-american-and-caribbean-group", "Latin American and Caribbean Group"],
  ["westernGroup", "un-western-european-and-others-group", "Western European and others Group"],
  ["europeanUnion", "european-union", "European Union"],
  ["arabLeague", "league-of-arab-states", "League of Arab States"],
] as const;

/** `/roll-calls/<slug>`: who voted how. */
export const rollCallPage = (shell: Shell): Page => ({
  path: "/roll-calls/:slug",
  async answer(request): Promise<PageResponse> {
    const { slug = "" } = request.params;
    const variables = { slug, knownAt: parameter(request, "knownAt") };
    const asked = await ifOnRecord([slug], askThenAndNow(request, whatDoesARollCallShow, variables));
    if (!asked?.answer.rollCall) return notFoundPage(shell, request);
    const { answer, isOutdated } = asked;
    const { latestChange } = answer;
    const rollCall = asked.answer.rollCall;
    const { body, session, heldOn, tally, note, sources, meeting } = rollCall;
    const proposal = { ...rollCall.proposal, title: readableTitle(rollCall.proposal.title) };
    return respondAnalysis(shell, request, {
      title: `Vote on ${proposal.title}`,
      kicker: [
        "Roll call",
        `${body.name}${session ? `, session ${session}` : ""}`,
        dateText(heldOn),
        outcomeText(rollCall),
      ]
        .filter(Boolean)
        .join(" · "),
      sentence: sentenceOf(rollCall),
      asked: { name: "what-does-a-roll-call-show", document: whatDoesARollCallShow, variables, isTable: true },
      ...{ latestChange, isOutdated, retraction: rollCall },
      picture: <Picture rollCall={rollCall} />,
      sources,
      method: (
        <>
          <p>{howOutcomeIsKnown[rollCall.outcomeBasis ?? "UNKNOWN"]}</p>
          <p>
            The counted tally is the number of votes on record, one for each member that voted. The stated tally is what
            the source says. Groups have the members of the day of the vote. Unity is the agreement index of Hix, Noury
            and Roland: 1 where all members cast the same vote, 0 where they are split into three equal parts. Absent
            members are not counted in it.
          </p>
        </>
      ),
      children: (
        <>
          <Tallies tally={tally} />
          {note && <p class="aside">{note}</p>}
          <p>
            <a href={proposalPath(proposal.slug)}>All stances on {proposal.title}</a>
            {proposal.topics.map(({ slug, name }) => (
              <span key={slug}>
                {" · "}
                <a href={topicPath(slug)}>{name}</a>
              </span>
            ))}
            {meeting && (
              <>
                {" · "}At <a href={meetingPath(meeting.slug)}>{meeting.title}</a>
              </>
            )}
          </p>
          <TableSection
            id="groups"
            title="How groups voted"
            columns={["Group", "Yes", "Abstained", "No", "Against their majority", "Unity (n)"]}
            rows={groups.flatMap(([alias, slug, name]) => {
              const [vote] = answer[alias];
              if (!vote) return [];
              const n = vote.yes + vote.abstain + vote.no;
              return [
                {
                  key: slug,
                  cells: [
                    <a href={groupPath(slug)}>{name}</a>,
                    vote.yes,
                    vote.abstain,
                    vote.no,
                    n - Math.max(vote.yes, vote.abstain, vote.no),
                    `${vote.agreementIndex.toFixed(2)} (n = ${n})`,
                  ],
                },
              ];
            })}
          />
          <TableSection
            id="votes"
            title="Every vote on record"
            count={countOf(rollCall.positions.totalCount, "vote")}
            columns={["Member", "Vote"]}
            rows={rollCall.positions.nodes.map(({ holder, stance }) => ({
              key: holder.slug,
              cells: [<a href={actorPath(holder.slug)}>{holder.name}</a>, <StanceMark stance={stance} />],
            }))}
          />
          <Absentees rollCall={rollCall} />
        </>
      ),
    });
  },
});

const outcomeText = ({ outcome }: RollCall): string | undefined => (outcome ? labelOf(outcome) : undefined);

const howOutcomeIsKnown: Readonly<Record<NonNullable<RollCall["outcomeBasis"]> | "UNKNOWN", string>> = {
  RECORDED: "One of the sources says what the vote decided.",
  STATUS: "What the vote decided is derived from what became of the proposal: no other roll call on it is on record.",
  VOTES: "That it was rejected is derived from the votes: more were against it than for it.",
  UNKNOWN:
    "What the vote decided is not on record. More votes for it than against are not always enough: two thirds may be needed.",
};

function sentenceOf(rollCall: RollCall): string {
  const { tally, majority, margin, body, outcome } = rollCall;
  const { yes, no } = tally.counted;
  if (outcome === "VETOED" && !yes)
    return `It failed by a veto in the ${body.name}. On record ${no === 1 ? "is one vote" : `are ${no} votes`} against it, and none of the others.`;
  const words = tallyText(tally.counted);
  const isBy = majority === "FOR" || majority === "AGAINST";
  const result = isBy ? ` The votes ${majority === "FOR" ? "for" : "against"} it lead by ${margin}.` : "";
  const decided = outcome ? ` ${sentences[outcome][majority === "FOR" ? "withMajority" : "without"]}` : "";
  return words
    ? `Members of the ${body.name} voted: ${words}.${result}${decided}`
    : `No single vote is on record.${decided}`;
}

const stateOf = ({ slug, name, codes }: RollCall["positions"]["nodes"][number]["holder"]) => ({
  code: codes.find(({ scheme }) => scheme === "ISO_3166_1_ALPHA_3")?.value,
  name,
  href: actorPath(slug),
});

/** What was decided, and whether that was so although more voted for it than against. */
const sentences: Readonly<Record<NonNullable<RollCall["outcome"]>, Record<"withMajority" | "without", string>>> = {
  ADOPTED: { withMajority: "It was adopted.", without: "It was adopted." },
  REJECTED: { withMajority: "That majority was not enough: it was rejected.", without: "It was rejected." },
  VETOED: { withMajority: "It failed by a veto.", without: "It failed by a veto." },
};

/** What it means that a state has neither a vote nor an absence on record: nothing, where votes are missing. */
function unmarkedOf({ absences, tally: { counted, stated } }: RollCall): Mark {
  if (absences.length > 0 && absences.length === counted.absent) return "NO_MEMBER";
  const isComplete = (["yes", "no", "abstain"] as const).every((vote) => (stated?.[vote] ?? -1) === counted[vote]);
  return isComplete ? "NO_VOTE" : "SILENT";
}

function Picture({ rollCall }: { readonly rollCall: RollCall }): VNode {
  const { positions, absences, tally, proposal } = rollCall;
  const votes = positions.nodes.map(({ holder, stance }) => ({ ...stateOf(holder), mark: stance, note: "vote" }));
  const absent = absences.map(({ actor }) => ({ ...stateOf(actor), mark: "ABSENT" as const }));
  const states = [...votes, ...absent];
  return (
    <>
      <StanceBar
        id="tally"
        title={`Vote on ${proposal.title}`}
        groups={[
          { label: "Votes", counts: countsOf(tally.counted) },
          { label: "Did not vote", counts: { ABSENT: tally.counted.absent ?? 0 } },
        ]}
      />
      <TileMap title={`How states voted on ${proposal.title}`} states={states} unmarked={unmarkedOf(rollCall)} />
      <details>
        <summary>As a map</summary>
        <Choropleth id="votes-map" title={`How states voted on ${proposal.title}`} states={states} />
      </details>
    </>
  );
}

function Tallies({ tally: { counted, stated } }: Pick<RollCall, "tally">): VNode {
  const votes = [
    ["Yes", "yes"],
    ["No", "no"],
    ["Abstained", "abstain"],
    ["Absent", "absent"],
  ] as const;
  const text = (count: number | null | undefined): string => (count == null ? "not stated" : String(count));
  return (
    <TableSection
      id="tallies"
      title="Counted and stated"
      columns={["Vote", "Counted on record", "Stated by the source"]}
      rows={votes.map(([label, vote]) => ({ key: vote, cells: [label, text(counted[vote]), text(stated?.[vote])] }))}
    />
  );
}

const absenceBases = { RECORDED: "a source lists it", DERIVED: "inferred: it voted before, and not in this roll call" };

/** The absent members by name, each with the basis. */
function Absentees({ rollCall: { absences, tally } }: { readonly rollCall: RollCall }): VNode | null {
  const counted = tally.counted.absent ?? tally.stated?.absent ?? 0;
  if (absences.length === 0 && counted === 0) return null;
  return (
    <TableSection
      id="absent"
      title="Who was absent"
      count={
        absences.length < counted ? `${absences.length} of ${counted} by name` : countOf(absences.length, "member")
      }
      columns={["Member", "How it is known"]}
      rows={absences.map(({ actor, basis }) => ({
        key: actor.slug,
        cells: [<a href={actorPath(actor.slug)}>{actor.name}</a>, absenceBases[basis]],
      }))}
      empty="The record has their number, and not their names."
    />
  );
}
