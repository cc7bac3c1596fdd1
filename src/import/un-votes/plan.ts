import { v7 } from "uuid";
import type { OnRecord, ProposalOnRecord, RollCallOnRecord } from "./on-record.js";
import { noteOf, statusOf, summaryOf, titleOf } from "./proposal-text.js";
import type { RollCallRow } from "./read/roll-call-row.js";
import { isAdoptedNumber, resolutionSlug } from "./resolution.js";
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

/** What becomes of a row: a roll call to record, one on record, or a reason to reject it. */
export type PlannedRollCall =
  | {
      readonly kind: "new";
      readonly row: RollCallRow;
      readonly id: string;
      readonly slug: string;
      readonly proposalId: string;
    }
  | {
      readonly kind: "known";
      readonly row: RollCallRow;
      readonly id: string;
      readonly proposalId: string;
      readonly onRecord: RollCallOnRecord;
      /** What would be recorded of its proposal, were it not on record. */
      readonly text: { readonly title: string; readonly summary: string | null };
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
  const planning = new Planning(onRecord, renumbered);
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

class Planning {
  readonly proposals: PlannedProposal[] = [];
  readonly #bySlug = new Map<string, { id: string; title: string }>();
  readonly #voted: Set<string>;
  readonly #rollCallSlugs: Set<string>;

  constructor(
    readonly onRecord: OnRecord,
    readonly renumbered: ReadonlyMap<RollCallRow, RollCallOnRecord>,
  ) {
    this.#voted = new Set([...onRecord.rollCalls.values()].map(({ proposalId }) => proposalId));
    this.#rollCallSlugs = new Set(onRecord.rollCallSlugs);
  }

  rollCall(row: RollCallRow, place: Place): PlannedRollCall {
    const known = this.renumbered.get(row) ?? this.onRecord.rollCalls.get(row.rcid);
    if (known) return this.#known(known, row, place);
    const recorded = this.onRecord.proposals.get(place.slug);
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
      const reason = `roll call ${row.rcid} is on record as ${known.slug} of ${known.heldOn}, which is another vote: does the file number roll calls in its own way?`;
      return rejected(row, "another vote", reason);
    }
    return this.#knownAs(known, row, place);
  }

  #knownAs(known: RollCallOnRecord, row: RollCallRow, place: Place): PlannedRollCall {
    const whole = place.kind === "part" && place.whole ? this.onRecord.proposals.get(place.whole) : undefined;
    const title = titleOf(row, place, whole?.title);
    const text = { title, summary: summaryOf(row, title) };
    return { kind: "known", row, id: known.id, proposalId: known.proposalId, onRecord: known, text };
  }

  /** A vote on a proposal that is on record from elsewhere, whose vote may be on record too. */
  #on(proposal: ProposalOnRecord, row: RollCallRow, place: Place): PlannedRollCall {
    this.#voted.add(proposal.id);
    const other = this.onRecord.others.get(proposal.id);
    if (other && !other.retracted && other.earliest <= row.heldOn.latest && other.latest >= row.heldOn.earliest) {
      return this.#knownAs(other, row, place);
    }
    return this.#new(row, { id: proposal.id, slug: place.slug });
  }

  #new(row: RollCallRow, proposal: { id: string; slug: string }): PlannedRollCall {
    const [plain, numbered] = [`${proposal.slug}-vote`, `${proposal.slug}-vote-rc-${row.rcid}`];
    const slug = this.#rollCallSlugs.has(plain) ? numbered : plain;
    this.#rollCallSlugs.add(slug);
    return { kind: "new", row, id: v7(), slug, proposalId: proposal.id };
  }

  #propose(row: RollCallRow, place: Place): PlannedProposal {
    const whole = place.kind === "part" && place.whole ? this.#whole(place.whole, row) : undefined;
    const title = titleOf(row, place, whole?.title);
    const proposal: PlannedProposal = {
      id: v7(),
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
      id: v7(),
      slug,
      title: adopted
        ? `General Assembly resolution ${resolution.replace(/^(A\/RES|R)\//, "")}`
        : `What the data numbers ${resolution}`,
      kind: "RESOLUTION",
      status: adopted ? "ADOPTED" : "PROPOSED",
      summary: null,
      note: `Numbered ${resolution} in the data, which has roll calls on parts of it and none on the whole.`,
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
