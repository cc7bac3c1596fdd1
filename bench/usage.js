import { readFileSync, writeFileSync } from "node:fs";

const ticks = 100; // a second: USER_HZ is 100 on every Linux that Node runs on

/** The processor time of a process and all its threads since its start, in milliseconds; undefined where /proc tells none. */
function processorTime(pid) {
  try {
    // The command's name, in brackets, may hold anything; utime and stime are the 12th and 13th after it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks;
  } catch {
    return undefined; // gone, or no Linux
  }
}

/** The processor time of some processes that run, by their pid, in milliseconds. */
export function processorTimes(pids) {
  return new Map(pids.map((pid) => [pid, processorTime(pid)]));
}

/** How much longer the processes after had run than those before, in milliseconds; undefined where none can be looked at. */
export function timeBetween(before, after) {
  const used = [...after].map(([pid, time]) => (time === undefined ? undefined : time - (before.get(pid) ?? 0)));
  const known = used.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, time) => sum + time, 0);
}

/** Lets the peak of a process's memory begin anew. */
export function forgetPeak(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {
    // Not ours to write, or no Linux: the peak is then that since the start.
  }
}

/** A process's peak and present resident memory in bytes; 0 where /proc tells none. */
export function memory(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
    return { peak: kilobytes("VmHWM") * 1024, present: kilobytes("VmRSS") * 1024 };
  } catch {
    return { peak: 0, present: 0 };
  }
}
