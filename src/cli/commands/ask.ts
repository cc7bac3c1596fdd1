import { Command } from "commander";
import type { AskOptions } from "../files/asking.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const askCommand = (setting: Setting): Command =>
  new Command("ask")
    .description("run a standard question on the database and write the answer as JSON or CSV")
    .argument(
      "[name]",
      "the name of the question, such as who-supports-the-two-state-solution (default: list all questions)",
    )
    .argument("[variables...]", "the variables, each as name=value; separate the items of a list with commas")
    .option("--csv", "write all rows of the question's main list as CSV (default: JSON)")
    .option("--as-of <day>", "valid time: positions that were standing on this day, such as 2021-01-27")
    .option("--known-at <moment>", "record time: the record as it was at this time, such as 2026-03-01T12:00:00Z")
    .option("-o, --output <path>", "the file to write (default: standard output)")
    .addHelpText(
      "after",
      `
Examples:
  $ standpoint ask
  $ standpoint ask who-supports-the-two-state-solution
  $ standpoint ask how-many-voted-how-on-a-topic topics=human-rights --csv --output votes.csv

${exitCodesHelp}`,
    )
    .action(async (name: string | undefined, variables: string[], options: AskOptions) => {
      const { ask } = await import("../files/asking.js"); // as for `serve`
      await ask(name, variables, options, setting);
    });
