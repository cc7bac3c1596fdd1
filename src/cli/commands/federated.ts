import { Command } from "commander";
import type { Setting } from "../setting.js";
import { servingFromDatabaseHelp } from "../terminal/environment-help.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const federatedCommand = (setting: Setting): Command =>
  new Command("federated")
    .description("run a subgraph for each module and a gateway in one process, instead of a single server")
    .addHelpText(
      "after",
      `
Environment (all optional):
  PORT              the gateway's port; the subgraphs use the ports after it, on this machine only. Default: 4000
  HOST              the gateway's address; 0.0.0.0 is reachable from other machines. Default: 127.0.0.1
  SUBGRAPH_TIMEOUT  longest time of a request to a subgraph, in milliseconds. Default: 15000
${servingFromDatabaseHelp}

Example:
  $ PORT=8080 standpoint federated

Ctrl-C waits for running requests to finish; a second Ctrl-C stops at once.

${exitCodesHelp}`,
    )
    .action(async () => {
      const { serveFederated } = await import("../serve/federated-serving.js"); // as for `serve`
      await serveFederated(setting);
    });
