/**
 * What `standpoint backup` and `restore` cost beside the least that Postgres can do: `psql` that copies the same tables to
 * plain files, and from them into tables with the same indexes. Both in turn, so that a busy machine slows both.
 *
 *   npm run build && DATABASE_URL=postgres://127.0.0.1/a_large_record node bench/backup.js [rounds]
 *
 * Needs `psql`, Linux (CPU time is read from /proc) and a superuser of a server on this machine. The database is only read; those that it makes are dropped.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [rounds = "3"] = process.argv.slice(2);
const source = process.env.DATABASE_URL;
if (!source) throw new Error("usage: DATABASE_URL=postgres://… node bench/backup.js [rounds]");
const scratch = mkdtempSync(join(tmpdir(), "standpoint-bench-"));
const at = (name) => Object.assign(new URL(source), { pathname: `/${name}` }).href;
const psql = (url, ...words) =>
  execFileSync("psql", [url, "-qAt", "-v", "ON_ERROR_STOP=1", ...words], { encoding: "utf8", maxBuffer: 1e8 });

/** The CPU seconds of a process so far; undefined once it has ended. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

/** The server's processes that work on a database. */
function backends(name) {
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(` ${name} `);
    } catch {
      return false;
    }
  });
}

/** Runs a program on a database: its wall time, and the CPU time of it and of the server's processes. */
async function measured(database, program, words) {
  const start = performance.now();
  const env = { ...process.env, DATABASE_URL: at(database) };
  const child = spawn(program, words, { env, stdio: ["ignore", "ignore", "inherit"] });
  const cpu = new Map();
  const look = () => {
    for (const pid of [...backends(database), String(child.pid)]) cpu.set(pid, cpuSeconds(pid) ?? cpu.get(pid));
  };
  const watch = setInterval(look, 50);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  const client = cpu.get(String(child.pid)) ?? 0;
  const all = [...cpu.values()].reduce((sum, seconds) => sum + (seconds ?? 0), 0);
  return { wall: (performance.now() - start) / 1000, cpu: all, client };
}

const name = new URL(source).pathname.slice(1);
const tables = psql(
  source,
  "-c",
  `select format('%I.%I', schemaname, tablename) || ' (' || (select string_agg(quote_ident(attname), ', ' order by attnum)
     from pg_attribute where attrelid = format('%I.%I', schemaname, tablename)::regclass and attnum > 0 and not attisdropped
     and attgenerated = '') || ')' from pg_tables where schemaname in ('public', 'history') and tablename <> '_prisma_migrations'`,
)
  .trim()
  .split("\n");
const fileOf = (index) => join(scratch, `${index}.copy`);
const copies = (direction) =>
  tables.flatMap((table, index) => ["-c", `\\copy ${table} ${direction} '${fileOf(index)}'`]);
const backup = join(scratch, "backup.tar");
const standpoint = (...words) => [process.execPath, ["bin/standpoint.js", ...words]];

/** Makes a database for one restore, and drops it. */
async function onEmpty(isMigrated, work) {
  const target = `backup_bench_${process.pid}`;
  psql(source, "-c", `create database ${target}`);
  try {
    if (isMigrated) {
      execFileSync(...standpoint("migrate"), { env: { ...process.env, DATABASE_URL: at(target) }, stdio: "ignore" });
    }
    return await work(target);
  } finally {
    psql(source, "-c", `drop database ${target} with (force)`);
  }
}

const replica = ["-c", "set session_replication_role = replica"];
const works = {
  "copy to": () => measured(name, "psql", [source, "-q", ...copies("to")]),
  backup: () => measured(name, ...standpoint("backup", backup)),
  "copy from": () =>
    onEmpty(true, (target) => measured(target, "psql", [at(target), "-q", "-1", ...replica, ...copies("from")])),
  restore: () => onEmpty(false, (target) => measured(target, ...standpoint("restore", backup))),
};

const results = Object.fromEntries(Object.keys(works).map((work) => [work, []]));
try {
  for (let round = 0; round < Number(rounds); round++) {
    for (const [work, run] of Object.entries(works)) {
      const result = await run();
      results[work].push(result);
      const [wall, cpu, client] = [result.wall, result.cpu, result.client].map((seconds) => seconds.toFixed(2));
      console.log(`${work.padEnd(10)} ${wall} s, CPU ${cpu} s, of which the program ${client} s`);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
for (const [ours, theirs] of [
  ["backup", "copy to"],
  ["restore", "copy from"],
]) {
  const ratio = (key) =>
    median(results[ours].map((result, round) => result[key] / results[theirs][round][key])).toFixed(2);
  console.log(`${ours} / ${theirs}: ${ratio("wall")} of the time, ${ratio("cpu")} of the CPU time`);
}
