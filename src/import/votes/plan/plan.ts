import { newId } from "../../../record/new-id.js";
import type { RollCallRow } from "../read/roll-call-row.js";
import type { OnRecord, ProposalOnRecord, RollCallOnRecord } from "./on-record.js";
import { noteOf, statusOf, summaryOf, titleOf, titleOfNumber } from "./proposal-text.js";
import { isAdoptedNumber, isEarly, resolutionSlug } from "./resolution.js";
import { type Place, wholesAndParts } from "./wholes-and-parts.js";

export interface PlannedProposal {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: "RESOLUTION" | "PARAGRAPH" | "AMENDMENT";
  readonly status: "ADOPTED" | "REJECTED" | "PROPOSED";
  readonly summary: string | null;
  readonly note: string | null;
  /** The whole that it is part of. */
  readonly partOf: { readonly id: string; readonly inferred: boolean } | null;
}

/** What a row says of its proposal, to be compared with one on record. */
export interface ProposalText {
  readonly title: string;
  readonly summary: string | null;
  readonly note: string | null;
  readonly status: PlannedProposal["status"];
  /** Whether a title on record is one that a release without this row, or without its text columns, gives the proposal. */
  readonly completes: (title: string) => boolean;
}

/** What becomes of a row: a roll call to record, one on record, or a reason to reject it. */
export type PlannedRollCall =
  | {
      readonly kind: "new";
      readonly row: RollCallRow;
      readonly id: string;
      readonly slug: string;
      readonly proposalId: string;
      /** Where the proposal is on record. */
      readonly text: ProposalText | undefined;
    }
  | {
      readonly kind: "known";
      readonly row: RollCallRow;
      readonly id: string;
      readonly proposalId: string;
      readonly onRecord: RollCallOnRecord;
      readonly text: ProposalText;
    }
  | { readonly kind: "rejected"; readonly row: RollCallRow; readonly reasonKind: string; readonly reason: string };

export type KeptRollCall = Exclude<PlannedRollCall, { kind: "rejected" }>;

/**
 * Which proposals and roll calls the rows make that are not on record. New ids ascend in the order of the rows.
 *
 * @param renumbered the roll calls that are on record under another number, by row
 */
export function plan(
  rows: readonly RollCallRow[],
  onRecord: OnRecord,
  renumbered: ReadonlyMap<RollCallRow, RollCallOnRecord>,
): {
  proposals: PlannedProposal[];
  rollCalls: PlannedRollCall[];
} {
  const places = wholesAndParts(rows);
  const planning = new Planning(onRecord, renumbered, ambiguous(rows));
  // Wholes first: their parts name them, also where a part was voted on before.
  const planned = new Map<RollCallRow, PlannedRollCall>();
  for (const kind of ["whole", "part"] as const) {
    for (const row of rows) {
      const place = places.get(row);
      if (place?.kind === kind) planned.set(row, planning.rollCall(row, place));
    }
  }
  return {
    proposals: planning.proposals,
    rollCalls: rows.map((row) => planned.get(row)).filter((rollCall) => rollCall !== undefined),
  };
}

/** The rows without numbers that share their resolution with another. */
function ambiguous(rows: readonly RollCallRow[]): Set<RollCallRow> {
  const groups = new Map<string, RollCallRow[]>();
  for (const row of rows) {
    const slug = row.numbered ? undefined : resolutionSlug(row.resolution);
    if (slug !== undefined) groups.set(slug, [...(groups.get(slug) ?? []), row]);
  }
  return new Set([...groups.values()].filter((group) => group.length > 1).flat());
}

class Planning {
  readonly proposals: PlannedProposal[] = [];
  readonly #bySlug = new Map<string, { id: string; title: string }>();
  readonly #voted: Set<string>;
  readonly #rollCallSlugs: Set<string>;

  constructor(
    readonly onRecord: OnRecord,
    readonly renumbered: ReadonlyMap<RollCallRow, RollCallOnRecord>,
    readonly ambiguous: ReadonlySet<RollCallRow>,
  ) {
    this.#voted = new Set([...onRecord.rollCalls.values()].map(({ proposalId }) => proposalId));
    this.#rollCallSlugs = new Set(onRecord.rollCallSlugs);
  }

  rollCall(row: RollCallRow, place: Place): PlannedRollCall {
    if (this.ambiguous.has(row)) {
      const reason = `the files have several roll calls on ${row.resolution}: without numbers (rcid) it is unknown which of them was on the entire text`;
      return rejected(row, "several roll calls", reason);
    }
    const known = this.renumbered.get(row) ?? (row.numbered ? this.onRecord.rollCalls.get(row.rcid) : undefined);
    if (known) return this.#known(known, row, place);
    const recorded = this.onRecord.proposals.get(place.slug);
    const byResolution = recorded && place.kind === "whole" ? this.#byResolution(recorded, row, place) : undefined;
    if (byResolution) return byResolution;
    if (recorded && !recorded.retracted && !this.#voted.has(recorded.id)) return this.#on(recorded, row, place);
    if (recorded?.retracted) return rejected(row, "retracted", `proposal ${place.slug} is retracted`);
    // The whole has its vote already, or something else has its slug: this is another vote on it.
    const taken = recorded !== undefined || this.onRecord.policyActionSlugs.has(place.slug);
    const actual: Place =
      taken && place.kind === "whole"
        ? {
            kind: "part",
            slug: `${place.slug}-rc-${row.rcid}`,
            whole: recorded ? place.slug : undefined,
            amendment: false,
            inferred: true,
          }
        : place;
    const proposal = this.#propose(row, actual);
    return this.#new(row, proposal);
  }

  #known(known: RollCallOnRecord, row: RollCallRow, place: Place): PlannedRollCall {
    if (known.retracted) return rejected(row, "retracted", `roll call ${row.rcid} is retracted`);
    const proposal = this.onRecord.proposalsById.get(known.proposalId);
    const slug = resolutionSlug(row.resolution);
    const otherNumber = slug !== undefined && proposal !== undefined && !isOf(proposal.slug, slug);
    const otherDay = known.earliest > row.heldOn.latest || known.latest < row.heldOn.earliest;
    if (otherNumber && otherDay) {
      const reason = `roll call ${row.rcid} is recorded as ${known.slug} of ${known.heldOn}, which is another vote: check whether the file numbers roll calls differently`;
      return rejected(row, "another vote", reason);
    }
    return this.#knownAs(known, row, place);
  }

  /** Where the row or the roll call on record has no number, the resolution and the day say whether they are the same. */
  #byResolution(recorded: ProposalOnRecord, row: RollCallRow, place: Place): PlannedRollCall | undefined {
    const votes = (this.onRecord.byProposal.get(recorded.id) ?? []).filter(
      ({ number }) => number === null || !row.numbered,
    );
    const same = votes.find(({ earliest, latest }) => earliest <= row.heldOn.latest && latest >= row.heldOn.earliest);
    if (same?.retracted) return rejected(row, "retracted", `roll call ${same.slug} is retracted`);
    if (same && isEarly(place.slug) && (same.number === null) === row.numbered && !sameTotals(same, row)) {
      const reason = `${row.resolution} may be the recorded ${same.slug}: before session 31, one of the two can be numbered by pages, and the stated totals do not show that they are the same`;
      return rejected(row, "early number", reason);
    }
    if (same) return this.#knownAs(same, row, place);
    const [other] = votes;
    if (row.numbered || !other) return undefined;
    const reason = `${row.resolution} is recorded with a vote of ${other.heldOn}, not of ${row.date}: without a number (rcid) it is unknown whether this is another vote`;
    return rejected(row, "another day", reason);
  }

  #knownAs(known: RollCallOnRecord, row: RollCallRow, place: Place): PlannedRollCall {
    const text = this.#textOf(row, place);
    return { kind: "known", row, id: known.id, proposalId: known.proposalId, onRecord: known, text };
  }

  #textOf(row: RollCallRow, place: Place): ProposalText {
    const whole = place.kind === "part" && place.whole ? this.onRecord.proposals.get(place.whole)?.title : undefined;
    const titleWithout = (lost: Partial<RollCallRow>) => titleOf({ ...row, ...lost }, place, whole);
    const incomplete = [{ short: "" }, { text: "" }, { short: "", text: "" }].map(titleWithout);
    if (place.kind === "whole") incomplete.push(titleOfNumber(row.resolution));
    const title = titleWithout({});
    // Of a part without a title, only what follows that of the whole.
    const tail = whole !== undefined && title !== row.short ? /: [^:]*$/.exec(title)?.[0] : undefined;
    return {
      ...{ title, summary: summaryOf(row, title), note: noteOf(row, place), status: statusOf(row, place).status },
      completes: (recorded) => incomplete.includes(recorded) || (tail !== undefined && recorded.endsWith(tail)),
    };
  }

  /** A vote on a proposal that is on record from elsewhere, whose vote may be on record too. */
  #on(proposal: ProposalOnRecord, row: RollCallRow, place: Place): PlannedRollCall {
    this.#voted.add(proposal.id);
    const other = this.onRecord.others.get(proposal.id);
    if (other && !other.retracted && other.earliest <= row.heldOn.latest && other.latest >= row.heldOn.earliest) {
      return this.#knownAs(other, row, place);
    }
    return this.#new(row, { id: proposal.id, slug: place.slug }, this.#textOf(row, place));
  }

  #new(row: RollCallRow, proposal: { id: string; slug: string }, text?: ProposalText): PlannedRollCall {
    const [plain, numbered] = [`${proposal.slug}-vote`, `${proposal.slug}-vote-rc-${row.rcid}`];
    const slug = this.#rollCallSlugs.has(plain) ? numbered : plain;
    this.#rollCallSlugs.add(slug);
    return { kind: "new", row, id: newId(), slug, proposalId: proposal.id, text };
  }

  #propose(row: RollCallRow, place: Place): PlannedProposal {
    const whole = place.kind === "part" && place.whole ? this.#whole(place.whole, row) : undefined;
    const title = titleOf(row, place, whole?.title);
    const proposal: PlannedProposal = {
      id: newId(),
      slug: place.slug,
      title,
      kind: kindOf(place),
      status: statusOf(row, place).status,
      summary: summaryOf(row, title),
      note: noteOf(row, place),
      partOf: whole && place.kind === "part" ? { id: whole.id, inferred: place.inferred } : null,
    };
    this.#add(proposal);
    return proposal;
  }

  /** The whole of a part; without a roll call of its own it is recorded all the same. */
  #whole(slug: string, { resolution }: RollCallRow): { id: string; title: string } {
    const known = this.#bySlug.get(slug) ?? this.onRecord.proposals.get(slug);
    if (known) return known;
    const adopted = isAdoptedNumber(resolution);
    const whole: PlannedProposal = {
      id: newId(),
      slug,
      title: titleOfNumber(resolution),
      kind: "RESOLUTION",
      status: adopted ? "ADOPTED" : "PROPOSED",
      summary: null,
      note: `Numbered ${resolution} in the data, ${withoutVote}.`,
      partOf: null,
    };
    this.#add(whole);
    return whole;
  }

  #add(proposal: PlannedProposal): void {
    this.proposals.push(proposal);
    this.#bySlug.set(proposal.slug, proposal);
  }
}

/** Whether both state their totals, and these differ by no more than the usual faults of counting. */
const sameTotals = (one: RollCallOnRecord, other: RollCallRow): boolean =>
  (["statedYes", "statedNo", "statedAbstain"] as const).every((total) => {
    const [a, b] = [one[total], other[total]];
    return a !== null && b !== null && Math.abs(a - b) <= 2;
  });

/** How the note of a whole without a roll call ends. */
export const withoutVote = "which has roll calls on parts of it and none on the whole";

const rejected = (row: RollCallRow, reasonKind: string, reason: string): PlannedRollCall => ({
  kind: "rejected",
  row,
  reasonKind,
  reason,
});

/** Whether a proposal is the resolution with a slug, or a part of it. Slugs from elsewhere say nothing. */
const isOf = (slug: string, resolution: string): boolean =>
  !slug.startsWith("un-ga-") ||
  slug === resolution ||
  slug.startsWith(`${resolution}-rc-`) ||
  /^un-ga-(\d+-)?rc-/.test(slug);

function kindOf(place: Place): PlannedProposal["kind"] {
  if (place.kind === "whole") return "RESOLUTION";
  return place.amendment ? "AMENDMENT" : "PARAGRAPH";
}
