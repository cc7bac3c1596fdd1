import type { Logger } from "pino";
import { answeringOf } from "../../answering.js";
import type { Closing } from "../../closing.js";
import type { Database } from "../../db/database.js";
import type { Env } from "../../env.js";
import { createSubgraph } from "../../federation/subgraph-server.js";
import { defaultSubgraphUrl } from "../../federation/subgraph-url.js";
import type { Example } from "../../http/playground/start.js";
import { alerts as alertsModule, servicesForAlerts, startAlerts } from "../../modules/alerts/index.js";
import { modules } from "../../modules/index.js";
import { buildApiSchema } from "../../modules/schema.js";
import { savedQuestionLimits } from "../../operations/limits/limits.js";
import { createServer } from "../../server.js";
import type { Setting } from "../setting.js";
import { BadInput } from "../terminal/exit-codes.js";
import { openForWorker, openMigrated, whereData } from "../with-database.js";
import { answerCommands } from "./answering-commands.js";
import { howToWrite } from "./how-to-write.js";
import { defaultPort, listen, patienceWithin, untilStopped } from "./listening.js";
import { type Operating, startOperating } from "./operating.js";
import { howToAsk, questionFor } from "./question-to-try.js";
import { documentsFrom, readQuestions } from "./questions.js";
import { seed } from "./seeding.js";
import { siteFrom } from "./site.js";
import { shareOf } from "./workers.js";

/** Serves until a signal; then finishes requests in flight and closes the database. */
export async function serve(setting: Setting): Promise<void> {
  const { terminal } = setting;
  const env = setting.env();
  const log = setting.log(env.logLevel, env.logLines);
  await untilStopped({ terminal, log, grace: env.stopGrace }, async (parts) => {
    const examples = await readQuestions();
    const operating = await startOperating(env, log, parts, examples);
    const opened = await openMigrated(env, terminal, log, { replicas: env.replicas });
    const database = operating.watched(parts.add(opened));
    await answerCommands(database, log);
    await seed(env, database, terminal);
    const url = `${await answerAll(env, database, log, parts, { operating, examples })}/graphql`;
    return [
      "",
      `Standpoint runs at ${url}`,
      `Database: ${whereData(env)}. Press Ctrl-C to stop.`,
      ...operating.lines,
      "",
      ...howToAsk(url, await questionFor(database)),
      "",
      ...(await howToWrite(database, env)),
    ];
  });
}

/** Serves as one of several workers until a signal. The parent process migrates and seeds. */
export async function serveAsWorker(setting: Setting, id: number, count: number): Promise<void> {
  const env = setting.env();
  const log = setting.log(env.logLevel).child({ worker: id });
  const quiet = { ...setting.terminal, out: () => undefined, err: () => undefined };
  await untilStopped({ terminal: quiet, log, grace: env.stopGrace }, async (parts) => {
    const examples = await readQuestions();
    const operating = await startOperating(env, log, parts, examples);
    const database = operating.watched(parts.add(await openForWorker({ ...env, ...shareOf(env, count) }, log)));
    await answerAll(env, database, log, parts, { operating, examples });
    return [];
  });
}

/** Has the whole API answered, at the address that it resolves with. */
async function answerAll(
  env: Env,
  database: Database,
  log: Logger,
  parts: Closing,
  { operating, examples }: { operating: Operating; examples: Example[] },
): Promise<string> {
  const schema = buildApiSchema(modules);
  const { tokens, webhookNetworks, trustedProxies, limits } = env;
  const answering = answeringOf(schema, savedQuestionLimits, log);
  const shared = { database, log, answering, webhookNetworks };
  parts.add(await startAlerts(shared));
  const patience = patienceWithin(env.stopGrace);
  const server = parts.add(
    await createServer({
      database,
      log,
      services: servicesForAlerts(shared),
      schema,
      tokens,
      trustedProxies,
      limits,
      patience,
      costLimits: operating.costLimits,
      answerCache: env.answerCache,
      observer: operating.observer("api"),
      examples,
      documents: await documentsFrom(env),
      site: await siteFrom(env),
    }),
  );
  return listen(server, env.host, env.port ?? defaultPort);
}

/** Serves the subgraph of one module. It loads no seeds, since several subgraphs start at once. */
export async function serveModule(setting: Setting, name: string): Promise<void> {
  const { terminal } = setting;
  const module = modules.find((candidate) => candidate.name === name);
  if (!module)
    throw new BadInput(`There is no module "${name}". The modules are ${modules.map((m) => m.name).join(", ")}`);
  const env = setting.env();
  const log = setting.log(env.logLevel, env.logLines);
  await untilStopped({ terminal, log, grace: env.stopGrace }, async (parts) => {
    const operating = await startOperating(env, log, parts, []);
    const opened = await openMigrated(env, terminal, log, { replicas: env.replicas });
    const database = operating.watched(parts.add(opened));
    const schema = buildApiSchema(modules);
    await answerCommands(database, log);
    const { tokens, webhookNetworks, limits } = env;
    const shared = { database, log, answering: answeringOf(schema, savedQuestionLimits, log), webhookNetworks };
    if (name === alertsModule.name) parts.add(await startAlerts(shared));
    const patience = patienceWithin(env.stopGrace);
    const observer = operating.observer(name);
    const config = { database, log, services: servicesForAlerts(shared), tokens, limits, patience, observer };
    const server = parts.add(await createSubgraph(schema, modules, module, config));
    const port = env.port ?? Number(new URL(defaultSubgraphUrl(modules, name)).port);
    const url = `${await listen(server, env.host, port)}/graphql`;
    return [
      "",
      `The subgraph "${name}" runs at ${url}`,
      `Database: ${whereData(env)}. Press Ctrl-C to stop.`,
      ...operating.lines,
      "",
      "It does not limit operations: allow only the gateway to connect to it.",
      "",
    ];
  });
}
