import { Command } from "commander";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const exportCommand = (setting: Setting): Command =>
  new Command("export").description("write the record to a file").addCommand(exportDossierCommand(setting));

const exportDossierCommand = (setting: Setting): Command =>
  new Command("dossier")
    .description("write the entire record as one dossier; importing it elsewhere gives the same content")
    .option(
      "-o, --output <path>",
      "a file (.yaml), or a folder for numbered parts of about 4 MB each (default: standard output)",
    )
    .addHelpText(
      "after",
      `
Retracted entities are left out. The order is always the same, so that two exports can be compared line by line. An existing
file or folder is replaced only once the export is complete.

Examples:
  $ standpoint export dossier --output everything.dossier.yaml
  $ standpoint export dossier --output everything
  $ standpoint import dossier everything

${exitCodesHelp}`,
    )
    .action(async ({ output }: { output?: string }) => {
      const { exportTo } = await import("../files/exporting.js"); // as for `serve`
      await exportTo(output, setting);
    });
