import { raw, sql } from "../../../db/sql.js";
import type { BulkSession } from "../../../db/writing/bulk-session.js";
import { entities } from "../../../record/entities/index.js";
import type { Report } from "../report.js";
import { recordAbsences } from "../write/record-catalogue.js";
import type { AbsentMember } from "../write/resolve-votes.js";
import { authorsIn, otherAuthor, revise } from "./ownership.js";

/** A fact that is on record with another value than the files give. */
export interface Correction {
  readonly list: "rollCalls" | "proposals" | "positions";
  readonly id: string;
  /** The field of the entry. */
  readonly field: "stated" | "absent" | "absences" | "title" | "summary" | "note" | "status" | "stance";
  /** The values of columns. */
  readonly columns: Readonly<Record<string, string | number | null>>;
  /** Who was absent, where that is what differs. */
  readonly members?: readonly AbsentMember[];
  readonly file: string;
  readonly line: number;
  /** Whether the record lacked the value, or has what an incomplete release made of it: nothing on record says otherwise. */
  readonly completes: boolean;
  /** What differs, as the report says it. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string;
  /** Whether the entity was retracted: then it stays as it is, also with `overwrite`. */
  readonly retracted?: boolean;
}

export const correctionReason = "As in the files of the data set";

/**
 * Splits what differs. A value that completes the record is taken, unless somebody removed it. A value that contradicts the
 * record is a conflict: which of two releases is right, nobody can say, so the record stays unless `overwrite`.
 */
export async function settle(
  session: BulkSession,
  differences: readonly Correction[],
  overwrite: boolean,
  report: Report,
): Promise<{ corrected: Correction[]; conflicts: Correction[] }> {
  const corrected: Correction[] = [];
  const conflicts: Correction[] = [];
  for (const list of lists) {
    const some = differences.filter((difference) => difference.list === list);
    const authors = await authorsIn(session, list, [...new Set(some.map(({ id }) => id))]);
    for (const difference of some) {
      const { id, field, file, line, what, before, after, completes, retracted = false } = difference;
      const by = otherAuthor(authors.get(id), cellsOf(difference));
      const change = `${what}: "${before ?? ""}" in the record, "${after}" in the file`;
      if (!retracted && (overwrite || (by === undefined && completes))) {
        report.correct(file, line, field, change);
        corrected.push(difference);
        continue;
      }
      const why = retracted
        ? "The entity was retracted, and stays unchanged"
        : `The record's value is by ${by?.author ?? "an earlier import"} and stays unchanged; --overwrite replaces it`;
      report.conflict(file, line, field, `${change}. ${why}`);
      conflicts.push(difference);
    }
  }
  return { corrected, conflicts };
}

/** The parts of the entry that a correction changes. */
const cellsOf = ({ field, columns, members = [] }: Correction): string[] => [
  ...(field === "stated"
    ? Object.keys(columns).map((column) => column.replace(/^stated/, "stated.").toLowerCase())
    : [field]),
  ...members.map(({ slug }) => `absences[${JSON.stringify([slug])}]`),
];

const lists = ["proposals", "rollCalls", "positions"] as const;
const types: Record<string, string> = {
  stance: '"Stance"',
  status: '"ProposalStatus"',
  title: "text",
  summary: "text",
  note: "text",
};

/** Writes corrections, with one revision of each entity. */
export async function applyCorrections(session: BulkSession, corrections: readonly Correction[]): Promise<void> {
  for (const list of lists) {
    const some = corrections.filter((correction) => correction.list === list);
    const ids = [...new Set(some.map(({ id }) => id))];
    await revise(session, list, ids, correctionReason, async () => {
      const table = raw(`"${entities[list].table}"`);
      for (const column of new Set(some.flatMap(({ columns }) => Object.keys(columns)))) {
        const rows = some.filter(({ columns }) => column in columns);
        await session.query(sql`
          update ${table} t set ${raw(`"${column}"`)} = c.value::${raw(types[column] ?? "integer")}
          from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ columns }) => columns[column] ?? null)}::text[])
            c (id, value) where t.id = c.id`);
      }
      const named = some.flatMap(({ id, members }) => (members ? [{ id, members }] : []));
      if (named.length === 0) return;
      await session.query(
        sql`delete from "RollCallAbsence" where "rollCallId" = any(${named.map(({ id }) => id)}::uuid[])`,
      );
      await recordAbsences(session, named);
    });
  }
}
