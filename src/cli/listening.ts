import type { Logger } from "pino";
import type { Server } from "../server.js";
import { PortUnavailable } from "./failure.js";
import { stopSignal } from "./stop-signal.js";
import type { Terminal } from "./terminal.js";

/** The port of the API, when the environment names none. */
export const defaultPort = 4000;

/**
 * Makes a server listen.
 *
 * @returns its address, such as "http://127.0.0.1:4000"
 * @throws PortUnavailable, naming the part of the deployment if it is not the only one
 */
export async function listen(server: Server, host: string, port: number, part?: string): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? failures[String(error.code)] : undefined;
    if (reason === undefined) throw error;
    throw new PortUnavailable(`${part ? `${part}: cannot` : "Cannot"} listen on ${host}:${port}: ${reason}`);
  }
}

const failures: Record<string, string> = {
  EADDRINUSE: "something else listens there. Stop it, or set PORT to another port (PORT=0 takes a free one)",
  EACCES: "this port needs more rights. Set PORT to one above 1023",
  ERR_SOCKET_BAD_PORT: "no port has that number. Set PORT to a lower one",
  EADDRNOTAVAIL: "no network interface of this machine has that address. Set HOST to 127.0.0.1 or 0.0.0.0",
  ENOTFOUND: "that host is unknown. Set HOST to 127.0.0.1 or 0.0.0.0",
};

/** What `untilStopped` keeps running. */
export interface Running {
  /** Printed once it runs. */
  readonly greeting: readonly string[];
  close(): Promise<void>;
}

/** Starts something and keeps it running until a signal says to stop; then closes it. */
export async function untilStopped(terminal: Terminal, log: Logger, start: () => Promise<Running>): Promise<void> {
  const stop = stopSignal();
  try {
    const running = await start();
    try {
      terminal.out(running.greeting.join("\n")); // in one piece: whoever waits for a line of it has all of it
      log.info({ signal: await stop.signal }, "stopping");
      terminal.err("Stopping: requests under way may finish; once more Ctrl-C stops at once.");
    } finally {
      await running.close();
    }
  } finally {
    stop.forget();
  }
}
