import { setFlagsFromString } from "node:v8";
import { type Logger, pino } from "pino";
import type { Env } from "../env.js";
import { readEnv } from "../env.js";
import { boundedLines } from "../log.js";
import type { Terminal } from "./terminal/terminal.js";

/** What every command works with. Tests make their own, and run commands without starting a process. */
export interface Setting {
  readonly terminal: Terminal;
  /** The environment, as it is written. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The environment, checked when a command runs: `--help` needs none of it. */
  env(): Env;
  /** Structured, on standard error; of one message, so many lines in a minute (0: all). */
  log(level: Env["logLevel"], lines?: number): Logger;
  /**
   * For work on very many rows: the heap grows by half of what is in use before it is collected. By default Node lets it grow
   * to four times that, which saves little time, and a process of 100 MB takes 500.
   */
  collectEarlier(): void;
}

/** The setting of a process: its streams and its environment. */
export function processSetting(terminal: Terminal): Setting {
  return {
    terminal,
    variables: process.env,
    env: () => readEnv(process.env),
    log: (level, lines = 0) => {
      const hooks = boundedLines(lines);
      return pino({ level, hooks, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
    },
    collectEarlier: () => setFlagsFromString("--heap-growing-percent=50"),
  };
}

/** Whether stack traces are shown. Read apart from the rest of the environment, which may be what is wrong. */
export const wantsStacks = ({ variables }: Setting): boolean => ["debug", "trace"].includes(variables.LOG_LEVEL ?? "");

/** The log of a command that ends: quiet, unless LOG_LEVEL asks for more; its default is for servers. */
export const commandLog = (setting: Setting): Logger =>
  setting.log(setting.variables.LOG_LEVEL ? setting.env().logLevel : "warn");
