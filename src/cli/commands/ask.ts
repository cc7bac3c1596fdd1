import { Command } from "commander";
import type { AskOptions } from "../files/asking.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const askCommand = (setting: Setting): Command =>
  new Command("ask")
    .description("answer a standard question from the database, as JSON or as a CSV table")
    .argument("[name]", "the question, such as who-supports-the-two-state-solution; without it, all are listed")
    .argument("[variables...]", "its variables, each as name=value; a list has commas")
    .option("--csv", "a CSV table of the question's main list, all of it; JSON without this")
    .option("--as-of <day>", "as it stood on this day, such as 2021-01-27")
    .option("--known-at <moment>", "as the record was at this moment, such as 2026-03-01T12:00:00Z")
    .option("-o, --output <path>", "a file; standard output without it")
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
