import { Command } from "commander";
import { streamDossier } from "../../import/dossier/index.js";
import { exitCodesHelp } from "../failure.js";
import { outputTo } from "../output.js";
import { commandLog, type Setting } from "../setting.js";
import { withDatabase } from "../with-database.js";

export const exportCommand = (setting: Setting): Command =>
  new Command("export").description("write what is recorded to a file").addCommand(exportDossierCommand(setting));

const exportDossierCommand = (setting: Setting): Command =>
  new Command("dossier")
    .description("write everything on record as one dossier: importing it elsewhere gives the same content")
    .option(
      "-o, --output <file>",
      "write there instead of to standard output; the file is replaced only when all is written",
    )
    .addHelpText(
      "after",
      `
What was retracted is left out. The order is always the same, so that two exports can be compared line by line.

Example:
  $ standpoint export dossier --output everything.dossier.yaml

${exitCodesHelp}`,
    )
    .action(async ({ output }: { output?: string }) => {
      await withDatabase(setting.env(), setting.terminal, commandLog(setting), (database) =>
        outputTo(output, (write) => streamDossier(database, write)),
      );
      if (output !== undefined) setting.terminal.err(`Wrote ${output}`);
    });
