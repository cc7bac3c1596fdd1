/** The exit codes of the process. */
export const exitCodes = { done: 0, unexpected: 1, badInput: 2, unavailable: 3, leftOut: 4, stopped: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodesHelp = `Exit codes:
  0  done
  1  something unexpected went wrong
  2  the command, an environment variable or a file is not right; nothing was changed
  3  the database, Redis or the port cannot be had: in use, unreachable, lost meanwhile, or of another version
  4  an import left something out: rows that it rejected, or facts that contradict the record; the rest is done
  130  stopped by Ctrl-C or SIGTERM: a dossier is recorded whole or not at all; of votes what was recorded stays`;

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
