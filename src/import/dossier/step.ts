import type { ImportOptions } from "./import.js";

/** How far an import is. */
export interface ImportStep {
  readonly what: "Reading" | "Checking" | "Recording";
  readonly rows: number;
  /** From 0 to 1. */
  readonly share: number;
}

/** Between two pieces of the work: tells how far it is, or ends it where that is wanted. */
export function goOn({ signal, onProgress }: ImportOptions, step: ImportStep): void {
  signal?.throwIfAborted();
  onProgress?.(step);
}
