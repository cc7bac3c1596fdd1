import { type Logger, pino } from "pino";
import type { Env } from "../env.js";
import { readEnv } from "../env.js";
import type { Terminal } from "./terminal.js";

/** What every command works with. */
export interface Setting {
  readonly terminal: Terminal;
  /** The variables, read when a command runs: `--help` needs none of them. */
  env(): Env;
  /** Structured, on standard error. */
  log(level: Env["logLevel"]): Logger;
}

export function processSetting(terminal: Terminal): Setting {
  return {
    terminal,
    env: () => readEnv(process.env),
    log: (level) => pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2)),
  };
}

/** Whether stack traces are wanted. Read apart from the rest, since the rest may be what is wrong. */
export const wantsStacks = (): boolean => ["debug", "trace"].includes(process.env.LOG_LEVEL ?? "");

/** The log of a command that ends: quiet, unless the variable asks for more; its default is for servers. */
export const commandLog = (setting: Setting): Logger =>
  setting.log(process.env.LOG_LEVEL ? setting.env().logLevel : "warn");
