import { FairQueue, oneAtATime } from "../db/admission/fair-queue.js";
import type { Observer } from "../metrics/observer.js";
import type { Clients } from "./headers/client.js";
import type { RequestContext } from "./request/context.js";

/** How clients share the time of this process, as FairQueue shares the database's. */
export interface ClientTurns {
  /**
   * Does the work of a request in its client's turn.
   *
   * @param document tells how long it takes: requests with the same document took about as long; empty where only its hash came
   * @param isRead whether the document has been parsed and validated before, and is kept
   * @param work gets what it calls once the document is read
   * @throws Overloaded when the turn did not come in time
   */
  answer<Result>(
    context: Pick<RequestContext, "client" | "signal">,
    document: string,
    isRead: boolean,
    work: (operationRead: () => void) => Promise<Result>,
  ): Promise<Result>;

  /** Reads a document in its client's turn. Throws Overloaded likewise. */
  read<Result>(client: string, read: () => Result): Promise<Result>;
}

/**
 * @param patience milliseconds that a request may wait before it is executed
 * @param isBehindGateway whether a gateway has kept the requests of each client few already
 */
export function clientTurns(
  patience: number,
  { isBehindGateway = false, observer }: Clients & { readonly observer?: Observer },
): ClientTurns {
  // What requests have read is made into answers by this process, which blocks it: so few of one client at once.
  const inFlight = new FairQueue({
    slots: 64,
    clientSlots: 4,
    longSlots: 32,
    clientLongSlots: 2,
    longFrom: 50,
    clientWaiting: 200,
    yields: false,
  });
  // Parsing and validating block it too, and need no database.
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
