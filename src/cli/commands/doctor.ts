import { Command } from "commander";
import type { Setting } from "../setting.js";

export const doctorCommand = (setting: Setting): Command =>
  new Command("doctor")
    .description("check what a server needs, and say what to do about what is not right; changes nothing")
    .option("--json", "write the findings as JSON")
    .addHelpText(
      "after",
      `
It checks the environment variables, the connection to the database, its version, encoding and collations, the migrations, the
clocks, the replicas, Redis, the keys of access tokens, the hosts of saved webhooks and the ports. On the embedded database it
also checks the data folder: who may use it, which process has it, and the free space.

Examples:
  $ standpoint doctor
  $ DATABASE_URL=postgres://standpoint@localhost/standpoint standpoint doctor --json

Exit codes:
  0  done: nothing is wrong, or there are only warnings
  1  something unexpected went wrong
  2  the command is not right
  3  there are problems: a server would not start, or would not do all that it should`,
    )
    .action(async (options: { json?: boolean }) => {
      const { doctor } = await import("../doctor/doctor.js"); // as for `serve`
      await doctor(options, setting);
    });
