import { Command } from "commander";
import type { Setting } from "../setting.js";
import { servingHelp } from "../terminal/environment-help.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

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
  REDIS_URL         redis://…: where gateways count together what callers spend; without it each counts by itself
${servingHelp}

Example:
  $ SUBGRAPH_URLS=actors=http://actors.internal:4000/graphql standpoint gateway

Ctrl-C lets requests under way finish; a second one stops at once.

${exitCodesHelp}`,
    )
    .action(async () => {
      const { serveGateway } = await import("../serve/gateway-serving.js"); // as for `serve`
      await serveGateway(setting);
    });
