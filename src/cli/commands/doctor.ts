import { Command } from "commander";
import type { Setting } from "../setting.js";

export const doctorCommand = (setting: Setting): Command =>
  new Command("doctor")
    .description("check everything that a server needs, and report problems with their solutions; changes nothing")
    .option("--json", "write the findings as JSON")
    .addHelpText(
      "after",
      `
It checks the environment variables, the connection to the database, its version, encoding and collations, the migrations, the
clocks, the replicas, Redis, the keys of access tokens, the hosts of saved webhooks and the ports. On the embedded database it
also checks the data folder: its permissions, the process that uses it, and the free space.

Examples:
  $ standpoint doctor
  $ DATABASE_URL=postgres://standpoint@localhost/standpoint standpoint doctor --json

Exit codes:
  0  success: there are no problems, or only warnings
  1  unexpected error
  2  the command is not valid
  3  there are problems: a server would not start, or would not work completely`,
    )
    .action(async (options: { json?: boolean }) => {
      const { doctor } = await import("../doctor/doctor.js"); // as for `serve`
      await doctor(options, setting);
    });
