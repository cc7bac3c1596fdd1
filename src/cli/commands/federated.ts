import { Command } from "commander";
import type { Setting } from "../setting.js";
import { servingFromDatabaseHelp } from "../terminal/environment-help.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const federatedCommand = (setting: Setting): Command =>
  new Command("federated")
    .description("as serve, but by a subgraph for each module and a gateway before them, all from this one process")
    .addHelpText(
      "after",
      `
Environment (all optional):
  PORT              4000: the gateway's; the subgraphs take the ports that follow, which only this machine reaches
  HOST              127.0.0.1: the gateway's; 0.0.0.0 to be reached from other machines
  SUBGRAPH_TIMEOUT  15000: milliseconds that one question to a subgraph may take
${servingFromDatabaseHelp}

Example:
  $ PORT=8080 standpoint federated

Ctrl-C lets requests under way finish; a second one stops at once.

${exitCodesHelp}`,
    )
    .action(async () => {
      const { serveFederated } = await import("../serve/federated-serving.js"); // as for `serve`
      await serveFederated(setting);
    });
