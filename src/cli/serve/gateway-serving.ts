import { createGateway } from "../../federation/gateway/gateway.js";
import { subgraphsOf } from "../../federation/gateway/subgraphs.js";
import { readSupergraph } from "../../federation/supergraph-file.js";
import { modules } from "../../modules/index.js";
import { buildApiSchema } from "../../modules/schema.js";
import type { Setting } from "../setting.js";
import { BadInput } from "../terminal/exit-codes.js";
import { table } from "../terminal/table.js";
import { defaultPort, listen, patienceWithin, untilStopped } from "./listening.js";
import { startOperating } from "./operating.js";
import { howToAsk, missionQuestion } from "./question-to-try.js";
import { documentsFrom, readQuestions } from "./questions.js";
import { siteFrom } from "./site.js";

/** Serves the supergraph until a signal says to stop. Needs no database, and no subgraph to be there yet. */
export async function serveGateway(setting: Setting): Promise<void> {
  const { terminal } = setting;
  const env = setting.env();
  const log = setting.log(env.logLevel, env.logLines);
  const supergraph = await readSupergraph();
  const subgraphs = addressed(subgraphsOf(supergraph), env.subgraphUrls);
  await untilStopped({ terminal, log, grace: env.stopGrace }, async (parts) => {
    const examples = await readQuestions();
    const operating = await startOperating(env, log, parts, examples);
    const gateway = parts.add(
      await createGateway({
        supergraph,
        api: buildApiSchema(modules),
        urls: Object.fromEntries(subgraphs),
        subgraphTimeout: env.subgraphTimeout,
        trustedProxies: env.trustedProxies,
        limits: env.limits,
        log,
        examples,
        costLimits: operating.costLimits,
        answerCache: env.answerCache,
        observer: operating.observer("gateway"),
        documents: await documentsFrom(env),
        site: await siteFrom(env),
        patience: patienceWithin(env.stopGrace),
      }),
    );
    const address = await listen(gateway, env.host, env.port ?? defaultPort);
    return [
      "",
      `The gateway runs at ${address}/graphql. Press Ctrl-C to stop.`,
      ...operating.lines,
      `Its subgraphs (${address}/health/ready lists those that are not ready):`,
      "",
      ...table([...subgraphs]),
      "",
      ...howToAsk(`${address}/graphql`, missionQuestion),
      "",
    ];
  });
}

function addressed(known: Map<string, string>, given: Readonly<Record<string, string>> = {}): Map<string, string> {
  const unknown = Object.keys(given).filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new BadInput(
      `SUBGRAPH_URLS: there is no subgraph ${unknown.join(", ")}. The subgraphs are ${[...known.keys()].join(", ")}`,
    );
  return new Map([...known, ...Object.entries(given)]);
}
