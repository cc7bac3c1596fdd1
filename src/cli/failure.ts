import { CommanderError } from "commander";
import { DatabaseUnavailable, DataFolderInUse, MigrationError } from "../db/errors.js";
import { EnvError } from "../env.js";
import { ConcurrentRevision, DossierProblems, type FileProblem } from "../import/dossier/index.js";
import { ImportUnderWay, MergedMeanwhile, RowsRejected, UnusableFiles } from "../import/un-votes/index.js";
import type { Terminal } from "./terminal.js";

/** What the process's exit code means. */
export const exitCodes = { done: 0, unexpected: 1, badInput: 2, unavailable: 3, leftOut: 4, stopped: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodesHelp = `Exit codes:
  0  done
  1  something unexpected went wrong
  2  the command, an environment variable or a file is not right; nothing was changed
  3  the database, Redis or the port cannot be had: in use, unreachable, or of another version
  4  an import left something out: rows that it rejected, or facts that somebody else has revised since; the rest is done
  130  stopped by Ctrl-C or SIGTERM: a dossier is recorded whole or not at all; of votes what was recorded stays`;

/** What was given cannot be used: a file that is not there, for instance. One line a reason. */
export class BadInput extends Error {
  override readonly name = "BadInput";
}

/** An import is done, and left out what it could not or may not record. */
export class RowsLeftOut extends Error {
  override readonly name = "RowsLeftOut";
}

/** A signal stopped the work; what it had done stays. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** The address to listen on cannot be had. */
export class PortUnavailable extends Error {
  override readonly name = "PortUnavailable";
}

/** Says what went wrong, as people want to read it; a stack trace only where `debug`. */
export function reportFailure(error: unknown, terminal: Terminal, debug: boolean): ExitCode {
  // Commander said it already, or showed the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
  if (error instanceof DossierProblems) reportProblems(error, terminal);
  else terminal.err(`${terminal.style("red", "error:")} ${told(error)}`);
  if (debug && error instanceof Error) terminal.err(error.stack ?? "");
  return exitCodeOf(error);
}

const known: readonly [error: abstract new (...given: never[]) => Error, code: ExitCode][] = [
  [DossierProblems, exitCodes.badInput],
  [EnvError, exitCodes.badInput],
  [BadInput, exitCodes.badInput],
  [UnusableFiles, exitCodes.badInput],
  [RowsRejected, exitCodes.badInput],
  [RowsLeftOut, exitCodes.leftOut],
  [ImportUnderWay, exitCodes.unavailable],
  [Stopped, exitCodes.stopped],
  [DataFolderInUse, exitCodes.unavailable],
  [DatabaseUnavailable, exitCodes.unavailable],
  [MigrationError, exitCodes.unavailable],
  [PortUnavailable, exitCodes.unavailable],
  [ConcurrentRevision, exitCodes.unexpected],
  [MergedMeanwhile, exitCodes.unexpected],
];

const exitCodeOf = (error: unknown): ExitCode =>
  known.find(([type]) => error instanceof type)?.[1] ?? exitCodes.unexpected;

function told(error: unknown): string {
  const message = error instanceof Error ? error.message.trim() : String(error);
  if (known.some(([type]) => error instanceof type)) return message;
  return `${message || "something unexpected went wrong"}\n  LOG_LEVEL=debug shows where this happened.`;
}

const mostShown = 200;

function reportProblems({ problems, count: all }: DossierProblems, terminal: Terminal): void {
  for (const problem of problems.slice(0, mostShown)) reportProblem(problem, "red", terminal);
  const more = all - Math.min(problems.length, mostShown);
  if (more > 0) terminal.err(`… and ${more} more`);
  const count = all === 1 ? "1 problem" : `${all} problems`;
  terminal.err(`${terminal.style("red", count)}; nothing was recorded`);
}

/** As compilers do: file, line, column, what, and below it what to do. */
export function reportProblem(problem: FileProblem, colour: "red" | "yellow", { err, style }: Terminal): void {
  const { file, line, column, path, message, hint } = problem;
  const what = path ? `${style("bold", path)}: ${message}` : message;
  err(`${style(colour, `${file}:${line}:${column}:`)} ${what}`);
  if (hint) err(`    ${style("dim", hint)}`);
}
