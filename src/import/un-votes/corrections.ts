import type { BulkSession } from "../../db/bulk-session.js";
import { raw, sql } from "../../db/sql.js";
import { lastAuthors, revise } from "./ownership.js";
import { author } from "./record-revisions.js";
import type { Report } from "./report.js";

/** A fact that is on record with another value than the files give. */
export interface Correction {
  readonly list: "rollCalls" | "proposals" | "positions";
  readonly id: string;
  /** The field of the entry, by whose revisions one knows who said it last. */
  readonly field: "stated" | "absent" | "title" | "summary" | "stance";
  /** The values of columns. */
  readonly columns: Readonly<Record<string, string | number | null>>;
  readonly file: string;
  readonly line: number;
  /** What differs, as the report says it. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string;
  /** Whether the entity was retracted: then it stays as it is, also with `overwrite`. */
  readonly retracted?: boolean;
}

export const correctionReason = "As the files of the data set have it";

/**
 * Splits what differs: what the import itself said last, or nobody ever, is corrected; where somebody else did, that stays,
 * and is reported as a conflict, unless `overwrite`.
 */
export async function settle(
  session: BulkSession,
  differences: readonly Correction[],
  overwrite: boolean,
  report: Report,
): Promise<{ corrected: Correction[]; conflicts: Correction[] }> {
  const corrected: Correction[] = [];
  const conflicts: Correction[] = [];
  for (const field of new Set(differences.map((difference) => difference.field))) {
    const some = differences.filter((difference) => difference.field === field);
    const authors = await lastAuthors(
      session,
      some.map(({ id }) => id),
      field,
    );
    for (const difference of some) {
      const { id, file, line, what, before, after, retracted = false } = difference;
      const by = authors.get(id) ?? author;
      const change = `${what}: "${before ?? ""}" on record, "${after}" in the file`;
      if (retracted) {
        report.conflict(file, line, field, `${change}. It was retracted, and stays as it is`);
        conflicts.push(difference);
      } else if (by === author || overwrite) {
        report.correct(file, line, field, change);
        corrected.push(difference);
      } else {
        report.conflict(file, line, field, `${change}. The record's is by ${by} and stays; --overwrite replaces it`);
        conflicts.push(difference);
      }
    }
  }
  return { corrected, conflicts };
}

const tables = { rollCalls: "RollCall", proposals: "Proposal", positions: "Position" } as const;
const types: Record<string, string> = { stance: '"Stance"', title: "text", summary: "text" };

/** Writes corrections, with one revision of each entity. */
export async function applyCorrections(session: BulkSession, corrections: readonly Correction[]): Promise<void> {
  for (const list of ["proposals", "rollCalls", "positions"] as const) {
    const some = corrections.filter((correction) => correction.list === list);
    const ids = [...new Set(some.map(({ id }) => id))];
    await revise(session, list, ids, correctionReason, async () => {
      const table = raw(`"${tables[list]}"`);
      for (const column of new Set(some.flatMap(({ columns }) => Object.keys(columns)))) {
        const rows = some.filter(({ columns }) => column in columns);
        await session.query(sql`
          update ${table} t set ${raw(`"${column}"`)} = c.value::${raw(types[column] ?? "integer")}
          from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ columns }) => columns[column] ?? null)}::text[])
            c (id, value) where t.id = c.id`);
      }
    });
  }
}
