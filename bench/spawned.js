import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";

const patience = 180_000; // milliseconds, to start and to stop on a busy machine
const running = new Set();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});
// Whoever asks them then fails, and cleans up on the way out; a second signal ends this process at once.
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    console.error(`${signal}: ending the servers`);
    for (const child of running) child.kill();
  });

/**
 * Starts a server as a process of its own, in production mode, and waits until it tells its address on its output.
 *
 * @param words the program and its arguments
 * @returns its address, its pid, and `stop`, which ends it
 * @throws when it ends, or tells no address in three minutes
 */
export async function spawnServer(name, [program, ...words], env) {
  const child = spawn(program, words, {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.add(child);
  let stopping = false;
  const ended = once(child, "exit").then(([code, signal]) => {
    running.delete(child);
    if (!stopping) console.error(`${name} ended by itself: ${code ?? signal}`);
    return code ?? signal;
  });
  let said = "";
  const told = new Promise((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      const [url] = /http:\/\/[^\s]+(?=\s)/.exec(said) ?? [];
      if (url) resolve(url);
    });
  });
  const waiting = new AbortController();
  const url = await Promise.race([
    told,
    ended.then((code) => Promise.reject(new Error(`${name} ended with ${code} before it answered`))),
    after(patience, undefined, waiting).then(() => {
      child.kill("SIGKILL");
      throw new Error(`${name} told no address in ${patience / 1000} s`);
    }),
  ]);
  waiting.abort();
  const stop = async () => {
    stopping = true;
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), patience / 6);
    await ended;
    clearTimeout(late);
  };
  return { name, url, pid: child.pid, stop };
}
