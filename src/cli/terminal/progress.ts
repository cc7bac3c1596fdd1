import type { Terminal } from "./terminal.js";

/** The progress of a long task. */
export interface Step {
  readonly rows: number;
  /** From 0 to 1. */
  readonly share: number;
}

const livePeriod = 200;
const linePeriod = 10_000;
/** The delay of the first line if lines cannot be rewritten. */
const firstLine = 2_000;

/**
 * Shows the progress of a task, its rate and the remaining time: on a terminal in one line that is rewritten, elsewhere as a
 * line after two seconds and then every ten seconds.
 */
export class Progress {
  #start: number | undefined;
  #told = 0;
  #period = firstLine;

  constructor(
    readonly what: string,
    readonly terminal: Terminal,
  ) {}

  readonly tell = (step: Step): void => {
    const now = performance.now();
    // The clock starts with the first step, since earlier time belongs to another task.
    if (this.#start === undefined) {
      this.#start = now;
      this.#told = now;
    }
    const { live } = this.terminal;
    if (now - this.#told < (live ? livePeriod : this.#period)) return;
    this.#told = now;
    this.#period = linePeriod;
    const line = this.#line(step, Math.max(1, now - this.#start) / 1000);
    if (live) live(line);
    else this.terminal.err(line);
  };

  /** Removes the rewritten line. */
  end(): void {
    this.terminal.live?.("");
  }

  #line({ rows, share }: Step, seconds: number): string {
    const rate = Math.round(rows / seconds);
    const left = share > 0 ? duration((seconds / share) * (1 - share)) : "?";
    return `${this.what}: ${Math.floor(share * 100)} %, ${count(rows)} rows, ${count(rate)} a second, ${left} left`;
  }
}

const count = (number: number): string => number.toLocaleString("en-US");

/** Seconds as people say them. */
export function duration(seconds: number): string {
  const rounded = Math.ceil(seconds);
  if (rounded < 60) return `${rounded} s`;
  const minutes = Math.floor(rounded / 60);
  if (minutes < 60) return `${minutes} min${rounded % 60 ? ` ${rounded % 60} s` : ""}`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
