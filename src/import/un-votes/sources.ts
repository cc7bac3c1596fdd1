import { v7 } from "uuid";
import type { BulkSession } from "../../db/bulk-session.js";
import { sql } from "../../db/sql.js";
import { recordRevisions } from "./record-revisions.js";

export const sourceSlug = "un-general-assembly-voting-data";
const bodySlug = "un-general-assembly";

/** Who made the data, as its makers ask to be named. */
const source = {
  slug: sourceSlug,
  title:
    'Voeten, Erik, "Data and Analyses of Voting in the UN General Assembly", Routledge Handbook of International ' +
    "Organization, ed. B. Reinalda (2013); Harvard Dataverse hdl:1902.1/12379 (CC0). Packaged by David Robinson and " +
    "Nicholas Goguen-Compagnoni (unvotes, MIT) and Olivier Crave (un-project/un-votes, MIT)",
  publisher: "Harvard Dataverse",
  url: "https://hdl.handle.net/1902.1/12379",
};

/** The ids of the data's source and of the body that voted; what is not on record is recorded. */
export async function sourceAndBody(session: BulkSession): Promise<{ sourceId: string; bodyId: string }> {
  return { sourceId: await sourceId(session), bodyId: await bodyId(session) };
}

async function sourceId(session: BulkSession): Promise<string> {
  const [known] = await session.query<{ id: string }>(sql`select id from "Source" where slug = ${sourceSlug}`);
  if (known) return known.id;
  const id = v7();
  await session.copy(
    "Source",
    [
      "id",
      "slug",
      "title",
      "publisher",
      "url",
      "kind",
      "publishedOn",
      "publishedOnEarliest",
      "publishedOnLatest",
      "language",
    ],
    [
      [
        id,
        source.slug,
        source.title,
        source.publisher,
        source.url,
        "DATASET",
        "2013",
        "2013-01-01",
        "2013-12-31",
        "en",
      ],
    ],
  );
  await recordRevisions(session, "sources", [id]);
  return id;
}

async function bodyId(session: BulkSession): Promise<string> {
  const [known] = await session.query<{ id: string }>(
    // The lock has a merge wait until the roll calls, which name the body, are recorded.
    sql`select body.id from "Actor" named join "Actor" body on body.id = coalesce(named."mergedIntoId", named.id)
      where named.slug = ${bodySlug} for share`,
  );
  if (known) return known.id;
  const id = v7();
  await session.copy(
    "Actor",
    ["id", "slug", "kind", "name"],
    [[id, bodySlug, "ORGANIZATION", "United Nations General Assembly"]],
  );
  await recordRevisions(session, "actors", [id]);
  return id;
}
