import type { Viewer } from "../../auth/viewer.js";
import type { Database } from "../../db/database.js";
import { lastChange } from "../../db/last-change.js";
import { join, raw, type Sql, sql } from "../../db/sql.js";
import type { LookUp, SlugQuery } from "./look-up.js";

/**
 * A look-up in the record, for a caller.
 *
 * @param database the record as it stands now, whichever moment the request is about
 */
export function lookUpIn(database: Database, viewer: Viewer | undefined): LookUp {
  return async ({ slugs, role, history, state }) => ({
    unknown: await unknownSlugs(database, slugs),
    ...(role && { role: viewer?.role ?? null }),
    ...(history && { historyBegins: await historyBegins(database) }),
    ...(state && { state: await lastChange(database) }),
  });
}

/**
 * Whether the record has never had each of some slugs: one query. What was retracted or merged, had another slug earlier,
 * or was recorded only after the moment that a question is about is not unknown: so a slug on record stays on record.
 */
async function unknownSlugs(database: Database, slugs: readonly SlugQuery[]): Promise<boolean[]> {
  if (slugs.length === 0) return [];
  const types = [...new Set(slugs.flatMap((query) => query.types))];
  const byType = types.map((type) => {
    const wanted = slugs.filter((query) => query.types.includes(type)).map(({ slug }) => slug);
    return sql`${having(type, raw(`"${type}"`), wanted)} union ${having(type, raw(`history."${type}"`), wanted)}`;
  });
  const rows = await database.query<{ type: string; slug: string }>(join(byType, " union all "));
  const existing = new Set(rows.map(({ type, slug }) => `${type} ${slug}`));
  return slugs.map((query) => !query.types.some((type) => existing.has(`${type} ${query.slug}`)));
}

function having(type: string, table: Sql, slugs: readonly string[]): Sql {
  return sql`select ${raw(`'${type}'`)} as "type", named."slug" from ${table} named where named."slug" = any(${slugs}::text[])`;
}

/** When the history of the record begins; null where it goes back to the beginning. */
async function historyBegins(database: Database): Promise<string | null> {
  const [row] = await database.query<{ begins: string | null }>(
    sql`select case when isfinite(standpoint_history_begins()) then
      to_char(standpoint_history_begins() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end as "begins"`,
  );
  return row?.begins ?? null;
}
