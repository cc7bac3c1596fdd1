import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Where a command writes: what it was asked for on `out`, everything about how it goes on `err`. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Rewrites one line on a terminal, "" removes it; absent elsewhere. */
  live?(line: string): void;
  /** Styled on a terminal, plain elsewhere and where NO_COLOR is set. */
  style(style: Style, text: string): string;
}

/** The process's own streams. */
export function processTerminal(): Terminal {
  // https://no-color.org: about the terminal, like isTTY, and none of Standpoint's own variables.
  const colours = Boolean(process.stderr.isTTY) && !process.env.NO_COLOR;
  return {
    ...(process.stderr.isTTY && { live: (line: string) => void process.stderr.write(`\r\u001b[K${line}`) }),
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    style: (style, text) => (colours ? styleText(style, text) : text),
  };
}
