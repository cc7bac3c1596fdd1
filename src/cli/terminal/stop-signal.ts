import { Stopped } from "./exit-codes.js";
import type { Terminal } from "./terminal.js";

/** A second signal this soon is the same one: `npm start` passes on the Ctrl-C that the terminal sent to all. */
const sameWithin = 500;

const numbers: Record<string, number> = { SIGINT: 2, SIGTERM: 15 };

export interface StopSignal {
  /** Resolves with the first SIGINT or SIGTERM; a second one ends the process at once. */
  readonly signal: Promise<NodeJS.Signals>;
  /** Signals do again what they did before. */
  forget(): void;
}

export function stopSignal(): StopSignal {
  let first: number | undefined;
  let resolve: (signal: NodeJS.Signals) => void;
  const signal = new Promise<NodeJS.Signals>((resolved) => {
    resolve = resolved;
  });
  const hear = (heard: NodeJS.Signals) => {
    const now = performance.now();
    if (first !== undefined && now - first > sameWithin) process.exit(128 + (numbers[heard] ?? 0));
    first ??= now;
    resolve(heard);
  };
  process.on("SIGINT", hear).on("SIGTERM", hear);
  return {
    signal,
    forget: () => void process.off("SIGINT", hear).off("SIGTERM", hear),
  };
}

/**
 * For work that can end between two steps: aborted by the first SIGINT or SIGTERM.
 *
 * @param message what the command says once it has ended
 */
export function stoppable(message: string, terminal: Terminal): { readonly signal: AbortSignal; forget(): void } {
  const { signal, forget } = stopSignal();
  const stopping = new AbortController();
  void signal.then(() => {
    terminal.err("Stopping; once more Ctrl-C stops at once, which is safe too.");
    stopping.abort(new Stopped(message));
  });
  return { signal: stopping.signal, forget };
}
