import type { Database } from "../db/database.js";
import { raw, sql } from "../db/sql.js";
import type { RowText } from "../execution/rows.js";

/** Rows that one query reads: few enough for memory, and enough that the query itself costs little. */
const rowsOfPage = 2_000;

/** Before every uuid. */
const first = "00000000-0000-0000-0000-000000000000";

/** The JSON of all rows of a type that are not retracted, ordered by id, some at a time. */
export async function* pagesOf(snapshot: Database, row: RowText): AsyncGenerator<string[], void> {
  const { alias, json, type } = row;
  for (let after = first; ; ) {
    const rows = await snapshot.query<{ id: string; json: string | null }>(
      sql`select ${alias}."id", ${json} as "json" from ${raw(`"${type}"`)} ${alias}
        where ${alias}."id" > ${after}::uuid and ${alias}."retractedAt" is null
        order by ${alias}."id" limit ${raw(String(rowsOfPage))}`,
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ json }) => finishedRow(row, json));
    if (rows.length < rowsOfPage) return;
    after = last.id;
  }
}

function finishedRow({ type, finished }: RowText, json: string | null): string {
  if (json === null) throw new Error(`A row of ${type} lacks a value that it must have`);
  return finished(json);
}

/** How many rows all files will have, roughly: for progress. */
export async function expectedRows(snapshot: Database, types: readonly string[]): Promise<number> {
  const counts = types.map((type) => sql`(select count(*) from ${raw(`"${type}"`)} where "retractedAt" is null)`);
  const [row] = await snapshot.query<{ count: number }>(
    sql`select ${counts.reduce((sum, count) => sql`${sum} + ${count}`)} as "count"`,
  );
  return row?.count ?? 0;
}

/** When the snapshot was taken, and the last migration that the database has. */
export async function snapshotFacts(snapshot: Database): Promise<{ takenAt: Date; schemaVersion: string }> {
  const [facts] = await snapshot.query<{ takenAt: Date; schemaVersion: string }>(
    sql`select now() as "takenAt", (select max("migration_name") from "_prisma_migrations"
      where "finished_at" is not null and "rolled_back_at" is null) as "schemaVersion"`,
  );
  if (!facts) throw new Error("A query of one row returned none");
  return facts;
}
