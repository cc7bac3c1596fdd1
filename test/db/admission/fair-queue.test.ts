import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { FairQueue, oneAtATime, type QueueLimits, sharing } from "../../../src/db/admission/fair-queue.js";
import { Overloaded } from "../../../src/db/errors.js";

const limits: QueueLimits = {
  slots: 4,
  clientSlots: 3,
  longSlots: 3,
  clientLongSlots: 2,
  longFrom: 50,
  clientWaiting: 100,
  yields: false,
};

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Adds pieces of work that take some milliseconds each; the log has the client's name whenever one ends. */
function add(queue: FairQueue, client: string, count: number, milliseconds: number, log: string[]): void {
  for (let index = 0; index < count; index += 1)
    void queue.run({ client, kind: `${milliseconds}`, patience: Number.POSITIVE_INFINITY }, async () => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      log.push(client);
    });
}

describe("turns", () => {
  test("clients get the same time, whatever each has waiting and however long its work takes", async () => {
    const queue = new FairQueue({ ...limits, slots: 1, clientWaiting: 500 });
    const log: string[] = [];
    add(queue, "many and long", 90, 100, log);
    add(queue, "short", 500, 10, log);
    add(queue, "middling", 300, 20, log);
    await jest.advanceTimersByTimeAsync(6000);
    const time = (client: string, each: number) => log.filter((name) => name === client).length * each;
    for (const took of [time("many and long", 100), time("short", 10), time("middling", 20)]) {
      expect(took).toBeGreaterThan(1800);
      expect(took).toBeLessThan(2200);
    }
  });

  test("whoever comes with little goes before what others have waiting", async () => {
    const queue = new FairQueue({ ...limits, slots: 1 });
    const log: string[] = [];
    add(queue, "attacker", 50, 100, log);
    await jest.advanceTimersByTimeAsync(350);
    add(queue, "light", 1, 5, log);
    await jest.advanceTimersByTimeAsync(60);
    expect(log).toEqual(["attacker", "attacker", "attacker", "attacker", "light"]);
  });

  test("no client has all slots, and long work has not all either", async () => {
    const queue = new FairQueue(limits);
    const log: string[] = [];
    await queue.run({ client: "learnt", kind: "5", patience: 5000 }, () => undefined);
    add(queue, "one", 50, 1000, log);
    add(queue, "two", 50, 1000, log);
    add(queue, "three", 50, 1000, log);
    await jest.advanceTimersByTimeAsync(1000);
    expect(log).toEqual(["one", "one", "two"]); // three long ones at once, two of one client at most
    log.length = 0;
    add(queue, "light", 3, 5, log);
    await jest.advanceTimersByTimeAsync(20);
    expect(log).toEqual(["light", "light", "light"]);
  });

  test("work that blocks the process leaves the event loop a round between two turns", async () => {
    jest.useRealTimers();
    const queue = new FairQueue(oneAtATime);
    const log: string[] = [];
    const work = { client: "attacker", kind: "blocking", patience: 5000 };
    const turns = Array.from({ length: 5 }, () => queue.run(work, () => void log.push("attacker")));
    // What arrives by the network does so in a round of the event loop.
    setImmediate(() => {
      turns.push(queue.run({ ...work, client: "light" }, () => void log.push("light")));
    });
    await Promise.all(turns);
    await Promise.all(turns);
    expect(log.indexOf("light")).toBeLessThan(3);
  });
});

describe("whoever waits", () => {
  test("too long, or behind too much work of its own, is told so", async () => {
    const queue = new FairQueue({ ...limits, slots: 1, clientWaiting: 1 });
    const end = await queue.take({ client: "one", kind: "a", patience: 10 });
    const late = expect(queue.take({ client: "one", kind: "a", patience: 100 })).rejects.toThrow(Overloaded);
    await expect(queue.take({ client: "one", kind: "a", patience: 100 })).rejects.toThrow(Overloaded);
    // What waits as long as it takes is not told so, however much there is.
    const patient = { client: "one", kind: "a", patience: Number.POSITIVE_INFINITY };
    const events = [queue.run(patient, () => "event"), queue.run(patient, () => "event")];
    await jest.advanceTimersByTimeAsync(100);
    await late;
    end();
    expect(await Promise.all(events)).toEqual(["event", "event"]);
    (await queue.take({ client: "one", kind: "a", patience: 0 }))();
  });

  test("leaves the queue when its signal is aborted, and takes no slot with it", async () => {
    const queue = new FairQueue({ ...limits, slots: 1 });
    const end = await queue.take({ client: "one", kind: "a", patience: 10 });
    const gone = new AbortController();
    const waiting = queue.take({ client: "two", kind: "a", patience: 10_000, signal: gone.signal });
    gone.abort(new Error("hung up"));
    await expect(waiting).rejects.toThrow("hung up");
    await expect(queue.take({ client: "two", kind: "a", patience: 1, signal: gone.signal })).rejects.toThrow("hung up");
    end();
    end();
    (await queue.take({ client: "three", kind: "a", patience: 10 }))();
  });
});

test.each([
  [5, { slots: 1, clientSlots: 1, longSlots: 1 }],
  [10, { slots: 6, clientSlots: 4, longSlots: 4 }],
  [100, { slots: 96, clientSlots: 94, longSlots: 94 }],
])("of %d connections some are kept", (connections, expected) => {
  expect(sharing(connections, 2)).toMatchObject({ ...expected, clientLongSlots: 2 });
});
