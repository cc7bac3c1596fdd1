// The single process twice on one database, without and with kept answers: they are asked in turn.
import { pino } from "pino";
import { openDatabase } from "../dist/db/database.js";
import { migrate } from "../dist/db/migrations/migrate.js";
import { buildApiSchema } from "../dist/graphql/schema.js";
import { loadSeeds, loadSeedVotes } from "../dist/import/seeds.js";
import { modules } from "../dist/modules/index.js";
import { createServer } from "../dist/server.js";
import { answerParent, configOfChild, processorTime } from "./child.js";

const log = pino({ level: "silent" });
const schema = buildApiSchema(modules);
const database = await openDatabase({ ...configOfChild(), log });
await migrate(database, log);
await loadSeeds(database);
await loadSeedVotes(database);

const shared = { schema, database, log, examples: [] };
const servers = { plain: await createServer(shared), kept: await createServer({ ...shared, answerCache: 64 }) };
const urls = {};
for (const [name, server] of Object.entries(servers)) urls[name] = await server.listen({ host: "127.0.0.1", port: 0 });

answerParent(urls, { processorTime }, async () => {
  for (const server of Object.values(servers)) await server.close();
  await database.close();
});
