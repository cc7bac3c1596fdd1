import { Command } from "commander";
import { partName, streamDossier } from "../../import/dossier/index.js";
import { exitCodesHelp } from "../failure.js";
import { isFolder, outputTo, outputToFolder } from "../output.js";
import { Progress } from "../progress.js";
import { commandLog, type Setting } from "../setting.js";
import { withDatabase } from "../with-database.js";

export const exportCommand = (setting: Setting): Command =>
  new Command("export").description("write what is recorded to a file").addCommand(exportDossierCommand(setting));

const exportDossierCommand = (setting: Setting): Command =>
  new Command("dossier")
    .description("write everything on record as one dossier: importing it elsewhere gives the same content")
    .option(
      "-o, --output <path>",
      "a file (.yaml), or a folder for a large record: it gets numbered parts of about 4 MB. Standard output without it",
    )
    .addHelpText(
      "after",
      `
What was retracted is left out. The order is always the same, so that two exports can be compared line by line. The file
or folder is replaced only when all is written.

Examples:
  $ standpoint export dossier --output everything.dossier.yaml
  $ standpoint export dossier --output everything
  $ standpoint import dossier everything

${exitCodesHelp}`,
    )
    .action(({ output }: { output?: string }) => exportTo(output, setting));

/** Characters. */
const partSize = 4_000_000;

async function exportTo(output: string | undefined, setting: Setting): Promise<void> {
  const { terminal } = setting;
  const progress = new Progress("Writing", terminal);
  const toFolder = output !== undefined && (await isFolder(output));
  const parts = await withDatabase(setting.env(), terminal, commandLog(setting), async (database) => {
    const onProgress = progress.tell;
    try {
      if (toFolder) {
        return await outputToFolder(output, partName, (write) =>
          streamDossier(database, write, { partSize, onProgress }),
        );
      }
      await outputTo(output, async (write) => {
        await streamDossier(database, (_part, text) => write(text), { onProgress });
      });
      return 1;
    } finally {
      progress.end();
    }
  });
  if (output !== undefined) terminal.err(toFolder ? `Wrote ${output}: ${parts} files` : `Wrote ${output}`);
}
