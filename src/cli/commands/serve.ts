import cluster from "node:cluster";
import { Command, InvalidArgumentError } from "commander";
import type { Setting } from "../setting.js";
import { servingFromDatabaseHelp } from "../terminal/environment-help.js";
import { BadInput, exitCodesHelp } from "../terminal/exit-codes.js";

export const serveCommand = (setting: Setting): Command =>
  new Command("serve")
    .description("run the server: the pages, and at /graphql the API and the GraphiQL playground")
    .option("--module <name>", "run only the subgraph of this module, for a gateway (see `standpoint gateway`)")
    .option(
      "--workers <number>",
      "the number of processes that share the port, 1 to 64; requires a Postgres server",
      workerCount,
    )
    .addHelpText(
      "after",
      `
Environment (all optional):
  PORT              the port. Default: 4000; with --module, one for each module from 4001
  HOST              the address to listen on; 0.0.0.0 is reachable from other machines. Default: 127.0.0.1
${servingFromDatabaseHelp}

Example:
  $ PORT=8080 standpoint serve
  $ DATABASE_URL=postgres://standpoint@localhost/standpoint standpoint serve --workers 4
  $ DATABASE_URL=postgres://standpoint@localhost/standpoint standpoint serve --module actors

Ctrl-C waits for running requests to finish; a second Ctrl-C stops at once.

${exitCodesHelp}`,
    )
    .action(async ({ module, workers = 1 }: { module?: string; workers?: number }) => {
      if (module !== undefined && workers > 1)
        throw new BadInput(
          "--workers cannot be combined with --module. Start several processes of the subgraph instead, each on its own port",
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
