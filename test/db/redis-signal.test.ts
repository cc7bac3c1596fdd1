import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import { type RedisSignal, redisSignal } from "../../src/db/postgres/redis-signal.js";

const log = pino({ level: "silent" });
const url = "redis://127.0.0.1:6379";

/** Redis is no part of what a machine must have to run the tests. */
const answers = await new Promise<boolean>((resolve) => {
  const socket = connect(6379, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
  socket.unref();
  socket.on("connect", () => socket.end());
});

describe("changes told over Redis", () => {
  (answers ? describe : describe.skip)("that answers", () => {
    let signals: RedisSignal[];
    beforeAll(() => {
      signals = [redisSignal(url, log), redisSignal(url, log)];
    });
    afterAll(async () => {
      for (const signal of signals) await signal.close();
    });

    test("one process hears what another announces, until it ends", async () => {
      const [writer, reader] = signals as [RedisSignal, RedisSignal]; // made above
      let heard: () => void = () => undefined;
      const first = new Promise<void>((resolve) => {
        heard = resolve;
      });
      const end = await reader.listen(() => heard());
      await writer.announce();
      await first;
      await end();
    });
  });

  test("announcing to a Redis that is not there fails nothing", async () => {
    const nowhere = redisSignal("redis://127.0.0.1:1", log);
    await expect(nowhere.announce()).resolves.toBeUndefined();
    await nowhere.close();
  });
});
