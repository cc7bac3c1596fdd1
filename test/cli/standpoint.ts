import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

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
  /** Variables beside PATH and HOME; nothing else of the test's own environment is passed on. */
  readonly env?: Record<string, string>;
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test left running, which would keep the tests from ending. */
export function endAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Starts `standpoint` as people do, as a process of its own. */
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

export const run = (words: readonly string[], surroundings?: Surroundings): Promise<Outcome> =>
  start(words, surroundings).done;
