import type { Logger } from "pino";
import type { Database } from "../../db/database.js";
import { DatabaseUnavailable, DataFolderInUse, MigrationError, reasonOf } from "../../db/errors.js";
import { pendingMigrations } from "../../db/migrations/migrate.js";
import { openDatabase } from "../../db/open.js";
import type { Env } from "../../env.js";
import { webhookFindings } from "../../modules/alerts/index.js";
import { whereData } from "../with-database.js";
import { databaseFacts, newestChange } from "./facts.repository.js";
import { type Finding, ok, problem, warning } from "./finding.js";
import { hasEmbeddedDatabase } from "./folder-checks.js";

/** Checks the database and what is recorded in it. Changes nothing, and makes no database. */
export async function checkDatabase(env: Env, log: Logger): Promise<Finding[]> {
  const { databaseUrl: url, dataDir } = env;
  if (url === undefined && !(await hasEmbeddedDatabase(dataDir))) {
    return [ok("database", `${whereData(env)} does not exist yet: the first start creates it`)];
  }
  let database: Database;
  try {
    database = await openDatabase({ url, dataDir, limits: env.databaseLimits, log });
  } catch (error) {
    return [notOpened(error)];
  }
  try {
    return await checkOpened(env, database);
  } finally {
    await database.close();
  }
}

function notOpened(error: unknown): Finding {
  if (error instanceof DataFolderInUse) {
    const advice = "This is fine while a server runs. To check the database too, stop the server and run doctor again";
    return warning("database", `Not checked, because another process uses the database. ${error.message}`, advice);
  }
  if (!(error instanceof DatabaseUnavailable)) throw error;
  const advice = "Check DATABASE_URL, that the database server runs, and that it accepts this user from this machine";
  return problem("database", error.message, advice);
}

async function checkOpened(env: Env, database: Database): Promise<Finding[]> {
  const asked = Date.now();
  const facts = await databaseFacts(database);
  const answered = Date.now();
  const { version, encoding, locale, megabytes, now } = facts;
  const size = `${megabytes.toLocaleString("en-US")} MB`;
  // Opening it has refused a version, an encoding or a build that Standpoint cannot use.
  const findings = [
    ok("database", `Postgres ${version} responds: ${whereData(env)}, ${size}`),
    ok("locale", `encoding ${encoding}, ICU collations, locale ${locale}`),
    checkClock(now.getTime(), asked, answered),
  ];
  const migrations = await checkMigrations(database);
  findings.push(migrations);
  if (migrations.level !== "ok") return findings;
  findings.push(...checkOrder(await newestChange(database), now));
  findings.push(...(await webhookFindings(database, env.webhookNetworks)));
  return findings;
}

/** Seconds: a token is refused beyond, by the clock of this machine. */
const tolerance = 5;

function checkClock(database: number, asked: number, answered: number): Finding {
  const difference = Math.max(0, asked - database, database - answered) / 1000;
  if (difference <= tolerance) return ok("clock", "the clocks of this machine and of the database agree");
  return warning(
    "clock",
    `the clocks of this machine and of the database differ by ${Math.round(difference)} seconds`,
    "Run a time service (NTP) on both: tokens are checked by this machine's clock, and changes are dated by the database's",
  );
}

function checkOrder(newest: Date | undefined, now: Date): Finding[] {
  if (newest === undefined || newest <= now) return [];
  return [
    warning(
      "recorded",
      `the newest change is dated ${newest.toISOString()}, and the database's clock says ${now.toISOString()}`,
      "Correct the database's clock. Until it passes that time, each new change is dated one millisecond after the newest one",
    ),
  ];
}

async function checkMigrations(database: Database): Promise<Finding> {
  try {
    const pending = await pendingMigrations(database);
    if (pending.length === 0) return ok("migrations", "all are applied");
    const names = pending.slice(0, 3).join(", ");
    return warning(
      "migrations",
      `${pending.length} are not applied: ${names}${pending.length > 3 ? ", …" : ""}`,
      "Write a backup, then run standpoint migrate. standpoint serve also applies them at its start",
    );
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error;
    return problem("migrations", reasonOf(error), "Install the version of Standpoint that last used this database");
  }
}
