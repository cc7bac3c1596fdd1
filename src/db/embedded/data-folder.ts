import { createHash, randomBytes } from "node:crypto";
import { chmod, lstat, mkdir, readdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DataFolderInUse } from "../errors.js";
import { type Answering, askAt, type FolderSocket, listenOn } from "./folder-socket.js";

/** A data folder that this process has locked. */
export interface DataFolder {
  release: () => Promise<void>;
  /**
   * Answers other processes of the same user from now on, which ask by `askHolder`: they cannot use the folder themselves.
   * (On Windows anybody may read the pipe, but only this user and administrators may write to it, and so ask.)
   */
  answer: (answering: Answering) => Promise<void>;
}

/** The holder of a data folder, as other processes see it. */
interface Holder {
  pid: number;
  command: string;
  since: string;
}

const ATTEMPTS = 100;

/**
 * Locks a data folder for this process, or fails at once with the name of its holder.
 *
 * The holder listens on a Unix socket of its own in `<dataDir>/lock`; whether it lives is whether the kernel lets others
 * connect, so that a killed process leaves nothing that blocks the next one. Each process listens first and then looks
 * at the others: of two that start together at least one sees the other, and of two that see each other the lesser name
 * goes on. Names are never used twice, so a dead one can be removed at any time. (Rejected: a file with a pid, which
 * outlives its process and whose pid is reused.)
 *
 * @throws DataFolderInUse naming the holder
 */
export async function takeDataFolder(dataDir: string): Promise<DataFolder> {
  const folder = await realpath(dataDir);
  return process.platform === "win32" ? takePipe(folder) : takeSocket(folder);
}

/**
 * Asks the process that has a data folder.
 *
 * @param within milliseconds for the answer, a minute by default; 0 is no limit
 * @returns undefined if no process has it, or its holder does not answer
 */
export async function askHolder(dataDir: string, question: string, within?: number): Promise<string | undefined> {
  const folder = await realpath(dataDir);
  if (process.platform === "win32") return askAt(pipeOf(folder), question, within);
  const sockets = socketFolder(folder);
  for (const file of await readdir(sockets)) {
    const answer = file.endsWith(".sock") ? await askAt(join(sockets, file), question, within) : undefined;
    if (answer !== undefined) return answer;
  }
  return undefined;
}

async function takeSocket(folder: string): Promise<DataFolder> {
  const sockets = socketFolder(folder);
  await mkdir(sockets, { recursive: true, mode: 0o700 });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const name = `${process.pid}-${randomBytes(4).toString("hex")}`;
    const note = join(sockets, `${name}.json`);
    const path = join(sockets, `${name}.sock`);
    const socket = await listenOn(path);
    const release = (): Promise<void> => socket.close().then(() => rm(note, { force: true }));
    try {
      if (await isFree(folder, sockets, name)) {
        await writeWhole(note, JSON.stringify(thisProcess()));
        return { release, answer: (answering) => answerIfPrivate(socket, path, answering) };
      }
    } catch (error) {
      await release();
      throw error;
    }
    await release();
    await sleep(10 + Math.random() * 40);
  }
  throw new DataFolderInUse(`The data folder ${folder} is being opened by other processes; try again`);
}

/** Waits until no other process wants the folder; false if this one should step back. Throws if another has it. */
async function isFree(folder: string, sockets: string, name: string): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const files = await readdir(sockets);
    // Another process took this one for dead, between the creation of its socket and listening.
    if (!files.includes(`${name}.sock`)) return false;
    const names = new Set(files.map((file) => file.split(".")[0] ?? file));
    names.delete(name);
    const rivals = await living(sockets, names);
    if (rivals.length === 0) return true;
    for (const rival of rivals) {
      const holder = await readHolder(join(sockets, `${rival}.json`));
      if (holder) throw inUse(folder, holder);
    }
    if (rivals.some((rival) => rival < name)) return false;
    await sleep(10);
  }
  return false;
}

/** The names whose processes are alive. Files of dead processes are removed. */
async function living(sockets: string, names: Iterable<string>): Promise<string[]> {
  const alive: string[] = [];
  for (const name of names) {
    if (await isAlive(join(sockets, `${name}.sock`))) {
      alive.push(name);
    } else {
      await rm(join(sockets, `${name}.json`), { force: true });
      await rm(join(sockets, `${name}.sock`), { force: true });
    }
  }
  return alive;
}

/** On Windows a named pipe belongs to one process and disappears with it. */
async function takePipe(folder: string): Promise<DataFolder> {
  const note = join(folder, "holder.json");
  try {
    const pipe = await listenOn(pipeOf(folder));
    await writeWhole(note, JSON.stringify(thisProcess()));
    return {
      release: () => rm(note, { force: true }).then(() => pipe.close()),
      answer: async (answering) => pipe.answer(answering),
    };
  } catch (error) {
    if (!hasCode(error, "EADDRINUSE")) throw error;
    throw inUse(folder, await readHolder(note));
  }
}

/**
 * A socket's path is limited to about 104 bytes; where the folder's is too long, its sockets stand in /tmp: not in
 * os.tmpdir(), which TMPDIR sets, so that two processes could each look elsewhere and both take the folder.
 */
function socketFolder(folder: string): string {
  const inside = join(folder, "lock");
  const longest = join(inside, "4294967295-ffffffff.sock");
  return Buffer.byteLength(longest) <= 100 ? inside : `/tmp/standpoint-${fingerprint(folder)}`;
}

const pipeOf = (folder: string): string => `\\\\.\\pipe\\standpoint-${fingerprint(folder)}`;

/**
 * Only this user may connect, by the socket's own mode as by its folder's. In /tmp, however, somebody else may have made the
 * folder before, and could put another socket in the place of ours: then nobody is answered.
 */
async function answerIfPrivate(socket: FolderSocket, path: string, answering: Answering): Promise<void> {
  const { uid, mode } = await lstat(dirname(path));
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0) return;
  await chmod(path, 0o600);
  socket.answer(answering);
}

const fingerprint = (folder: string): string => createHash("sha256").update(folder).digest("hex").slice(0, 24);

/** Asks the kernel alone, so a holder too busy to answer counts as alive. */
function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const tell = (alive: boolean): void => {
      resolve(alive);
      socket.destroy();
    };
    socket.on("connect", () => tell(true));
    socket.on("error", (error) => tell(!hasCode(error, "ECONNREFUSED") && !hasCode(error, "ENOENT")));
  });
}

/** Null if there is none yet: the process is still checking whether it may have the folder. */
async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

function thisProcess(): Holder {
  const [script = "node", ...words] = process.argv.slice(1);
  // Only the command's words: options may contain secrets.
  const end = words.findIndex((word) => word.startsWith("-"));
  const command = [basename(script, ".js"), ...words.slice(0, end === -1 ? 2 : Math.min(end, 2))].join(" ");
  return { pid: process.pid, command, since: new Date().toISOString() };
}

function inUse(folder: string, holder: Holder | null): DataFolderInUse {
  const who = holder ? `process ${holder.pid} (${holder.command}) since ${holder.since}` : "another process";
  return new DataFolderInUse(
    `The data folder ${folder} is used by ${who}. Stop it first, or set DATA_DIR to another folder`,
  );
}

const hasCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException | null)?.code === code;
