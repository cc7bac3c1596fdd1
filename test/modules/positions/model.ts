import type { PositionBasis, Stance } from "../../../src/db/generated/enums.js";
import { parseDate } from "../../../src/edtf/edtf-date.js";

/** A position as the model has it: who and what are slugs. */
export interface ModelPosition {
  id: string;
  holder: string;
  subject: string;
  stance: Stance;
  basis: PositionBasis;
  since: string;
  /** The day's number on which it was recorded. */
  recorded: number;
  retracted: boolean;
}

export interface ModelFilter {
  stances?: Stance[];
  bases?: PositionBasis[];
  holders?: string[];
  not?: { stances: Stance[] };
}

const latest = (position: ModelPosition): string => parseDate(position.since).latest;

/** The order of one holder's positions. */
function inOrder(one: ModelPosition, other: ModelPosition): number {
  const keys = (position: ModelPosition): string =>
    `${latest(position)} ${String(position.recorded).padStart(3, "0")} ${position.id}`;
  return keys(one) < keys(other) ? -1 : 1;
}

/** The positions that share a key, in order. */
function runsOf(positions: readonly ModelPosition[], keyOf: (position: ModelPosition) => string): ModelPosition[][] {
  const runs = new Map<string, ModelPosition[]>();
  for (const position of [...positions].sort(inOrder)) {
    const key = keyOf(position);
    runs.set(key, [...(runs.get(key) ?? []), position]);
  }
  return [...runs.values()];
}

/** The record in memory, told by the rules of the documentation alone: what the answers are held against. */
export class Model {
  constructor(
    readonly positions: readonly ModelPosition[],
    /** Retracted actors and subjects. */
    readonly gone: ReadonlySet<string>,
  ) {}

  /** All positions that are told, whether they stand or not. */
  history(): ModelPosition[] {
    return this.positions.filter(
      ({ retracted, holder, subject }) => !retracted && !this.gone.has(holder) && !this.gone.has(subject),
    );
  }

  standing(asOf: string | undefined): ModelPosition[] {
    return this.runs(asOf).flatMap((run) => run.slice(-1));
  }

  /** Each holder's positions on each subject, in order. */
  runs(asOf?: string): ModelPosition[][] {
    const held = this.history().filter((position) => asOf === undefined || latest(position) <= asOf);
    return runsOf(held, ({ holder, subject }) => `${holder} ${subject}`);
  }

  /** Positions in a row that differ in stance: of one holder on one subject, or on any of several that are one question. */
  changes({ across, bases }: { across?: string[]; bases?: PositionBasis[] } = {}): { from: string; to: string }[] {
    const compared = this.history().filter(
      ({ subject, basis }) => (across?.includes(subject) ?? true) && (bases?.includes(basis) ?? true),
    );
    const runs = runsOf(compared, ({ holder, subject }) => `${holder} ${across ? "" : subject}`);
    return runs.flatMap((run) =>
      run.slice(1).flatMap((position, index) => {
        const previous = run[index];
        return previous && previous.stance !== position.stance ? [{ from: previous.id, to: position.id }] : [];
      }),
    );
  }

  /** By holder and subject, the latest positions by basis where they disagree, the most recent first. */
  contradictions(asOf: string | undefined): { holder: string; subject: string; positions: string[] }[] {
    return this.runs(asOf).flatMap((run) => {
      const byBasis = new Map(run.map((position) => [position.basis, position]));
      const positions = [...byBasis.values()].sort(inOrder).reverse();
      const [{ holder, subject } = { holder: "", subject: "" }] = positions;
      const agree = new Set(positions.map(({ stance }) => stance)).size < 2;
      return agree ? [] : [{ holder, subject, positions: positions.map(({ id }) => id) }];
    });
  }
}

export function matches(filter: ModelFilter | undefined, position: ModelPosition): boolean {
  const { stances, bases, holders, not } = filter ?? {};
  return (
    (stances?.includes(position.stance) ?? true) &&
    (bases?.includes(position.basis) ?? true) &&
    (holders?.includes(position.holder) ?? true) &&
    !(not?.stances.includes(position.stance) ?? false)
  );
}
