import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** The streams of a command: results go to `out` or `write`, everything about the progress of the command to `err`. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Writes a part of a long result to standard output; resolves when more can be written. */
  write(text: string): Promise<void>;
  /** Standard input; the signal ends the reading. */
  input(signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Rewrites one line on a terminal, "" removes it; absent elsewhere. */
  live?(line: string): void;
  /** Styled on a terminal, plain elsewhere and where NO_COLOR is set. */
  style(style: Style, text: string): string;
}

/** The process's streams. */
export function processTerminal(): Terminal {
  // https://no-color.org: a convention of terminals, like isTTY, and not a variable of Standpoint.
  const colours = Boolean(process.stderr.isTTY) && !process.env.NO_COLOR;
  return {
    ...(process.stderr.isTTY && { live: (line: string) => void process.stderr.write(`\r\u001b[K${line}`) }),
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    write: writerTo(process.stdout),
    input: (signal) => {
      signal.addEventListener("abort", () => process.stdin.destroy(signal.reason));
      return process.stdin as AsyncIterable<Buffer>; // it has no encoding, so it gives bytes
    },
    style: (style, text) => (colours ? styleText(style, text) : text),
  };
}

/** Writes to a stream no faster than it is read. When the reader closes it, as `head` does, the rest is dropped. */
function writerTo(stream: NodeJS.WriteStream): Terminal["write"] {
  let closed: boolean | undefined;
  return async (text) => {
    if (closed === undefined) {
      closed = false;
      stream.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code !== "EPIPE") throw error;
        closed = true;
      });
    }
    if (closed || stream.write(text)) return;
    await drained(stream);
  };
}

/** Not `once` of node:events, which rejects when the pipe is closed. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  const events = ["drain", "error", "close"];
  return new Promise((resolve) => {
    const go = () => {
      for (const event of events) stream.off(event, go);
      resolve();
    };
    for (const event of events) stream.on(event, go);
  });
}
