import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { MetricsText } from "./metrics.js";

/** A server of metrics, on a port that clients of the API need not reach. */
export interface MetricsServer {
  listen(address: { host: string; port: number }): Promise<string>;
  close(): Promise<void>;
}

/** Answers `GET /metrics` in Prometheus' text format, and nothing else. */
export function metricsServer(source: MetricsText, log: Logger): MetricsServer {
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      log.error({ err: error }, "the metrics could not be read");
      response.writeHead(500).end();
    });
  });

  async function answer({ method, url = "" }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url.split("?")[0] !== "/metrics") return void response.writeHead(404).end();
    if (method !== "GET" && method !== "HEAD") return void response.writeHead(405, { allow: "GET, HEAD" }).end();
    const text = await source.metrics();
    response.writeHead(200, { "content-type": source.contentType }).end(method === "HEAD" ? undefined : text);
  }

  return {
    async listen({ host, port }) {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen({ host, port }, resolve);
      });
      const { port: own } = server.address() as AddressInfo; // it listens on a port, not on a pipe
      return `http://${host.includes(":") ? `[${host}]` : host}:${own}/metrics`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
