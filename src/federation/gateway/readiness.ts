import type { Dispatcher } from "undici";
import type { Readiness } from "../../http/health.js";
import type { Subgraph } from "./subgraph-client.js";

/** Milliseconds for a subgraph to report whether it is ready. It waits one second for its database. */
const patience = 2000;

/** A gateway is ready while each of its subgraphs reports that it is ready. */
export function subgraphsReadiness(subgraphs: readonly Subgraph[], dispatcher: Dispatcher): Readiness {
  return async (log) => {
    const problems = await Promise.all(subgraphs.map((subgraph) => problemOf(subgraph, dispatcher)));
    const unready = subgraphs.filter((_, index) => problems[index] !== undefined).map(({ name }) => name);
    if (unready.length === 0) return undefined;
    log.warn({ subgraphs: unready, problems: problems.filter((problem) => problem) }, "subgraphs are not ready");
    return `Not ready: ${unready.join(", ")}.`;
  };
}

async function problemOf({ url }: Subgraph, dispatcher: Dispatcher): Promise<unknown> {
  const { origin, pathname } = new URL("health/ready", url);
  try {
    const { statusCode, body } = await dispatcher.request({
      origin,
      path: pathname,
      method: "GET",
      signal: AbortSignal.timeout(patience),
    });
    await body.dump();
    return statusCode === 200 ? undefined : `it responded with ${statusCode}`;
  } catch (error) {
    return error;
  }
}
