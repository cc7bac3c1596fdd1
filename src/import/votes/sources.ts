import { sql } from "../../db/sql.js";
import type { BulkSession } from "../../db/writing/bulk-session.js";
import type { CopyRow } from "../../db/writing/copy-text.js";
import type { Ids } from "../../record/entities/define.js";
import type { Entry } from "../../record/entities/index.js";
import { entities } from "../../record/entities/index.js";
import { newId } from "../../record/new-id.js";
import { UnusableFiles } from "./read/unusable-files.js";
import { recordRevisions } from "./write/record-revisions.js";

export const sourceSlug = "un-general-assembly-voting-data";
const bodySlug = "un-general-assembly";

/** The last session of the releases that the default source describes. */
export const lastSessionOfSource = 75;

/** Who made the data, as its makers ask to be named. */
export const usualSource: Entry<"sources"> = {
  slug: sourceSlug,
  title:
    'Voeten, Erik, "Data and Analyses of Voting in the UN General Assembly", Routledge Handbook of International ' +
    "Organization, ed. B. Reinalda (2013); Harvard Dataverse hdl:1902.1/12379 (CC0). Packaged by David Robinson and " +
    "Nicholas Goguen-Compagnoni (unvotes, MIT) and Olivier Crave (un-project/un-votes, MIT)",
  publisher: "Harvard Dataverse",
  url: "https://hdl.handle.net/1902.1/12379",
  kind: "DATASET",
  publishedOn: "2013",
  language: "en",
};

/** The source to which an import attributes what it records: the slug of one on record, or one to record. */
export type SourceChoice = string | Entry<"sources">;

export interface DataSource {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

/**
 * The source of the data. One that is not on record is recorded.
 *
 * @throws UnusableFiles where a slug leads to no source
 */
export async function dataSource(session: BulkSession, choice: SourceChoice = usualSource): Promise<DataSource> {
  const slug = typeof choice === "string" ? choice : choice.slug;
  const [known] = await session.query<DataSource & { retracted: boolean }>(
    sql`select id, slug, title, "retractedAt" is not null as retracted from "Source" where slug = ${slug}`,
  );
  if (known?.retracted) throw new UnusableFiles(`The source ${slug} was retracted. Give another one with --source`);
  if (known) return known;
  if (typeof choice === "string") {
    throw new UnusableFiles(
      `No source has the slug ${slug}. Record it first, or give a file that describes it with --source`,
    );
  }
  const row: Record<string, unknown> = { id: newId(), ...entities.sources.row(choice, noIds) };
  const columns = Object.keys(row).filter((column) => row[column] !== undefined);
  const cells = columns.map((column) => row[column]) as CopyRow; // a source's columns are texts
  await session.copy("Source", columns, [cells]);
  const id = String(row.id);
  await recordRevisions(session, "sources", [id]);
  return { id, slug, title: choice.title };
}

/** A source refers to nothing. */
const noIds = {} as Ids;

/** The id of the body that voted. It is recorded where it is not on record. */
export async function bodyThatVoted(session: BulkSession): Promise<string> {
  const [known] = await session.query<{ id: string }>(
    // The lock has a merge wait until the roll calls, which name the body, are recorded.
    sql`select body.id from "Actor" named join "Actor" body on body.id = coalesce(named."mergedIntoId", named.id)
      where named.slug = ${bodySlug} for share`,
  );
  if (known) return known.id;
  const id = newId();
  await session.copy(
    "Actor",
    ["id", "slug", "kind", "name"],
    [[id, bodySlug, "ORGANIZATION", "United Nations General Assembly"]],
  );
  await recordRevisions(session, "actors", [id]);
  return id;
}
