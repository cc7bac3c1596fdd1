import type { Readable } from "node:stream";
import { isEmpty } from "../../import/seeds.js";
import { modules } from "../../modules/index.js";
import { buildApiSchema } from "../../modules/schema.js";
import { createServer, type Server } from "../../server.js";
import { readQuestions } from "../serve/questions.js";
import { commandLog, type Setting } from "../setting.js";
import { BadInput } from "../terminal/exit-codes.js";
import { outputTo } from "../terminal/output.js";
import { table } from "../terminal/table.js";
import { withDatabase } from "../with-database.js";

export interface AskOptions {
  readonly csv?: true;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly output?: string;
}

/** The person who runs commands on the database may read all of it. */
const allRows = Number.MAX_SAFE_INTEGER;

/**
 * Answers a standard question as a server does at /q, in this process.
 *
 * @param given its variables, each as `name=value`
 * @throws {BadInput} when there is no such question or variable, or the answer is an error
 */
export async function ask(
  name: string | undefined,
  given: readonly string[],
  options: AskOptions,
  setting: Setting,
): Promise<void> {
  const { terminal } = setting;
  const examples = await readQuestions();
  if (name === undefined) {
    for (const line of table(examples.map((one) => [one.name ?? "", one.title]))) terminal.out(line);
    return;
  }
  const address = addressOf(name, given, options);
  const log = commandLog(setting);
  await withDatabase(setting.env(), terminal, log, async (database) => {
    if (await isEmpty(database))
      terminal.err("Nothing is recorded yet: `standpoint seed` records the dossiers of Standpoint.");
    const schema = buildApiSchema(modules);
    const server = await createServer({ schema, database, log, examples, limits: { rows: allRows } });
    try {
      await outputTo(options.output, terminal, (write) => answerTo(write, server, address));
    } finally {
      await server.close();
    }
  });
}

function addressOf(name: string, given: readonly string[], { csv, asOf, knownAt }: AskOptions): string {
  const parameters = new URLSearchParams();
  for (const variable of given) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(variable) ?? [];
    if (key === undefined || value === undefined)
      throw new BadInput(`"${variable}" is not a variable: write it as name=value`);
    parameters.append(key, value);
  }
  if (asOf !== undefined) parameters.set("asOf", asOf);
  if (knownAt !== undefined) parameters.set("knownAt", knownAt);
  return `/q/${encodeURIComponent(name)}.${csv ? "csv" : "json"}?${parameters}`;
}

async function answerTo(write: (text: string) => Promise<void>, server: Server, url: string): Promise<void> {
  const response = await server.fastify.inject({ url, payloadAsStream: true });
  const stream: Readable = response.stream().setEncoding("utf8");
  const isTable = response.headers["content-type"]?.toString().startsWith("text/csv");
  if (isTable) {
    for await (const part of stream) await write(part);
    return;
  }
  let text = "";
  for await (const part of stream) text += part;
  const { errors } = JSON.parse(text) as { errors?: readonly { message: string }[] }; // a GraphQL result
  if (errors) throw new BadInput(errors.map(({ message }) => message).join("\n"));
  await write(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
}
