import { Command } from "commander";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const seedCommand = (setting: Setting): Command =>
  new Command("seed")
    .description("record the dossiers and votes that come with Standpoint; again it changes nothing")
    .addHelpText(
      "after",
      `
\`standpoint serve\` does this by itself where nothing is recorded yet, unless SEED=false. Beside other things on record,
such as the votes of \`standpoint import un-votes\`, they add what is missing; what others wrote stays. After an
interrupted first start, this command records the rest.

Example:
  $ DATA_DIR=/var/lib/standpoint standpoint seed

${exitCodesHelp}`,
    )
    .option("--overwrite", "take what they say also where somebody else has changed the record since")
    .action(async (options: { overwrite?: boolean }) => {
      const { seedOnly } = await import("../files/seeding.js"); // as for `serve`
      await seedOnly(options, setting);
    });
