import { Command } from "commander";
import { loadSeeds } from "../../import/seeds.js";
import { exitCodesHelp } from "../failure.js";
import { reportImport } from "../report.js";
import { commandLog, type Setting } from "../setting.js";
import { withDatabase } from "../with-database.js";

export const seedCommand = (setting: Setting): Command =>
  new Command("seed")
    .description("record the dossiers that come with Standpoint; again it changes nothing")
    .addHelpText(
      "after",
      `
\`standpoint serve\` does this by itself where nothing is recorded yet, unless SEED=false. Beside other things on record,
such as the votes of \`standpoint import un-votes\`, the dossiers add what is missing; what others wrote stays.

Example:
  $ DATA_DIR=/var/lib/standpoint standpoint seed

${exitCodesHelp}`,
    )
    .option("--overwrite", "take what they say also where somebody else has changed the record since")
    .action(async ({ overwrite }: { overwrite?: boolean }) => {
      const report = await withDatabase(setting.env(), setting.terminal, commandLog(setting), (database) =>
        loadSeeds(database, overwrite),
      );
      reportImport(report, setting.terminal);
    });
