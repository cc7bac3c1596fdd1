import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

/** Where Debian's packages put each version, and where others are found by PATH. */
const debian = "/usr/lib/postgresql";
const folders = [
  ...(existsSync(debian)
    ? readdirSync(debian)
        .sort()
        .reverse()
        .map((version) => join(debian, version, "bin"))
    : []),
  ...(process.env.PATH ?? "").split(":"),
];
const needed = ["initdb", "pg_basebackup", "postgres"];
const bin = folders.find((folder) => needed.every((program) => existsSync(join(folder, program))));

/** Postgres refuses to run as root: then as the user that its package made. */
const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8")) ?? [];
const isRoot = process.getuid?.() === 0;
const owner = isRoot && uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;

/** Why no clusters can be made here; undefined where they can. */
export const noClusters = missing();

function missing(): string | undefined {
  if (bin === undefined) return "no Postgres programs are installed (initdb, pg_basebackup, postgres)";
  return isRoot && !owner ? "Postgres does not run as root, and there is no user postgres" : undefined;
}

const run = async (program: string, ...words: string[]): Promise<void> => {
  await promisify(execFile)(join(bin ?? "", program), words, { ...owner, cwd: tmpdir() });
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || !address) throw new Error("There is no free port");
  return address.port;
}

/** What keeps a cluster small and quick: a test need not outlive a crash of the machine. */
const settings = {
  fsync: "off",
  shared_buffers: "32MB",
  max_connections: "60",
  listen_addresses: "127.0.0.1",
  wal_level: "replica",
  max_wal_senders: "4",
  wal_retrieve_retry_interval: "100ms",
  log_min_messages: "fatal",
};

/** A Postgres server of the test's own, in a folder of its own. */
export class Cluster {
  readonly #folder: string;
  readonly port: number;
  #process: ChildProcess | undefined;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.port = port;
  }

  /** A new, empty one. */
  static async make(): Promise<Cluster> {
    const cluster = await Cluster.#placed();
    await run(
      "initdb",
      "-D",
      cluster.#data,
      "-U",
      "standpoint",
      "--auth=trust",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    );
    await cluster.start();
    return cluster;
  }

  /** A replica of this one, which follows it by streaming. */
  async replica(): Promise<Cluster> {
    const cluster = await Cluster.#placed();
    await run("pg_basebackup", "-d", this.url("postgres"), "-D", cluster.#data, "-R", "--checkpoint=fast", "--no-sync");
    await cluster.start();
    return cluster;
  }

  static async #placed(): Promise<Cluster> {
    const folder = await mkdtemp(join(tmpdir(), "standpoint-cluster-"));
    if (owner) await chown(folder, owner.uid, owner.gid);
    return new Cluster(folder, await freePort());
  }

  get #data(): string {
    return join(this.#folder, "data");
  }

  url(database: string): string {
    return `postgres://standpoint@127.0.0.1:${this.port}/${database}`;
  }

  async start(): Promise<void> {
    const given = { ...settings, port: String(this.port), unix_socket_directories: this.#folder };
    const words = Object.entries(given).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    this.#process = spawn(join(bin ?? "", "postgres"), ["-D", this.#data, ...words], {
      ...owner,
      stdio: "ignore",
      cwd: tmpdir(),
    });
    for (;;) {
      const answers = await this.ask("select 1").then(
        () => true,
        () => false,
      );
      if (answers) return;
      if (this.#process.exitCode !== null) throw new Error("The Postgres server ended while it started");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Stops it at once, as a crash does. */
  async stop(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, "exit");
    running.kill("SIGQUIT");
    await ended;
  }

  /** Runs one statement on its own database, by a connection of its own. */
  async ask(statement: string, database = "postgres"): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: this.url(database) });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
