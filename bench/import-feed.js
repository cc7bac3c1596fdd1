/**
 * What the feed of changes costs an import of votes: `standpoint import un-votes` as it is, and into a database that appends
 * nothing to the feed, in turn, on databases of their own, which are removed.
 *
 *   npm run build && node bench/import-feed.js FOLDER [rounds] [share]
 *
 * `share` 4 imports a quarter of the roll calls. Linux only, with a Postgres server on the same machine (DATABASE_URL, else
 * a local one): processor time is read from /proc, for the process and for the session of the database that it uses.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { median } from "./load.js";
import { sessionPids } from "./record.js";
import { temporaryDatabase } from "./temporary-database.js";
import { processorTimes } from "./usage.js";
import { copyShare } from "./votes.js";

const [folder, rounds = "2", share = "1"] = process.argv.slice(2);
if (!folder) throw new Error("usage: node bench/import-feed.js FOLDER [rounds] [share]");
const program = "bin/standpoint.js";
const withoutFeed = `drop trigger changes_insert on "Revision"; drop trigger changes_insert on "ImportBatch"`;
const often = 20; // milliseconds: what a session did after the last look at it is not counted

async function measure(data, isFed) {
  const { config, remove } = await temporaryDatabase();
  const env = { ...process.env, DATABASE_URL: config.url };
  execFileSync("node", [program, "migrate"], { env, stdio: "ignore" });
  const client = new pg.Client({ connectionString: config.url });
  await client.connect();
  try {
    if (!isFed) await client.query(withoutFeed);
    const words = [program, "import", "un-votes", data, "--report", join(scratch, "report.csv")];
    const began = performance.now();
    const child = spawn("node", words, { env, stdio: "ignore" });
    const ended = once(child, "exit");
    const used = new Map();
    while (child.exitCode === null) {
      for (const [pid, time] of processorTimes([child.pid, ...(await sessionPids(client))]))
        if (time !== undefined) used.set(pid, time);
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, often))]);
    }
    // 4: rows were rejected, as some of the real data are.
    if (![0, 4].includes(child.exitCode)) throw new Error(`The import ended with ${child.exitCode}`);
    const wall = (performance.now() - began) / 1000;
    const own = used.get(child.pid) / 1000;
    const all = [...used.values()].reduce((sum, time) => sum + time, 0) / 1000;
    const { rows } = await client.query(`select count(*)::int as "changes" from "Change"`);
    return { wall, own, postgres: all - own, both: all, ...rows[0] };
  } finally {
    await client.end();
    await remove();
  }
}

const scratch = mkdtempSync(join(tmpdir(), "standpoint-bench-"));
try {
  const data = Number(share) > 1 ? join(scratch, "share") : folder;
  if (data !== folder) await copyShare(folder, data, Number(share));
  const ratios = [];
  for (let round = 1; round <= Number(rounds); round += 1) {
    const [fed, unfed] = [await measure(data, true), await measure(data, false)];
    const told = ["wall", "own", "postgres", "both"].map((what) => {
      const ratio = fed[what] / unfed[what];
      return `${what} ${fed[what].toFixed(1)} / ${unfed[what].toFixed(1)} s = ${ratio.toFixed(2)}`;
    });
    console.log(`round ${round}, ${fed.changes} changes: ${told.join(", ")}`);
    ratios.push(fed.both / unfed.both);
  }
  console.log(`The feed takes ${median(ratios).toFixed(2)} times the processor time (the middle round)`);
} finally {
  rmSync(scratch, { recursive: true });
}
