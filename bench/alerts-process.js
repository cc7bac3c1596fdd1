// The single process with its saved questions, which also saves some, and tells how many have not seen the whole feed.
import { pino } from "pino";
import { answeringOf } from "../dist/answering.js";
import { createApiKey } from "../dist/auth/api-key.repository.js";
import { migrate } from "../dist/db/migrations/migrate.js";
import { openDatabase } from "../dist/db/open.js";
import { sql } from "../dist/db/sql.js";
import { loadSeeds } from "../dist/import/seeds.js";
import { servicesForAlerts, startAlerts } from "../dist/modules/alerts/index.js";
import { modules } from "../dist/modules/index.js";
import { buildApiSchema } from "../dist/modules/schema.js";
import { savedQuestionLimits } from "../dist/operations/limits/limits.js";
import { createServer } from "../dist/server.js";
import { answerParent, configOfChild, processorTime } from "./child.js";

const log = pino({ level: "silent" });
const database = await openDatabase({ ...configOfChild(), log });
await migrate(database, log);
await loadSeeds(database);
const schema = buildApiSchema(modules);
const shared = { database, log, answering: answeringOf(schema, savedQuestionLimits, log), webhookNetworks: [] };
const server = await createServer({ database, log, services: servicesForAlerts(shared), schema, examples: [] });
const alerts = await startAlerts(shared);
const address = await server.listen({ host: "127.0.0.1", port: 0 });
const keyOf = async (name, role) => (await createApiKey(database, { name, role, expiresAt: null })).key;
const keys = { editor: await keyOf("editor", "EDITOR") };
// Nobody may save more than a hundred.
const readers = await Promise.all(Array.from({ length: 10 }, (_, index) => keyOf(`reader-${index}`, "READER")));

const behind = async () => {
  const [{ count }] = await database.query(
    sql`select count(*)::int as count from "Question" where "answeredUpTo" < (select max(sequence) from "Change")`,
  );
  return count;
};
const forget = async () => {
  await database.query(sql`delete from "SavedQuestion"`);
  await database.query(sql`delete from "Question"`);
  return "forgotten";
};
answerParent({ url: `${address}/graphql`, keys, readers }, { processorTime, behind, forget }, async () => {
  await server.close();
  await alerts.close();
  await database.close();
});
