import { loadSeeds, loadSeedVotes } from "../../import/seeds.js";
import { commandLog, type Setting } from "../setting.js";
import { RowsLeftOut } from "../terminal/exit-codes.js";
import { reportImport, tellConflicts } from "../terminal/report.js";
import { reportVotes } from "../terminal/votes-report.js";
import { withDatabase } from "../with-database.js";

/** Records the dossiers and the votes that come with Standpoint, and says what became of them. */
export async function seedOnly({ overwrite = false }: { overwrite?: boolean }, setting: Setting): Promise<void> {
  const { terminal } = setting;
  const { report, votes } = await withDatabase(setting.env(), terminal, commandLog(setting), async (database) => ({
    report: await loadSeeds(database, overwrite),
    votes: await loadSeedVotes(database, { overwrite }),
  }));
  reportImport(report, terminal);
  reportVotes(votes, undefined, terminal);
  tellConflicts(report);
  if (votes.rejected + votes.conflicts > 0) {
    throw new RowsLeftOut(`${votes.rejected} votes were rejected and ${votes.conflicts} conflict with the record`);
  }
}
