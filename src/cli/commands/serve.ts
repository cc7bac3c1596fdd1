import { Command } from "commander";
import { exitCodesHelp } from "../failure.js";
import type { Setting } from "../setting.js";

export const serveCommand = (setting: Setting): Command =>
  new Command("serve")
    .description("answer questions over HTTP: GraphiQL for browsers and the API for clients, at /graphql")
    .option("--module <name>", "only the subgraph of this module, for a gateway; see `standpoint gateway`")
    .addHelpText(
      "after",
      `
Environment (all optional):
  PORT          4000; with --module 4001 and up, one for each module
  HOST          127.0.0.1; 0.0.0.0 to be reached from other machines
  DATABASE_URL  postgres://…; without it the embedded database in DATA_DIR is used
  DATA_DIR      .standpoint
  SEED          unset: record the dossiers that come with Standpoint where nothing is recorded yet; true: also beside what
                is recorded, of which they change nothing; false: never (as with --module)
  JWKS_URL, JWT_ISSUER, JWT_AUDIENCE  all three, to take tokens beside API keys: whose, and made for whom
  WEBHOOK_NETWORKS  private networks in which webhooks may be, such as "10.0.0.0/8 fd00::/8"; only public addresses without it
  LOG_LEVEL     info; trace, debug, warn, error, fatal, silent

Example:
  $ PORT=8080 standpoint serve
  $ DATABASE_URL=postgres://standpoint@localhost/standpoint standpoint serve --module actors

Ctrl-C lets requests under way finish; a second one stops at once.

${exitCodesHelp}`,
    )
    .action(async ({ module }: { module?: string }) => {
      // Loaded only here: the server's packages take most of a second, which no other command needs.
      const { serve, serveModule } = await import("../serving.js");
      await (module === undefined ? serve(setting) : serveModule(setting, module));
    });
