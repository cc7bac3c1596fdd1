import type { Change } from "../../record/changes.js";
import type { Authorship } from "../../record/record.js";

/** How far an import is. */
export interface ImportStep {
  readonly what: "Reading" | "Checking" | "Recording";
  readonly rows: number;
  /** From 0 to 1. */
  readonly share: number;
}

export interface ImportOptions extends Authorship {
  /** Checks and compares, and records nothing. */
  readonly dryRun?: boolean;
  /** Takes what the files say also where somebody else has changed the record since. */
  readonly overwrite?: boolean;
  /** The import that all entries belong to, as in `Revision.importer`; that of each file's title where it is left out. */
  readonly importer?: string;
  /** With more positions than this, new ones by roll call are one change of the feed and have no revision; 10,000. */
  readonly bulkFrom?: number;
  readonly onProgress?: (step: ImportStep) => void;
  /** Stops it where it is: nothing is recorded, and the reason of the signal is thrown. */
  readonly signal?: AbortSignal;
  /** Told of each entry that is recorded or revised, or would be. */
  readonly onChange?: (change: Change) => void;
}

/** Between two pieces of the work: reports progress, or ends the work if it was stopped. */
export function goOn({ signal, onProgress }: ImportOptions, step: ImportStep): void {
  signal?.throwIfAborted();
  onProgress?.(step);
}
