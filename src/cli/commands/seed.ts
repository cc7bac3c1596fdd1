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
\`standpoint serve\` does this by itself where nothing is recorded yet, unless SEED=false.

Example:
  $ DATA_DIR=/var/lib/standpoint standpoint seed

${exitCodesHelp}`,
    )
    .action(async () => {
      const report = await withDatabase(setting.env(), setting.terminal, commandLog(setting), loadSeeds);
      reportImport(report, setting.terminal);
    });
