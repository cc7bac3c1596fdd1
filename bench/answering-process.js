// The single process and the subgraphs, on one database: they are asked in turn, so one process can be both.
import { pino } from "pino";
import { migrate } from "../dist/db/migrations/migrate.js";
import { openDatabase } from "../dist/db/open.js";
import { createSubgraph } from "../dist/federation/subgraph-server.js";
import { loadSeeds } from "../dist/import/seeds.js";
import { modules } from "../dist/modules/index.js";
import { buildApiSchema } from "../dist/modules/schema.js";
import { createServer } from "../dist/server.js";
import { answerParent, configOfChild, processorTime } from "./child.js";

const log = pino({ level: "silent" });
const schema = buildApiSchema(modules);
const database = await openDatabase({ ...configOfChild(), log });
await migrate(database, log);
await loadSeeds(database);

const single = await createServer({ schema, database, log, examples: [] });
const servers = new Map([["single", single]]);
for (const module of modules)
  servers.set(module.name, await createSubgraph(schema, modules, module, { database, log }));
const urls = {};
for (const [name, server] of servers) urls[name] = `${await server.listen({ host: "127.0.0.1", port: 0 })}/graphql`;

answerParent(urls, { processorTime }, async () => {
  for (const server of servers.values()) await server.close();
  await database.close();
});
