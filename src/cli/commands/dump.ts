import { Command } from "commander";
import type { DumpCommandOptions } from "../files/dumping.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const dumpCommand = (setting: Setting): Command =>
  new Command("dump")
    .description("write everything that the API returns to a folder: one NDJSON file per type, and a manifest")
    .argument("<folder>", "a new folder, or the folder of an earlier dump, which is replaced")
    .option("--gzip", "compress the files, which then end in .ndjson.gz")
    .option("--license <id>", "the license of the data, for the manifest: an SPDX identifier such as CC-BY-4.0")
    .addHelpText(
      "after",
      `
The folder is one snapshot of the record. It appears once all files are complete, or not at all. It contains what the API
returns without credentials: no API keys, drafts, saved questions, webhooks or authors. The manifest contains the cursor at
which the feed of changes continues, so that a dump and the feed together keep an exact copy (docs/dumps.md).

The command also works while a server runs. On the embedded database, that server writes the dump and answers no other
requests until it is written.

Examples:
  $ standpoint dump standpoint-dump
  $ standpoint dump --gzip --license CC-BY-4.0 /srv/www/dumps/latest

${exitCodesHelp}`,
    )
    .action(async (folder: string, options: DumpCommandOptions) => {
      const { dumpToFolder } = await import("../files/dumping.js"); // as for `serve`
      await dumpToFolder(folder, options, setting);
    });
