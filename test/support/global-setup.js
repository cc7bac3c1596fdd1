import { embeddedTemplates } from "./embedded-templates.js";
import { findServer, postgresTemplates } from "./postgres-templates.js";

/**
 * Before the tests: finds the database for them and makes the templates that each test file copies.
 *
 * A Postgres server is used where DATABASE_URL names one, or where one answers at PGHOST and PGPORT (127.0.0.1:5432), and
 * the embedded database otherwise, or with TEST_DATABASE=embedded. What a test makes on the other one, it names.
 */
export default async function setUp() {
  const server = process.env.TEST_DATABASE === "embedded" ? null : await findServer(process.env);
  const embedded = await embeddedTemplates({ seeded: server === null });
  const postgres = server && (await postgresTemplates(server));
  const where = server ? `Postgres ${server.version} at ${server.place}` : "the embedded database";
  process.stderr.write(`Tests run on ${where}.\n`);
  // Read by test/support/database.ts: workers inherit the environment.
  process.env.STANDPOINT_TEST_TEMPLATES = JSON.stringify({
    embedded: embedded.files,
    postgres: postgres?.databases,
  });
  globalThis.removeTemplates = async () => {
    await embedded.remove();
    await postgres?.remove();
  };
}
