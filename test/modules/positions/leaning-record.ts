import type { Database } from "../../../src/db/database.js";
import type { Stance } from "../../../src/db/generated/enums.js";
import { retracted, type Seeded } from "../../support/seed-kit.js";
import { type PositionSeed, positionKit } from "./position-kit.js";

/** That a subject of positions bears on an aim. */
export interface Tie {
  readonly subject: Seeded;
  readonly on: Seeded;
  readonly side: 1 | -1;
  readonly weight: number;
}

/** A position on a subject or on an aim. */
export interface Held {
  readonly holder: Seeded;
  readonly subject: Seeded;
  readonly stance: Stance;
  readonly since: string;
  readonly recordedAt: string;
  readonly retracted: boolean;
}

/** A record to compute leanings from: positions on proposals and deeds that bear on three aims. */
export interface LeaningRecord {
  readonly holders: Seeded[];
  readonly aims: Seeded[];
  readonly ties: Tie[];
  readonly held: Held[];
  /** The slugs of what is retracted. */
  readonly hidden: ReadonlySet<string>;
}

type Below = (limit: number) => number;

/** Numbers that look random and are the same each time (mulberry32). */
function numbers(seed: number): Below {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const stances: Stance[] = ["SUPPORTS", "SUPPORTS", "OPPOSES", "ABSTAINS", "UNDECIDED", "CONDITIONALLY_SUPPORTS"];

/** Puts a random record on record. */
export async function leaningRecord(database: Database, seed: number): Promise<LeaningRecord> {
  const kit = positionKit(database);
  const below = numbers(seed);
  const holders = await Promise.all(upTo(12).map((n) => kit.actor({ slug: `state-${n}`, name: `State ${n}` })));
  const aims = await Promise.all(upTo(3).map((n) => kit.proposal({ slug: `aim-${n}`, title: `Aim ${n}` })));
  const ties: Tie[] = [];
  const related: Seeded[] = [];
  for (const n of upTo(14)) {
    const bonds = aims.filter(() => below(2) === 0).map((on) => ({ on, isFor: below(3) > 0, weighing: weigh(below) }));
    const subject = n % 4 === 3 ? await deed(kit, n, bonds) : await text(kit, n, bonds, aims);
    related.push(subject);
    for (const { on, isFor, weighing } of bonds) {
      ties.push({ subject, on, side: isFor ? 1 : -1, weight: weighing.weight ?? 1 });
    }
  }
  // Those on the aims themselves are no inputs.
  const held = holders.flatMap((holder) =>
    [...related, ...aims].flatMap((subject) => positionsOf(holder, subject, below)),
  );
  await kit.positions(held.map(rowOf));
  const [gone] = related;
  if (!gone) throw new Error("There are related subjects");
  await database.prisma.proposal.update({ where: { id: gone.id }, data: retracted });
  await database.prisma.actor.update({ where: { slug: "state-11" }, data: retracted });
  return { holders, aims, ties, held, hidden: new Set([gone.slug, "state-11"]) };
}

interface Bond {
  readonly on: Seeded;
  readonly isFor: boolean;
  readonly weighing: { weight?: number; weightReason?: string };
}

type Kit = ReturnType<typeof positionKit>;

function weigh(below: Below): Bond["weighing"] {
  const weight = [undefined, undefined, 0.5, 0.3, 2][below(5)];
  return weight === undefined ? {} : { weight, weightReason: "Only the preamble says so." };
}

const deed = (kit: Kit, n: number, bonds: readonly Bond[]): Promise<Seeded> =>
  kit.policyAction({
    slug: `deed-${n}`,
    bearsOn: bonds.map(({ on, isFor, weighing }) => ({
      ...{ proposal: on, bearing: isFor ? ("ADVANCES" as const) : ("UNDERMINES" as const), ...weighing },
    })),
  });

const text = (kit: Kit, n: number, bonds: readonly Bond[], aims: readonly Seeded[]): Promise<Seeded> =>
  kit.proposal({
    slug: `text-${n}`,
    relations: [
      ...bonds.map(({ on, isFor, weighing }) => ({
        ...{ proposal: on, kind: isFor ? ("ENDORSES" as const) : ("CONTRADICTS" as const), ...weighing },
      })),
      // Other kinds of relation are no inputs.
      ...aims
        .filter((aim) => !bonds.some(({ on }) => on === aim))
        .map((proposal) => ({ proposal, kind: "BUILDS_ON" as const })),
    ],
  });

const positionsOf = (holder: Seeded, subject: Seeded, below: Below): Held[] =>
  upTo(below(3)).map((n) => ({
    ...{ holder, subject, stance: stances[below(6)] ?? "SUPPORTS" },
    since: `20${10 + below(10)}-0${1 + below(9)}-1${below(9)}`,
    recordedAt: `2021-02-01T00:00:0${n}Z`,
    retracted: below(9) === 0,
  }));

const rowOf = ({ subject, ...position }: Held): PositionSeed => ({
  ...position,
  ...(subject.slug.startsWith("deed") ? { policyAction: subject } : { proposal: subject }),
});
