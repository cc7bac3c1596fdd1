import type { LoggerOptions } from "pino";

/** Messages that are counted apart. The code's messages are constants, and few; others share one count. */
const mostMessages = 500;

const minute = 60_000;

/**
 * Makes the hook of a log that bounds it: of each message, so many lines are written in a minute. Then one line says that
 * further ones are left out, and the next minute's first line says how many were. So requests that fail, or are refused, cannot
 * fill a disk.
 *
 * @param maxLines lines of one message in a minute; 0 for no bound
 */
export function boundedLines(maxLines: number, now: () => number = Date.now): NonNullable<LoggerOptions["hooks"]> {
  if (maxLines === 0) return {};
  const counts = new Map<string, { minute: number; lines: number }>();
  return {
    logMethod(logArguments, write) {
      const message = logArguments.find((argument) => typeof argument === "string") ?? "";
      const key = counts.has(message) || counts.size < mostMessages ? message : "";
      const current = Math.floor(now() / minute);
      const before = counts.get(key);
      const isNew = before?.minute !== current;
      if (before && isNew && before.lines > maxLines)
        write.apply(this, [{ of: key, lines: before.lines - maxLines }, leftOut]);
      const lines = isNew ? 1 : before.lines + 1;
      counts.set(key, { minute: current, lines });
      if (lines <= maxLines) write.apply(this, logArguments);
      else if (lines === maxLines + 1) write.apply(this, [{ of: key, most: maxLines }, leavingOut]);
    },
  };
}

const leavingOut = "further lines of this message are suppressed until the end of the minute";
const leftOut = "lines of this message were suppressed in an earlier minute";
