import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Database } from "../db/database.js";
import { sql } from "../db/sql.js";
import { type DossierFile, type ImportReport, importDossiers } from "./dossier/index.js";
import { importUnVotes, type UnVotesResult } from "./votes/index.js";

const folder = new URL("../../seeds/", import.meta.url);

/** The dossiers that come with Standpoint. */
async function readSeeds(): Promise<DossierFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".dossier.yaml")).sort();
  return Promise.all(
    names.map(async (name) => ({ path: `seeds/${name}`, text: await readFile(new URL(name, folder), "utf8") })),
  );
}

const seeds = "seeds";

/** Imports the dossiers that come with Standpoint; again it changes nothing. `overwrite` as in `importDossiers`. */
export async function loadSeeds(database: Database, overwrite = false): Promise<ImportReport> {
  return importDossiers(database, await readSeeds(), { author: seeds, importer: seeds, overwrite });
}

/**
 * Imports the roll calls that come with Standpoint, which bear on its dossiers; again it changes nothing. After `loadSeeds`,
 * whose states the votes are recorded for.
 *
 * @param options `overwrite` and `reportPath` as in `importUnVotes`
 * @throws ImportUnderWay where another process imports votes
 */
export async function loadSeedVotes(
  database: Database,
  options: { overwrite?: boolean; reportPath?: string } = {},
): Promise<UnVotesResult> {
  return importUnVotes(database, fileURLToPath(new URL("votes", folder)), options);
}

/** Whether nothing was ever recorded. */
export async function isEmpty(database: Database): Promise<boolean> {
  const [row] = await database.query<{ empty: boolean }>(
    sql`select not (exists (select from "Actor") or exists (select from "Source") or exists (select from "Revision")) as empty`,
  );
  return row?.empty === true;
}

/** Whether the dossiers that come with Standpoint were ever recorded. */
export async function isSeeded(database: Database): Promise<boolean> {
  const [row] = await database.query<{ seeded: boolean }>(
    sql`select exists (select from "Revision" where importer = ${seeds}) as seeded`,
  );
  return row?.seeded === true;
}
