import type { Env } from "../../env.js";
import { type Part, startFederated } from "../../federation/federated.js";
import { modules } from "../../modules/index.js";
import type { Server } from "../../server.js";
import type { Setting } from "../setting.js";
import { table } from "../terminal/table.js";
import { openMigrated, whereData } from "../with-database.js";
import { answerCommands } from "./answering-commands.js";
import { howToWrite } from "./how-to-write.js";
import { defaultPort, listen, patienceWithin, untilStopped } from "./listening.js";
import { startOperating } from "./operating.js";
import { howToAsk, questionFor } from "./question-to-try.js";
import { documentsFrom, readQuestions } from "./questions.js";
import { seed } from "./seeding.js";
import { siteFrom } from "./site.js";

/** Serves every subgraph and the gateway from this process until a signal says to stop. */
export async function serveFederated(setting: Setting): Promise<void> {
  const { terminal } = setting;
  const env = setting.env();
  const log = setting.log(env.logLevel, env.logLines);
  await untilStopped({ terminal, log, grace: env.stopGrace }, async (parts) => {
    const examples = await readQuestions();
    const operating = await startOperating(env, log, parts, examples);
    const database = operating.watched(parts.add(await openMigrated(env, terminal, log, { replicas: env.replicas })));
    await answerCommands(database, log);
    await seed(env, database, terminal);
    const federated = parts.add(
      await startFederated({
        modules,
        database,
        log,
        examples,
        costLimits: operating.costLimits,
        answerCache: env.answerCache,
        observer: operating.observer,
        documents: await documentsFrom(env),
        site: await siteFrom(env),
        tokens: env.tokens,
        webhookNetworks: env.webhookNetworks,
        subgraphTimeout: env.subgraphTimeout,
        patience: patienceWithin(env.stopGrace),
        trustedProxies: env.trustedProxies,
        limits: env.limits,
        listen: (server, part) => listenAs(part, server, env),
      }),
    );
    const [[, url] = ["", ""]] = federated.addresses;
    return [
      "",
      `Standpoint runs at ${url}: a gateway and ${modules.length} subgraphs, all in this process.`,
      `Database: ${whereData(env)}. Press Ctrl-C to stop.`,
      ...operating.lines,
      "",
      ...table(federated.addresses),
      "",
      ...howToAsk(url, await questionFor(database)),
      "",
      ...(await howToWrite(database, env)),
    ];
  });
}

/** The subgraphs count up from the gateway's port, and only this machine reaches them. */
function listenAs(part: Part, server: Server, { host, port = defaultPort }: Env): Promise<string> {
  if (part.kind === "gateway") return listen(server, host, port, "The gateway");
  return listen(server, "127.0.0.1", port === 0 ? 0 : port + 1 + part.index, `The subgraph "${part.name}"`);
}
