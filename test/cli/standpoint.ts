import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { runCommand } from "../../src/cli/main.js";
import type { Setting } from "../../src/cli/setting.js";
import { readEnv } from "../../src/env.js";

const bin = fileURLToPath(new URL("../../bin/standpoint.js", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Outcome {
  /** The exit code; of a process that a signal ended, the signal's name. */
  readonly code: number | string | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly done: Promise<Outcome>;
  /** Resolves once standard output has this text; rejects if the process ends before. */
  said(text: string): Promise<string>;
}

export interface Surroundings {
  /** The environment; a process has PATH and HOME beside it. */
  readonly env?: Record<string, string>;
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test left running, which would keep the tests from ending. */
export function endAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Starts `standpoint` as people do, as a process: it loads 2,000 files, so do this only where the process matters. */
export function start(words: readonly string[], { env = {}, input = "", cwd = root }: Surroundings = {}): Running {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [bin, ...words], { cwd, env: { PATH, HOME, ...env } });
  running.add(child);
  child.on("close", () => running.delete(child));
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdin.on("error", () => undefined).end(input);
  const done = new Promise<Outcome>((resolve) => {
    child.on("close", (code, signal) => resolve({ code: code ?? signal, out, err }));
  });
  const said = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => out.includes(text) && resolve(out);
      child.stdout.on("data", look);
      child.on("close", () => reject(new Error(`It ended without saying "${text}": ${out}${err}`)));
      look();
    });
  return { child, done, said };
}

/** Runs a command as a process of its own, until it ends. */
export const runProcess = (words: readonly string[], surroundings?: Surroundings): Promise<Outcome> =>
  start(words, surroundings).done;

/** Runs a command in this process, as `bin/standpoint.js` does, with these surroundings instead of the process's. */
export async function run(words: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const { setting, said } = settingOf(surroundings);
  const before = process.cwd();
  process.chdir(surroundings.cwd ?? root);
  try {
    return { code: await runCommand(words, setting), ...said() };
  } finally {
    process.chdir(before);
  }
}

/** The setting of a command that runs in this process, and what the command has written so far. */
export function settingOf({ env = {}, input = "" }: Surroundings = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const setting: Setting = {
    terminal: {
      out: (line) => void out.push(`${line}\n`),
      err: (line) => void err.push(`${line}\n`),
      write: async (text) => void out.push(text),
      input: async function* () {
        yield Buffer.from(input);
      },
      style: (_style, text) => text,
    },
    variables: env,
    env: () => readEnv(env),
    log: (level) => pino({ level, base: undefined }, { write: (line) => void err.push(line) }),
    collectEarlier: () => undefined,
  };
  return { setting, said: () => ({ out: out.join(""), err: err.join("") }) };
}
