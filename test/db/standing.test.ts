import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { kinds, testDatabase } from "../support/database.js";
import { insertCast, insertPositions } from "./record.js";

/** A position as the model of the rule knows it. */
interface Row {
  id: string;
  holder: string;
  subject: string;
  since: string;
  recordedAt: string;
  retracted: boolean;
}

/** The rule, said plainly: a position stands until the next one of its holder on its subject begins. */
function expectedUntil(rows: readonly Row[]): Map<string, string> {
  const key = (row: Row): string => `${row.since} ${row.recordedAt} ${row.id}`;
  return new Map(
    rows.map((row) => {
      const later = rows
        .filter((other) => other.holder === row.holder && other.subject === row.subject && !other.retracted)
        .filter((other) => key(other) > key(row))
        .sort((a, b) => (key(a) < key(b) ? -1 : 1));
      return [row.id, row.retracted ? row.since : (later[0]?.since ?? "9999-12-31")];
    }),
  );
}

async function storedUntil(database: Database): Promise<Map<string, string>> {
  const rows = await database.query<{ id: string; until: string }>(
    sql`select "id", "standingUntil" as "until" from "Position"`,
  );
  return new Map(rows.map(({ id, until }) => [id, until]));
}

describe.each(kinds)("standingUntil on %s", (kind) => {
  let database: Database;
  let holders: string[];
  let subjects: string[];

  beforeAll(async () => {
    database = await testDatabase({ kind });
    ({ holders, subjects } = await insertCast(database, { holders: 2, subjects: 2 }));
  });

  const day = fc.constantFrom("2020-01-01", "2020-06-01", "2021-01-26", "2022-12-31");
  const place = fc.record({ holder: fc.nat(1), subject: fc.nat(1) });
  const insert = fc.record({
    op: fc.constant("insert" as const),
    rows: fc.array(fc.record({ place, since: day, recorded: fc.nat(2), retracted: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    }),
  });
  const change = fc.record({
    op: fc.constantFrom(
      "retract" as const,
      "reinstate" as const,
      "redate" as const,
      "move" as const,
      "delete" as const,
    ),
    // Which of the present rows: each one whose number has this remainder.
    remainder: fc.nat(2),
    place,
    since: day,
  });

  test("follows any order of inserts, changes and deletions", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(insert, change), { minLength: 1, maxLength: 8 }), async (steps) => {
        await database.query(sql`delete from "Position"`);
        let rows: Row[] = [];
        for (const step of steps) {
          rows = step.op === "insert" ? await inserted(rows, step.rows) : await changed(rows, step);
          expect(await storedUntil(database)).toEqual(expectedUntil(rows));
        }
      }),
      { numRuns: 60 },
    );
  });

  async function inserted(
    rows: Row[],
    added: { place: { holder: number; subject: number }; since: string; recorded: number; retracted: boolean }[],
  ): Promise<Row[]> {
    const records = added.map((row) => ({
      holder: holders[row.place.holder] as string, // there are two of each
      proposal: subjects[row.place.subject] as string,
      since: row.since,
      recordedAt: `2026-01-0${row.recorded + 1}T00:00:00Z`,
      retracted: row.retracted,
    }));
    const ids = await insertPositions(database, records);
    return [...rows, ...records.map((row, n) => ({ ...row, id: ids[n] as string, subject: row.proposal }))];
  }

  async function changed(
    rows: Row[],
    step: { op: string; remainder: number; place: { holder: number; subject: number }; since: string },
  ): Promise<Row[]> {
    const chosen = (row: Row): boolean => rows.indexOf(row) % 3 === step.remainder;
    const ids = rows.filter(chosen).map(({ id }) => id);
    const [holder, subject] = [holders[step.place.holder] as string, subjects[step.place.subject] as string];
    const where = sql`where "id" = any(${ids}::uuid[])`;
    const edited = (change: Partial<Row>): Row[] => rows.map((row) => (chosen(row) ? { ...row, ...change } : row));
    switch (step.op) {
      case "retract":
        await database.query(sql`update "Position" set "retractedAt" = now(), "retractionReason" = 'wrong' ${where}`);
        return edited({ retracted: true });
      case "reinstate":
        await database.query(sql`update "Position" set "retractedAt" = null, "retractionReason" = null ${where}`);
        return edited({ retracted: false });
      case "redate":
        await database.query(sql`update "Position" set "since" = ${step.since}, "sinceEarliest" = ${step.since}::date,
          "sinceLatest" = ${step.since}::date ${where}`);
        return edited({ since: step.since });
      case "move":
        await database.query(sql`update "Position" set "holderId" = ${holder}::uuid, "proposalId" = ${subject}::uuid,
          "subjectId" = ${subject}::uuid ${where}`);
        return edited({ holder, subject });
      default:
        await database.query(sql`delete from "Position" ${where}`);
        return rows.filter((row) => !chosen(row));
    }
  }

  test("of two on the same day, the one recorded later stands", async () => {
    await database.query(sql`delete from "Position"`);
    const [holder, proposal] = [holders[0] as string, subjects[0] as string];
    const [first, second] = await insertPositions(database, [
      { holder, proposal, since: "2021-01-26", recordedAt: "2026-01-01T00:00:00Z" },
      { holder, proposal, since: "2021-01-26", recordedAt: "2026-01-02T00:00:00Z" },
    ]);
    expect(await storedUntil(database)).toEqual(
      new Map([
        [first, "2021-01-26"],
        [second, "9999-12-31"],
      ]),
    );
  });
});

// The embedded database has one session: there is nothing at once.
if (kinds.includes("postgres")) {
  test("two transactions that record at once leave one standing position", async () => {
    const database = await testDatabase({ kind: "postgres" });
    const { holders, subjects } = await insertCast(database, { holders: 1, subjects: 1 });
    const [holderId, subjectId] = [holders[0] as string, subjects[0] as string];
    const record = (since: string) => {
      const day = new Date(since);
      return database.prisma.$transaction(async (transaction) => {
        await transaction.position.create({
          data: {
            ...{ holderId, proposalId: subjectId, subjectId, stance: "SUPPORTS", basis: "STATEMENT" },
            ...{ since, sinceEarliest: day, sinceLatest: day },
          },
        });
        await transaction.$queryRaw`select 1 from pg_sleep(0.2)`;
      });
    };
    await Promise.all([record("2021-01-01"), record("2022-01-01"), record("2020-01-01")]);
    const rows = await database.query(sql`select "since", "standingUntil" from "Position" order by "since"`);
    expect(rows).toEqual([
      { since: "2020-01-01", standingUntil: "2021-01-01" },
      { since: "2021-01-01", standingUntil: "2022-01-01" },
      { since: "2022-01-01", standingUntil: "9999-12-31" },
    ]);
  });
}
