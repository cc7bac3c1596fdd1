import { FairQueue, oneAtATime } from "../db/admission/fair-queue.js";
import type { Observer } from "../metrics/observer.js";
import type { Clients } from "./headers/client.js";
import type { RequestContext } from "./request/context.js";

/** Shares the time of this process among clients, as FairQueue shares the database's. */
export interface ClientTurns {
  /**
   * Runs the work of a request in its client's turn.
   *
   * @param document predicts the time: requests with the same document take about as long. Empty if only its hash was sent
   * @param isRead whether the document is in the cache of parsed and validated documents
   * @param work gets a function to call once the document is read
   * @throws Overloaded if the turn does not come in time
   */
  answer<Result>(
    context: Pick<RequestContext, "client" | "signal">,
    document: string,
    isRead: boolean,
    work: (operationRead: () => void) => Promise<Result>,
  ): Promise<Result>;

  /** Reads a document in its client's turn. Also throws Overloaded. */
  read<Result>(client: string, read: () => Result): Promise<Result>;
}

/**
 * @param patience milliseconds that a request may wait before it is executed
 * @param isBehindGateway whether a gateway already limits the requests of each client
 */
export function clientTurns(
  patience: number,
  { isBehindGateway = false, observer }: Clients & { readonly observer?: Observer },
): ClientTurns {
  // Making responses blocks this process, so one client gets few requests at once.
  const inFlight = new FairQueue({
    slots: 64,
    clientSlots: 4,
    longSlots: 32,
    clientLongSlots: 2,
    longFrom: 50,
    clientWaiting: 200,
    yields: false,
  });
  // Parsing and validating block the process too, and need no database.
  const reading = new FairQueue(oneAtATime);
  observer?.queue("process", inFlight);
  observer?.queue("documents", reading);
  const kind = "document";
  return {
    async answer({ client, signal }, document, isRead, work) {
      const began = performance.now();
      const left = () => patience - (performance.now() - began);
      const answered = isBehindGateway
        ? () => undefined
        : await inFlight.take({ client, kind: document, patience: left(), signal });
      try {
        if (isRead) return await work(() => undefined);
        const endReading = await reading.take({ client, kind, patience: left(), signal });
        try {
          return await work(endReading);
        } finally {
          endReading();
        }
      } finally {
        answered();
      }
    },
    read: (client, read) => reading.run({ client, kind, patience }, read),
  };
}
