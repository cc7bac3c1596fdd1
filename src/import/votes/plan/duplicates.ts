import type { BulkSession } from "../../../db/writing/bulk-session.js";
import type { CountryRows } from "../read/country-rows.js";
import { folded } from "../read/csv/folded.js";
import type { RollCallRow } from "../read/roll-call-row.js";
import { type Holders, holderOn } from "../states/holders.js";
import { VoteMatrix } from "../write/vote-matrix.js";
import type { OnRecord, RollCallOnRecord } from "./on-record.js";
import { titleOf } from "./proposal-text.js";
import { resolutionSlug } from "./resolution.js";

/**
 * Rows that are an earlier row again under another number: the same resolution, day, session, flags and votes, and no
 * text that differs. Votes alone do not tell: on paragraphs of one resolution the Assembly often votes alike.
 *
 * @returns the earlier row of each
 */
export function duplicatesIn(rows: readonly RollCallRow[], votes: CountryRows): Map<RollCallRow, RollCallRow> {
  const groups = new Map<string, RollCallRow[]>();
  const duplicates = new Map<RollCallRow, RollCallRow>();
  for (const row of rows) {
    const key = [resolutionSlug(row.resolution) ?? "", row.date, row.session, row.amend, row.para].join(" ");
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const earlier = votes.has(row.rcid)
      ? group.find((other) => sameText(other, row) && votes.same(other.rcid, row.rcid))
      : undefined;
    if (earlier) duplicates.set(row, earlier);
    else group.push(row);
  }
  return duplicates;
}

/** The long text is enough where both have it: on paragraphs of one resolution it is never the same. */
function sameText(one: RollCallRow, other: RollCallRow): boolean {
  if (one.text !== "" && other.text !== "") return folded(one.text) === folded(other.text);
  return fits(one.short, other.short) && (one.resolution !== "" || one.short + one.text !== "");
}

const fits = (one: string, other: string): boolean => one === "" || other === "" || folded(one) === folded(other);

/** A roll call on record that a row with another number may be. */
interface Candidate {
  readonly row: RollCallRow;
  readonly onRecord: RollCallOnRecord;
  /** Whether the texts are the same: then the votes may differ in a few. */
  readonly sameText: boolean;
}

/** What may be on record already under a number that is not among those of the files, as in a release with new numbers. */
function candidatesOnRecord(rows: readonly RollCallRow[], onRecord: OnRecord): Candidate[] {
  const rcids = new Set(rows.map(({ rcid }) => rcid));
  const byKey = new Map<string, RollCallOnRecord[]>();
  for (const rollCall of onRecord.rollCalls.values()) {
    if (rollCall.retracted || rcids.has(rollCall.number ?? 0)) continue;
    const slug = onRecord.proposalsById.get(rollCall.proposalId)?.slug.replace(/-rc-\d+$/, "");
    const key = `${slug} ${rollCall.heldOn} ${rollCall.session}`;
    byKey.set(key, [...(byKey.get(key) ?? []), rollCall]);
  }
  return rows.flatMap((row) => {
    const slug = resolutionSlug(row.resolution);
    if (slug === undefined || onRecord.rollCalls.has(row.rcid)) return [];
    const title = titleOf(row, { kind: "whole", slug, inferred: false }, undefined);
    return (byKey.get(`${slug} ${row.heldOn.text} ${row.session}`) ?? []).map((rollCall) => ({
      row,
      onRecord: rollCall,
      sameText: fits(onRecord.proposalsById.get(rollCall.proposalId)?.title ?? "", title),
    }));
  });
}

/** The rows that are on record under another number: their votes are the same, or nearly so where the text is. */
export async function renumberedRows(
  session: BulkSession,
  rows: readonly RollCallRow[],
  onRecord: OnRecord,
  votes: CountryRows,
  holders: Holders,
): Promise<Map<RollCallRow, RollCallOnRecord>> {
  const candidates = candidatesOnRecord(rows, onRecord);
  const ids = [...new Set(candidates.map((candidate) => candidate.onRecord.id))];
  const recorded = new VoteMatrix(ids);
  await recorded.load(session);
  const renumbered = new Map<RollCallRow, RollCallOnRecord>();
  const taken = new Set<string>();
  for (const { row, onRecord: other, sameText } of candidates) {
    if (taken.has(other.id) || renumbered.has(row)) continue;
    if (agreement(row, ids.indexOf(other.id), recorded, votes, holders) < (sameText ? 0.9 : 1)) continue;
    renumbered.set(row, other);
    taken.add(other.id);
  }
  return renumbered;
}

/** The share of the votes that are the same, from 0 to 1, of those that a row or a roll call on record has. */
function agreement(
  row: RollCallRow,
  index: number,
  recorded: VoteMatrix,
  votes: CountryRows,
  holders: Holders,
): number {
  let same = 0;
  let all = recorded.holders.filter((_, holder) => recorded.recorded(index, holder) !== 0).length;
  for (const { place, value } of votes.of(row.rcid)) {
    const country = votes.countries[place] ?? { name: "", code: "" };
    const match = holderOn(holders.tenures(country), country.name, row.heldOn);
    if ("doubt" in match) continue;
    const stance = recorded.recorded(index, recorded.holder(match.state.id));
    if (stance === 0) all++;
    else if (stance === value) same++;
  }
  return all === 0 ? 0 : same / all;
}
