import { answeringOf } from "../answering.js";
import type { Database } from "../db/database.js";
import type { Env } from "../env.js";
import { createSubgraph } from "../federation/subgraph-server.js";
import { defaultSubgraphUrl } from "../federation/supergraph.js";
import { buildApiSchema } from "../graphql/schema.js";
import { savedQuestionLimits } from "../http/limits.js";
import { DossierProblems } from "../import/dossier/index.js";
import { isEmpty, isSeeded, loadSeeds } from "../import/seeds.js";
import { alerts as alertsModule, startAlerts } from "../modules/alerts/index.js";
import { modules } from "../modules/index.js";
import { createServer } from "../server.js";
import { BadInput } from "./failure.js";
import { howToWrite } from "./how-to-write.js";
import { answerKeyCommands } from "./key-commands.js";
import { defaultPort, listen, patienceWithin, untilStopped } from "./listening.js";
import { howToAsk, questionFor } from "./question-to-try.js";
import { readQuestions } from "./questions.js";
import type { Setting } from "./setting.js";
import type { Terminal } from "./terminal.js";
import { openMigrated, whereData } from "./with-database.js";

/** Answers questions until a signal says to stop; then lets requests under way finish, and closes the database. */
export async function serve(setting: Setting): Promise<void> {
  const { terminal } = setting;
  const env = setting.env();
  const log = setting.log(env.logLevel);
  await untilStopped({ terminal, log, grace: env.stopGrace }, async (parts) => {
    const database = parts.add(await openMigrated(env, terminal, log));
    await answerKeyCommands(database, log);
    await seed(env, database, terminal);
    const schema = buildApiSchema(modules);
    const { tokens, webhookNetworks, trustedProxies, limits } = env;
    const answering = answeringOf(schema, savedQuestionLimits, log);
    const shared = { database, log, answering, webhookNetworks };
    parts.add(await startAlerts(shared));
    const patience = patienceWithin(env.stopGrace);
    const server = parts.add(
      await createServer({
        ...shared,
        schema,
        tokens,
        trustedProxies,
        limits,
        patience,
        examples: await readQuestions(),
      }),
    );
    const url = `${await listen(server, env.host, env.port ?? defaultPort)}/graphql`;
    return [
      "",
      `Standpoint answers at ${url}`,
      `Its data is ${whereData(env)}. Ctrl-C stops it.`,
      "",
      ...howToAsk(url, await questionFor(database)),
      "",
      ...(await howToWrite(database, env)),
    ];
  });
}

/** Serves the subgraph of one module, for a gateway. It records nothing: seven that start at once would all begin to. */
export async function serveModule(setting: Setting, name: string): Promise<void> {
  const { terminal } = setting;
  const module = modules.find((candidate) => candidate.name === name);
  if (!module) throw new BadInput(`There is no module "${name}"; there are ${modules.map((m) => m.name).join(", ")}`);
  const env = setting.env();
  const log = setting.log(env.logLevel);
  await untilStopped({ terminal, log, grace: env.stopGrace }, async (parts) => {
    const database = parts.add(await openMigrated(env, terminal, log));
    await answerKeyCommands(database, log);
    const schema = buildApiSchema(modules);
    const { tokens, webhookNetworks, limits } = env;
    const shared = { database, log, answering: answeringOf(schema, savedQuestionLimits, log), webhookNetworks };
    if (name === alertsModule.name) parts.add(await startAlerts(shared));
    const patience = patienceWithin(env.stopGrace);
    const server = parts.add(await createSubgraph(schema, modules, module, { ...shared, tokens, limits, patience }));
    const port = env.port ?? Number(new URL(defaultSubgraphUrl(modules, name)).port);
    const url = `${await listen(server, env.host, port)}/graphql`;
    return [
      "",
      `The subgraph "${name}" answers at ${url}`,
      `Its data is ${whereData(env)}. Ctrl-C stops it.`,
      "",
      "It is for a gateway, and has none of the limits on questions: let nobody else reach it.",
      "",
    ];
  });
}

/**
 * Records the dossiers that come with Standpoint: where nothing is recorded, and with SEED=true also beside what is. There
 * they add what is missing, and change nothing that somebody else wrote. A record without them gets a hint.
 */
export async function seed({ seed: wanted }: Env, database: Database, terminal: Terminal): Promise<void> {
  if (wanted === false || (await isSeeded(database))) return;
  if (!wanted && !(await isEmpty(database))) {
    terminal.err(
      "The dossiers that come with Standpoint, which most example questions are about, are not in this record:",
    );
    terminal.err("`npx standpoint seed` adds them; SEED=false hides this line.");
    return;
  }
  terminal.err("Recording the dossiers that come with Standpoint …");
  try {
    await loadSeeds(database);
  } catch (error) {
    if (!(error instanceof DossierProblems)) throw error;
    terminal.err("They do not fit this record, and nothing of them was recorded: `npx standpoint seed` shows why.");
  }
}
