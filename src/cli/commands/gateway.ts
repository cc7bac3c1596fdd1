import { Command } from "commander";
import { exitCodesHelp } from "../failure.js";
import type { Setting } from "../setting.js";

export const gatewayCommand = (setting: Setting): Command =>
  new Command("gateway")
    .description("answer questions by asking subgraphs, which `standpoint serve --module` runs; needs no database")
    .addHelpText(
      "after",
      `
Environment (all optional):
  PORT              4000
  HOST              127.0.0.1; 0.0.0.0 to be reached from other machines
  SUBGRAPH_URLS     actors=http://…/graphql,sources=http://…/graphql for those that are not on this machine's ports 4001 and up
  SUBGRAPH_TIMEOUT  15000: milliseconds that one question to a subgraph may take; all of a request's may take 5 seconds more
  LOG_LEVEL         info; trace, debug, warn, error, fatal, silent

Example:
  $ SUBGRAPH_URLS=actors=http://actors.internal:4000/graphql standpoint gateway

Ctrl-C lets requests under way finish; a second one stops at once.

${exitCodesHelp}`,
    )
    .action(async () => {
      const { serveGateway } = await import("../gateway-serving.js"); // as for `serve`
      await serveGateway(setting);
    });
