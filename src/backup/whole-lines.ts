const newline = 10;

/**
 * Puts parts of COPY's text format together to parts of about a size, each of whole rows: within a row a line break is written
 * as `\n`.
 */
export async function* wholeLines(parts: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer, void> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of parts) {
    waiting.push(part);
    bytes += part.length;
    if (bytes < size) continue;
    const whole = Buffer.concat(waiting);
    const end = whole.lastIndexOf(newline) + 1;
    if (end > 0) yield whole.subarray(0, end);
    waiting = end < whole.length ? [whole.subarray(end)] : [];
    bytes = whole.length - end;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

/** How many rows some whole lines are. */
export function countLines(lines: Uint8Array): number {
  let count = 0;
  for (let at = lines.indexOf(newline); at !== -1; at = lines.indexOf(newline, at + 1)) count += 1;
  return count;
}
