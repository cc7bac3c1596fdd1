import type { Logger } from "pino";
import { Closing } from "../../closing.js";
import type { Server } from "../../server.js";
import { PortUnavailable } from "../terminal/exit-codes.js";
import { type StopSignal, stopSignal } from "../terminal/stop-signal.js";
import type { Terminal } from "../terminal/terminal.js";

/** The default port of the API. */
export const defaultPort = 4000;

/**
 * Makes a server listen.
 *
 * @param prefix the prefix of its variables, such as METRICS_ for METRICS_PORT
 * @returns its address, such as "http://127.0.0.1:4000"
 * @throws PortUnavailable, naming the part of the deployment if it is not the only one
 */
export async function listen(
  server: Pick<Server, "listen">,
  host: string,
  port: number,
  part?: string,
  prefix = "",
): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const reason =
      failures[String(error.code)] ?? `the system refuses it (${error.code}). Set HOST and PORT to other values`;
    const advice = reason.replace(/\b(?=(PORT|HOST)\b)/g, prefix);
    throw new PortUnavailable(`${part ? `${part}: cannot` : "Cannot"} listen on ${host}:${port}: ${advice}`);
  }
}

const failures: Record<string, string> = {
  EADDRINUSE: "another process listens there. Stop it, or set PORT to another port (PORT=0 uses any free port)",
  EACCES: "this port requires more permissions. Set PORT to a number above 1023",
  ERR_SOCKET_BAD_PORT: "no port has that number. Set PORT to a lower one",
  EADDRNOTAVAIL: "no network interface of this machine has that address. Set HOST to 127.0.0.1 or 0.0.0.0",
  ENOTFOUND: "that host is unknown. Set HOST to 127.0.0.1 or 0.0.0.0",
  EAI_AGAIN: "that host name cannot be resolved now. Set HOST to 127.0.0.1 or 0.0.0.0",
};

/** The options of a process that runs until a signal. */
export interface Run {
  readonly terminal: Terminal;
  readonly log: Logger;
  /** Milliseconds from the signal until the process ends in any case. */
  readonly grace: number;
}

/** Milliseconds for requests in flight after the signal. The rest of the grace is for closing. */
export const patienceWithin = (grace: number): number => grace - Math.min(2_000, grace / 4);

/**
 * Starts something, runs it until a signal, and closes it, within the grace if possible. If it fails to start, its parts are
 * closed as well.
 *
 * @param start opens what is needed, adds each part that has to be closed, and resolves with what is printed once it runs
 */
export async function untilStopped(run: Run, start: (parts: Closing) => Promise<readonly string[]>): Promise<void> {
  const { terminal, log } = run;
  const parts = new Closing();
  let stop: StopSignal | undefined;
  try {
    const greeting = await start(parts);
    stop = stopSignal();
    terminal.out(greeting.join("\n")); // in one write, so that a reader that waits for one line gets all of them
    log.info({ signal: await stop.signal }, "stopping");
    terminal.err("Stopping after the running requests. Press Ctrl-C again to stop at once.");
  } finally {
    await closeInTime(parts, run);
    stop?.forget();
  }
}

async function closeInTime(parts: Closing, { log, grace }: Run): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => {
    late = setTimeout(() => {
      log.warn({ grace }, "not everything was closed in time; exiting anyway");
      resolve();
    }, grace);
  });
  const closed = parts.close().catch((error: unknown) => log.error({ err: error }, "closing failed"));
  await Promise.race([closed, tooLate]);
  clearTimeout(late);
}
