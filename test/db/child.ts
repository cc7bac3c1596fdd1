import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterAll } from "@jest/globals";

/** A process of its own that runs the build. */
export interface Child {
  pid: number;
  /** The next line that it prints; fails when it ends before. */
  line(): Promise<string>;
  /** Gives it a line to read. */
  say(text: string): void;
  /** Kills it as a crash would, and waits until it is gone. */
  kill(): Promise<void>;
}

const children: Child[] = [];
afterAll(() => Promise.all(children.map((child) => child.kill())));

/** Starts a process with this script, which may import what `dist` names: `import { x } from "dist/db/x.js"`. */
export function startChild(script: string): Child {
  const dist = new URL("../../dist/", import.meta.url).href;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script.replaceAll('"dist/', `"${dist}`)], {
    stdio: ["pipe", "pipe", "inherit"],
    cwd: new URL("../..", import.meta.url),
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.stdin.on("error", () => undefined); // it may have ended
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const started: Child = {
    pid: child.pid ?? 0,
    line: async () => {
      const { done, value } = await lines.next();
      if (done) throw new Error("The process ended");
      return value;
    },
    say: (text) => void child.stdin.write(`${text}\n`),
    kill: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
  children.push(started);
  return started;
}
