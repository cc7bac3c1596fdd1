import type { Database } from "../../db/database.js";
import type { Env } from "../../env.js";
import { DossierProblems } from "../../import/dossier/index.js";
import { isEmpty, isSeeded, loadSeeds, loadSeedVotes } from "../../import/seeds.js";
import { ImportUnderWay } from "../../import/votes/index.js";
import type { Terminal } from "../terminal/terminal.js";

/**
 * Records the dossiers and the votes that come with Standpoint: where nothing is recorded, and with SEED=true also beside what is. There
 * they add what is missing, and change nothing that somebody else wrote. A record without them gets a hint.
 */
export async function seed({ seed: wanted }: Env, database: Database, terminal: Terminal): Promise<void> {
  if (wanted === false || (await isSeeded(database))) return;
  if (!wanted && !(await isEmpty(database))) {
    terminal.err(
      "This record does not contain the dossiers that come with Standpoint, which most example questions use:",
    );
    terminal.err("`npx standpoint seed` adds them; SEED=false hides this line.");
    return;
  }
  terminal.err("Recording the dossiers and votes that come with Standpoint …");
  try {
    await loadSeeds(database);
    await loadSeedVotes(database);
  } catch (error) {
    // Another process that starts on the same database records the votes.
    if (error instanceof ImportUnderWay) return;
    if (!(error instanceof DossierProblems)) throw error;
    terminal.err("They conflict with this record, so nothing was recorded: `npx standpoint seed` shows why.");
  }
}
