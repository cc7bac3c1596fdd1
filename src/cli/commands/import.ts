import { userInfo } from "node:os";
import { Command } from "commander";
import { importDossiers } from "../../import/dossier/index.js";
import { readDossierFiles } from "../dossier-paths.js";
import { exitCodesHelp } from "../failure.js";
import { reportImport } from "../report.js";
import { commandLog, type Setting } from "../setting.js";
import { withDatabase } from "../with-database.js";
import { importUnVotesCommand } from "./import-un-votes.js";

interface Options {
  author: string;
  reason?: string;
  dryRun?: boolean;
}

export const importCommand = (setting: Setting): Command =>
  new Command("import")
    .description("record what files say, with no running server")
    .addCommand(importDossierCommand(setting))
    .addCommand(importUnVotesCommand(setting));

const importDossierCommand = (setting: Setting): Command =>
  new Command("dossier")
    .description("record dossiers: all of what the files say, or nothing if anything in them is wrong")
    .argument("<file...>", "files in the dossier format (docs/dossiers.md); - is standard input")
    .option("--author <name>", "who makes the changes, for the revisions", defaultAuthor())
    .option("--reason <text>", "why, for the revisions")
    .option("--dry-run", "check the files and tell what would change; change nothing")
    .addHelpText(
      "after",
      `
Files may refer to each other and to what is recorded already. Importing a file again changes nothing; entries that
changed become revisions; what the files do not name is left alone.

Example:
  $ standpoint import dossier seeds/*.dossier.yaml

${exitCodesHelp}`,
    )
    .action((files: string[], options: Options) => importFiles(files, options, setting));

async function importFiles(paths: string[], options: Options, setting: Setting): Promise<void> {
  const { terminal } = setting;
  const files = await readDossierFiles(paths);
  const report = await withDatabase(setting.env(), terminal, commandLog(setting), (database) =>
    importDossiers(database, files, options),
  );
  if (options.dryRun) terminal.out("Nothing was changed. An import would do this:");
  reportImport(report, terminal);
}

function defaultAuthor(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container the user may have no name.
    return "import";
  }
}
