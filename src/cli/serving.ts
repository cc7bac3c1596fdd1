import type { Logger } from "pino";
import type { Database } from "../db/database.js";
import type { Env } from "../env.js";
import { buildApiSchema } from "../graphql/schema.js";
import { isEmpty, loadSeeds } from "../import/seeds.js";
import { modules } from "../modules/index.js";
import { createServer, type Server } from "../server.js";
import { PortUnavailable } from "./failure.js";
import { readQuestions } from "./questions.js";
import type { Setting } from "./setting.js";
import { stopSignal } from "./stop-signal.js";
import type { Terminal } from "./terminal.js";
import { openMigrated, whereData } from "./with-database.js";

/** Answers questions until a signal says to stop; then lets requests under way finish, and closes the database. */
export async function serve(setting: Setting): Promise<void> {
  const { terminal } = setting;
  const env = setting.env();
  const log = setting.log(env.logLevel);
  const database = await openMigrated(env, terminal, log);
  try {
    if (env.seed && (await isEmpty(database))) await seed(database, terminal);
    const server = await createServer({
      schema: buildApiSchema(modules),
      database,
      log,
      examples: await readQuestions(),
    });
    await run(server, env, database, terminal, log);
  } finally {
    await database.close();
  }
}

async function seed(database: Database, terminal: Terminal): Promise<void> {
  terminal.err("Recording the dossiers that come with Standpoint …");
  await loadSeeds(database);
}

async function run(server: Server, env: Env, database: Database, terminal: Terminal, log: Logger): Promise<void> {
  const stop = stopSignal();
  try {
    const address = await listen(server, env);
    for (const line of greeting(address, whereData(env), await aQuestion(database))) terminal.out(line);
    log.info({ signal: await stop.signal }, "stopping");
    terminal.err("Stopping: requests under way may finish; once more Ctrl-C stops at once.");
  } finally {
    await server.close();
    stop.forget();
  }
}

async function listen(server: Server, { host, port }: Env): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? listenFailures[String(error.code)] : undefined;
    throw reason === undefined ? error : new PortUnavailable(`Cannot listen on ${host}:${port}: ${reason}`);
  }
}

const listenFailures: Record<string, string> = {
  EADDRINUSE: "something else listens there. Stop it, or set PORT to another port (PORT=0 takes a free one)",
  EACCES: "this port needs more rights. Set PORT to one above 1023",
  EADDRNOTAVAIL: "no network interface of this machine has that address. Set HOST to 127.0.0.1 or 0.0.0.0",
  ENOTFOUND: "that host is unknown. Set HOST to 127.0.0.1 or 0.0.0.0",
};

const missionQuestion = '{ proposal(slug: "two-state-solution") { title supporters { nodes { name } } } }';
const anyQuestion = "{ proposals(first: 5) { nodes { slug title supporters { totalCount } } } }";

async function aQuestion(database: Database): Promise<string> {
  const known = await database.prisma.proposal.count({ where: { slug: "two-state-solution" } });
  return known > 0 ? missionQuestion : anyQuestion;
}

function greeting(address: string, data: string, question: string): string[] {
  const url = `${address}/graphql`;
  return [
    "",
    `Standpoint answers at ${url}`,
    `Its data is ${data}. Ctrl-C stops it.`,
    "",
    `Open ${url} in a browser, or ask from a shell:`,
    "",
    `  curl -s ${url} -H 'content-type: application/json' \\`,
    `    -d '${JSON.stringify({ query: question })}'`,
    "",
  ];
}
