/** The exit codes of the process. */
export const exitCodes = { done: 0, unexpected: 1, badInput: 2, unavailable: 3, leftOut: 4, stopped: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodesHelp = `Exit codes:
  0  success
  1  unexpected error
  2  the command, an environment variable or a file is not valid; nothing was changed
  3  the database, Redis or the port is not available: in use, unreachable, lost during the command, or of another version
  4  an import skipped rows that it rejected or facts that conflict with the record; the rest was recorded
  130  stopped by Ctrl-C or SIGTERM. A dossier is recorded entirely or not at all; votes recorded so far stay`;

/** The input cannot be used, for example because a file is missing. One line for each reason. */
export class BadInput extends Error {
  override readonly name = "BadInput";
}

/** An import is done, except for rejected rows or conflicts. */
export class RowsLeftOut extends Error {
  override readonly name = "RowsLeftOut";
}

/** A signal stopped the work; finished parts stay. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** A check has found a problem that stops a server; the command has printed it. */
export class ProblemsFound extends Error {
  override readonly name = "ProblemsFound";
}

/** The address to listen on is not available. */
export class PortUnavailable extends Error {
  override readonly name = "PortUnavailable";
}
