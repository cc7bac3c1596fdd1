import { Command } from "commander";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const seedCommand = (setting: Setting): Command =>
  new Command("seed")
    .description("record the dossiers and votes that come with Standpoint; running it again changes nothing")
    .addHelpText(
      "after",
      `
\`standpoint serve\` does this at its start if nothing is recorded yet, unless SEED=false. In a record with other content, such
as the votes of \`standpoint import un-votes\`, the command adds what is missing and leaves changes of other authors as they
are. After an interrupted first start, it records the rest.

Example:
  $ DATA_DIR=/var/lib/standpoint standpoint seed

${exitCodesHelp}`,
    )
    .option("--overwrite", "use the files' value even if someone else has changed the record since")
    .action(async (options: { overwrite?: boolean }) => {
      const { seedOnly } = await import("../files/seeding.js"); // as for `serve`
      await seedOnly(options, setting);
    });
