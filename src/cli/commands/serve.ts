import cluster from "node:cluster";
import { Command, InvalidArgumentError } from "commander";
import type { Setting } from "../setting.js";
import { servingFromDatabaseHelp } from "../terminal/environment-help.js";
import { BadInput, exitCodesHelp } from "../terminal/exit-codes.js";

export const serveCommand = (setting: Setting): Command =>
  new Command("serve")
    .description("answer questions over HTTP: GraphiQL for browsers and the API for clients, at /graphql")
    .option("--module <name>", "only the subgraph of this module, for a gateway; see `standpoint gateway`")
    .option(
      "--workers <number>",
      "processes that answer on the one port, 1 to 64; needs a Postgres server",
      workerCount,
    )
    .addHelpText(
      "after",
      `
Environment (all optional):
  PORT              4000; with --module 4001 and up, one for each module
  HOST              127.0.0.1; 0.0.0.0 to be reached from other machines
${servingFromDatabaseHelp}

Example:
  $ PORT=8080 standpoint serve
  $ DATABASE_URL=postgres://standpoint@localhost/standpoint standpoint serve --workers 4
  $ DATABASE_URL=postgres://standpoint@localhost/standpoint standpoint serve --module actors

Ctrl-C lets requests under way finish; a second one stops at once.

${exitCodesHelp}`,
    )
    .action(async ({ module, workers = 1 }: { module?: string; workers?: number }) => {
      if (module !== undefined && workers > 1)
        throw new BadInput(
          "--workers: not with --module. Start further processes of the subgraph, each on its own port",
        );
      if (workers > 1 && !cluster.isWorker) {
        const { serveByWorkers } = await import("../serve/workers.js");
        return serveByWorkers(setting, workers);
      }
      // Loaded only here: the server's packages take most of a second, which no other command needs.
      const { serve, serveAsWorker, serveModule } = await import("../serve/serving.js");
      if (cluster.worker && workers > 1) return serveAsWorker(setting, cluster.worker.id, workers);
      return module === undefined ? serve(setting) : serveModule(setting, module);
    });

function workerCount(text: string): number {
  const count = Number(text);
  if (/^\d{1,2}$/.test(text) && count >= 1 && count <= 64) return count;
  throw new InvalidArgumentError("It must be a number from 1 to 64.");
}
