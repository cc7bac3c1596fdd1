/** What the process's exit code means. */
export const exitCodes = { done: 0, unexpected: 1, badInput: 2, unavailable: 3, leftOut: 4, stopped: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodesHelp = `Exit codes:
  0  done
  1  something unexpected went wrong
  2  the command, an environment variable or a file is not right; nothing was changed
  3  the database, Redis or the port cannot be had: in use, unreachable, lost meanwhile, or of another version
  4  an import left something out: rows that it rejected, or facts that contradict the record; the rest is done
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

/** A check has found what keeps a server from its work; the command has said what. */
export class ProblemsFound extends Error {
  override readonly name = "ProblemsFound";
}

/** The address to listen on cannot be had. */
export class PortUnavailable extends Error {
  override readonly name = "PortUnavailable";
}
