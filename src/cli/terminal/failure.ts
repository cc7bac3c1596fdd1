import { BackupProblem } from "../../backup/manifest.js";
import { DatabaseUnavailable, DataFolderInUse, MigrationError, OutcomeUnknown } from "../../db/errors.js";
import { DumpFolderProblem } from "../../dump/manifest.js";
import { EnvError } from "../../env.js";
import { ConcurrentRevision, DossierProblems, type FileProblem } from "../../import/dossier/index.js";
import { MapProblems } from "../../import/tables/index.js";
import { ImportUnderWay, MergedMeanwhile, RowsRejected, UnusableFiles } from "../../import/votes/index.js";
import { CannotWrite } from "../../whole.js";
import {
  BadInput,
  type ExitCode,
  exitCodes,
  PortUnavailable,
  ProblemsFound,
  RowsLeftOut,
  Stopped,
} from "./exit-codes.js";
import type { Terminal } from "./terminal.js";

/** Says what went wrong, as people want to read it; a stack trace only where `debug`. */
export function reportFailure(error: unknown, terminal: Terminal, debug: boolean): ExitCode {
  if (error instanceof DossierProblems) reportProblems(error, terminal);
  else terminal.err(`${terminal.style("red", "error:")} ${told(error)}`);
  if (debug && error instanceof Error) terminal.err(error.stack ?? "");
  return exitCodeOf(error);
}

const known: readonly [error: abstract new (...given: never[]) => Error, code: ExitCode][] = [
  [DossierProblems, exitCodes.badInput],
  [EnvError, exitCodes.badInput],
  [BadInput, exitCodes.badInput],
  [BackupProblem, exitCodes.badInput],
  [DumpFolderProblem, exitCodes.badInput],
  [CannotWrite, exitCodes.badInput],
  [UnusableFiles, exitCodes.badInput],
  [MapProblems, exitCodes.badInput],
  [RowsRejected, exitCodes.badInput],
  [RowsLeftOut, exitCodes.leftOut],
  [ImportUnderWay, exitCodes.unavailable],
  [Stopped, exitCodes.stopped],
  [DataFolderInUse, exitCodes.unavailable],
  [DatabaseUnavailable, exitCodes.unavailable],
  [MigrationError, exitCodes.unavailable],
  [PortUnavailable, exitCodes.unavailable],
  [ProblemsFound, exitCodes.unavailable],
  [ConcurrentRevision, exitCodes.unexpected],
  [MergedMeanwhile, exitCodes.unexpected],
];

const exitCodeOf = (error: unknown): ExitCode =>
  known.find(([type]) => error instanceof type)?.[1] ?? exitCodes.unexpected;

function told(error: unknown): string {
  const message = error instanceof Error ? error.message.trim() : String(error);
  if (error instanceof OutcomeUnknown) {
    const what = "The connection was lost during the commit, so it is unknown whether the change was recorded";
    return `${message}\n  ${what}.\n  Run the command again: this is safe, because nothing is recorded twice.`;
  }
  if (known.some(([type]) => error instanceof type)) return message;
  return `${message || "an unexpected error occurred"}\n  LOG_LEVEL=debug shows where this happened.`;
}

/** How many problems a terminal shows. */
export const mostShown = 200;

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
