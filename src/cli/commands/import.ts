import { userInfo } from "node:os";
import { Command } from "commander";
import { type ImportStep, importDossiers } from "../../import/dossier/index.js";
import { findDossierFiles } from "../dossier-paths.js";
import { exitCodesHelp } from "../failure.js";
import { Progress } from "../progress.js";
import { reportChange, reportImport } from "../report.js";
import { commandLog, type Setting } from "../setting.js";
import type { Terminal } from "../terminal.js";
import { withDatabase } from "../with-database.js";
import { importUnVotesCommand } from "./import-un-votes.js";

interface Options {
  author: string;
  reason?: string;
  dryRun?: boolean;
  overwrite?: boolean;
}

export const importCommand = (setting: Setting): Command =>
  new Command("import")
    .description("record what files say, with no running server")
    .addCommand(importDossierCommand(setting))
    .addCommand(importUnVotesCommand(setting));

const importDossierCommand = (setting: Setting): Command =>
  new Command("dossier")
    .description("record dossiers: all of what the files say, or nothing if anything in them is wrong")
    .argument("<path...>", "files in the dossier format (docs/dossiers.md), or folders of them; - is standard input")
    .option("--author <name>", "who makes the changes, for the revisions", defaultAuthor())
    .option("--reason <text>", "why, for the revisions")
    .option("--overwrite", "take what the files say also where somebody else has changed the record since")
    .option("--dry-run", "check the files and show each difference; change nothing")
    .addHelpText(
      "after",
      `
Files may refer to each other and to what is recorded already. Importing a file again changes nothing; entries that
changed become revisions; what the files do not name is left alone. What somebody else wrote since stays as it is: each
such conflict is shown, and --overwrite takes the file's value.

Examples:
  $ standpoint import dossier --dry-run harbour.dossier.yaml
  $ standpoint import dossier seeds

${exitCodesHelp}`,
    )
    .action((files: string[], options: Options) => importFiles(files, options, setting));

async function importFiles(paths: string[], options: Options, setting: Setting): Promise<void> {
  const { terminal } = setting;
  const { files, close } = await findDossierFiles(paths);
  try {
    if (options.dryRun) terminal.out("Nothing is changed. An import would do this:");
    const report = await withDatabase(setting.env(), terminal, commandLog(setting), (database) =>
      withProgress(terminal, (onProgress) =>
        importDossiers(database, files, {
          ...options,
          onProgress,
          onChange: options.dryRun ? (change) => reportChange(change, terminal) : undefined,
        }),
      ),
    );
    reportImport(report, terminal);
  } finally {
    await close();
  }
}

/** Shows how far each step of an import is. */
async function withProgress<Result>(
  terminal: Terminal,
  work: (onProgress: (step: ImportStep) => void) => Promise<Result>,
): Promise<Result> {
  let progress: Progress | undefined;
  try {
    return await work(({ what, ...step }) => {
      if (progress?.what !== what) progress = new Progress(what, terminal);
      progress.tell(step);
    });
  } finally {
    progress?.end();
  }
}

function defaultAuthor(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container the user may have no name.
    return "import";
  }
}
