import { readdir, readFile } from "node:fs/promises";
import type { Database } from "../db/database.js";
import { sql } from "../db/sql.js";
import { type DossierFile, type ImportReport, importDossiers } from "./dossier/index.js";

/** Who recorded them, as revisions name it. */
const author = "seeds";

const folder = new URL("../../seeds/", import.meta.url);

/** The dossiers that come with Standpoint. */
async function readSeeds(): Promise<DossierFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".dossier.yaml")).sort();
  return Promise.all(
    names.map(async (name) => ({ path: `seeds/${name}`, text: await readFile(new URL(name, folder), "utf8") })),
  );
}

/** Imports the dossiers that come with Standpoint; again it changes nothing. */
export async function loadSeeds(database: Database): Promise<ImportReport> {
  return importDossiers(database, await readSeeds(), { author });
}

/** Whether the dossiers that come with Standpoint were ever imported. */
export async function seedsAreRecorded(database: Database): Promise<boolean> {
  const [row] = await database.query<{ recorded: boolean }>(
    sql`select exists (select from "Revision" where author = ${author}) as recorded`,
  );
  return row?.recorded === true;
}

/** Whether nothing was ever recorded. */
export async function isEmpty(database: Database): Promise<boolean> {
  const [row] = await database.query<{ empty: boolean }>(
    sql`select not (exists (select from "Actor") or exists (select from "Source") or exists (select from "Revision")) as empty`,
  );
  return row?.empty === true;
}
