import { Command } from "commander";
import type { Setting } from "../setting.js";
import { servingHelp } from "../terminal/environment-help.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const gatewayCommand = (setting: Setting): Command =>
  new Command("gateway")
    .description("run a gateway in front of subgraphs, which `standpoint serve --module` runs; needs no database")
    .addHelpText(
      "after",
      `
Environment (all optional):
  PORT              the port. Default: 4000
  HOST              the address to listen on; 0.0.0.0 is reachable from other machines. Default: 127.0.0.1
  SUBGRAPH_URLS     the addresses of subgraphs: actors=http://…/graphql,sources=http://…/graphql. Default: the ports from 4001
                    on this machine
  SUBGRAPH_TIMEOUT  longest time of one request to a subgraph, in milliseconds; all requests of an operation can take 5 seconds
                    more. Default: 15000
  REDIS_URL         redis://…, where several gateways count the budgets of clients together. Default: each counts separately
${servingHelp}

Example:
  $ SUBGRAPH_URLS=actors=http://actors.internal:4000/graphql standpoint gateway

Ctrl-C waits for running requests to finish; a second Ctrl-C stops at once.

${exitCodesHelp}`,
    )
    .action(async () => {
      const { serveGateway } = await import("../serve/gateway-serving.js"); // as for `serve`
      await serveGateway(setting);
    });
