import type { VNode } from "preact";
import type { WhereDoStatesStandQuery } from "standpoint-client/questions/where-do-states-stand";
import { actorPath } from "../../address.js";
import { Choropleth } from "../../charts/choropleth.js";
import { memberTiles } from "../../charts/data/tiles.js";
import type { Mark } from "../../charts/marks.js";
import { StanceBar } from "../../charts/stance-bar.js";
import type { StateMark } from "../../charts/states.js";
import { TileMap } from "../../charts/tile-map.js";
import { dateText } from "../../dates.js";
import { nameIn } from "../../languages.js";
import { basisLabel } from "../../stance.js";
import { countsOf } from "./summary.js";

/** As much of a proposal as the picture needs. */
export type Pictured = NonNullable<WhereDoStatesStandQuery["proposal"]>;

interface PictureProps {
  readonly proposal: Pictured;
  readonly language: string;
  /** Whether only some positions are shown; then leanings would seem to be of all who hold none. */
  readonly isNarrowed?: boolean;
  /** The day that is shown; votes after it say nothing about who was absent. */
  readonly asOf?: string;
  readonly hasMap?: boolean;
}

/** The stances on a proposal as a bar, and states on a map: recorded stances first, leanings where there is no stance. */
export function Picture({ proposal: whole, language, isNarrowed = false, asOf, hasMap }: PictureProps): VNode {
  const proposal = isNarrowed ? { ...whole, leanings: { totalCount: 0, nodes: [] } } : whole;
  const states = statesOf(proposal, language, isNarrowed ? undefined : newestVote(proposal, asOf));
  const leaning = countLeanings(proposal);
  const groups = [
    {
      label: isNarrowed ? "Recorded stances that fit the filter" : "Recorded stances",
      counts: Object.fromEntries(countsOf(proposal).map(({ stance, count }) => [stance, count])),
    },
    ...(leaning.total > 0
      ? [{ label: "Leanings of states, computed from related votes", counts: leaning.counts }]
      : []),
    ...(isNarrowed
      ? []
      : [{ label: "Member and observer states without either", counts: without(states, newestVote(proposal, asOf)) }]),
  ];
  const title = `Where states stand on ${proposal.title}`;
  return (
    <>
      <StanceBar id="stance-bar" title={proposal.title} groups={groups} />
      {states.length > 0 && <TileMap states={states} title={title} />}
      {states.length > 0 && hasMap && (
        <details>
          <summary>As a map of areas</summary>
          <Choropleth id="stance-map" title={title} states={states} />
        </details>
      )}
    </>
  );
}

type Leaning = Pictured["leanings"]["nodes"][number];
type Coded = Leaning["holder"];

const codeOf = ({ codes }: Pick<Coded, "codes">): string | undefined =>
  codes.find(({ scheme }) => scheme === "ISO_3166_1_ALPHA_3")?.value;

/** Above a half it leans for, below against; a score goes from 0 to 1. */
function markOf({ for: inFavour, against }: Leaning): Mark {
  if (inFavour === against) return "LEANS_NEITHER";
  return inFavour > against ? "LEANS_FOR" : "LEANS_AGAINST";
}

type Vote = Pictured["rollCalls"]["nodes"][number];

/** The newest vote by the day that is shown. */
const newestVote = ({ rollCalls }: Pictured, asOf = "9999"): Vote | undefined =>
  rollCalls.nodes
    .filter(({ heldOn }) => heldOn <= asOf)
    .sort((one, other) => other.heldOn.localeCompare(one.heldOn))[0];

/** States of the tile map with neither a stance nor a leaning: how many missed the newest vote, and the rest. */
function without(states: readonly StateMark[], vote: Vote | undefined): Partial<Record<Mark, number>> {
  const marked = new Map(states.map(({ code, mark }) => [code, mark]));
  const silent = memberTiles.filter((code) => (marked.get(code) ?? "ABSENT") === "ABSENT");
  const named = silent.filter((code) => marked.has(code)).length;
  const absent = vote?.absences.length ? named : Math.min(silent.length, vote?.tally.counted.absent ?? 0);
  return { ABSENT: absent, SILENT: silent.length - absent };
}

export function countLeanings({ leanings }: Pictured): { total: number; counts: Partial<Record<Mark, number>> } {
  const counts: Partial<Record<Mark, number>> = {};
  for (const node of leanings.nodes) {
    const mark = markOf(node);
    counts[mark] = (counts[mark] ?? 0) + 1;
  }
  return { total: leanings.nodes.length, counts };
}

/** The states with a stance, those that lean, and those that are on record as absent from the newest vote. */
function statesOf({ positions, leanings }: Pictured, language: string, vote: Vote | undefined): StateMark[] {
  const holders = positions.nodes.filter(({ holder }) => holder.kind === "STATE");
  const taken = new Set(holders.map(({ holder }) => holder.slug));
  const recorded = holders.map(({ holder, stance, basis, since }) => ({
    code: codeOf(holder),
    name: nameIn(holder, language),
    mark: stance,
    note: `${basisLabel(basis)}, ${dateText(since)}`,
    href: actorPath(holder.slug),
  }));
  const leaning = leanings.nodes
    .filter(({ holder }) => !taken.has(holder.slug))
    .map((node) => ({
      code: codeOf(node.holder),
      name: nameIn(node.holder, language),
      mark: markOf(node),
      note: `for in ${node.for} of ${node.considered} related votes`,
      href: actorPath(node.holder.slug),
    }));
  const shown = new Set([...holders, ...leanings.nodes].map(({ holder }) => holder.slug));
  const absent = (vote?.absences ?? [])
    .filter(({ actor }) => !shown.has(actor.slug))
    .map(({ actor }) => ({
      code: codeOf(actor),
      name: nameIn(actor, language),
      mark: "ABSENT" as const,
      note: `vote of ${dateText(vote?.heldOn)}`,
      href: actorPath(actor.slug),
    }));
  return [...recorded, ...leaning, ...absent];
}
