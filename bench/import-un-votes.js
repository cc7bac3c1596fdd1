/**
 * What the whole import costs beside the least that Postgres can do: `psql` that copies the same rows into the same tables
 * and builds the same indexes. Both in one run, in turn, on databases of their own, which are dropped at the end.
 *
 *   npm run build && node bench/import-un-votes.js FOLDER [rounds]
 *
 * Needs `psql`, `pg_dump` and a server that lets us make databases (DATABASE_URL, else postgres://127.0.0.1/postgres).
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

const [folder, rounds = "1"] = process.argv.slice(2);
if (!folder) throw new Error("usage: node bench/import-un-votes.js FOLDER [rounds]");
const server = process.env.DATABASE_URL ?? `postgres://${userInfo().username}@127.0.0.1/postgres`;
const scratch = mkdtempSync(join(tmpdir(), "standpoint-bench-"));
const prefix = `unvotes_bench_${process.pid}`;

const at = (name) => Object.assign(new URL(server), { pathname: `/${name}` }).href;
const psql = (url, ...words) =>
  execFileSync("psql", [url, "-qAt", "-v", "ON_ERROR_STOP=1", ...words], { encoding: "utf8", maxBuffer: 1e8 });
const seconds = (work) => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

/** Imports with the command, as people do; its peak memory is the greatest resident size seen. */
async function ours(name) {
  psql(server, "-c", `create database "${name}"`);
  const env = { ...process.env, DATABASE_URL: at(name) };
  execFileSync("node", ["bin/standpoint.js", "migrate"], { env, stdio: "ignore" });
  const report = join(scratch, "report.csv");
  const start = performance.now();
  const child = spawn("node", ["bin/standpoint.js", "import", "un-votes", folder, "--report", report], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(child.pid));
  }, 100);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  // 4: rows were rejected, as some of the real data are.
  if (code !== 0 && code !== 4) throw new Error(`The import ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, peak, said };
}

function residentMegabytes(pid) {
  try {
    // The kernel's own high-water mark, so that nothing between two looks is missed.
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Copies what our import made; the tables' checks stay, triggers and foreign keys are left out or timed apart. */
function theirs(from, name) {
  psql(server, "-c", `create database "${name}"`);
  const tables = psql(
    at(from),
    "-c",
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
       and table_name <> '_prisma_migrations'`,
  )
    .trim()
    .split("\n");
  const dump = (section) =>
    execFileSync("pg_dump", [at(from), `--section=${section}`], { encoding: "utf8", maxBuffer: 1e8 });
  const script = (file, text) => {
    writeFileSync(join(scratch, file), text);
    return join(scratch, file);
  };
  const later = dump("post-data")
    .split(/;\n/)
    .filter((statement) => /CREATE (UNIQUE )?INDEX|ADD CONSTRAINT/.test(statement));
  const isKey = (statement) => statement.includes("FOREIGN KEY");
  const indexes = script("indexes.sql", `${later.filter((statement) => !isKey(statement)).join(";\n")};\n`);
  const keys = script("keys.sql", `${later.filter(isKey).join(";\n")};\n`);
  const before = script("before.sql", dump("pre-data"));
  const files = tables.map((table) => [table, join(scratch, `${table}.copy`)]);
  for (const [table, file] of files) psql(at(from), "-c", `\\copy "${table}" to '${file}'`);
  psql(at(name), "-f", before);
  const filled = files.filter(([, file]) => statSync(file).size > 0);
  return {
    copy: seconds(() =>
      psql(at(name), ...filled.flatMap(([table, file]) => ["-c", `\\copy "${table}" from '${file}'`])),
    ),
    indexes: seconds(() => psql(at(name), "-f", indexes)),
    keys: seconds(() => psql(at(name), "-f", keys)),
  };
}

const made = [];
try {
  for (let round = 1; round <= Number(rounds); round++) {
    const [mine, plain] = [`${prefix}_${round}_import`, `${prefix}_${round}_psql`];
    made.push(mine, plain);
    const imported = await ours(mine);
    const copied = theirs(mine, plain);
    const least = copied.copy + copied.indexes;
    const tell = (number) => number.toFixed(1);
    console.log(`round ${round}
  import                  ${tell(imported.seconds)} s, peak ${Math.round(imported.peak)} MB
  psql COPY and indexes   ${tell(least)} s (${tell(copied.copy)} + ${tell(copied.indexes)}; foreign keys besides: ${tell(copied.keys)})
  ratio                   ${(imported.seconds / least).toFixed(2)} (with foreign keys ${(imported.seconds / (least + copied.keys)).toFixed(2)})`);
    if (round === 1) console.log(imported.said.trimEnd());
  }
} finally {
  for (const name of made) psql(server, "-c", `drop database if exists "${name}" with (force)`);
  rmSync(scratch, { recursive: true });
}
