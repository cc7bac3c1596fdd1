import { setFlagsFromString } from "node:v8";
import { type Logger, pino } from "pino";
import type { Env } from "../env.js";
import { readEnv } from "../env.js";
import { boundedLines } from "../log.js";
import type { Terminal } from "./terminal/terminal.js";

/** The setting of a command. Tests make their own, to run commands without starting a process. */
export interface Setting {
  readonly terminal: Terminal;
  /** The environment, not validated. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The environment, validated when a command runs, since `--help` does not need it. */
  env(): Env;
  /** A structured log on standard error, with a limit on the lines of one message in a minute (0: no limit). */
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

/** Whether stack traces are shown. Read separately, since the rest of the environment may be invalid. */
export const wantsStacks = ({ variables }: Setting): boolean => ["debug", "trace"].includes(variables.LOG_LEVEL ?? "");

/** The log of a command that ends: quiet, unless LOG_LEVEL asks for more; its default is for servers. */
export const commandLog = (setting: Setting): Logger =>
  setting.log(setting.variables.LOG_LEVEL ? setting.env().logLevel : "warn");
