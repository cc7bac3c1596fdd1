import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { stopSignal } from "../../src/cli/terminal/stop-signal.js";

let exit: ReturnType<typeof jest.spyOn>;
beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
  // Never returns in earnest; here it must.
  exit = jest.spyOn(process, "exit").mockImplementation((() => undefined) as typeof process.exit);
});
afterEach(() => {
  jest.useRealTimers();
  exit.mockRestore();
});

test("the first signal asks to stop; one right after it is the same one; a later one ends the process at once", async () => {
  const stop = stopSignal();
  process.emit("SIGINT", "SIGINT");
  expect(await stop.signal).toBe("SIGINT");
  process.emit("SIGINT", "SIGINT");
  expect(exit).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1000);
  process.emit("SIGTERM", "SIGTERM");
  expect(exit).toHaveBeenCalledWith(143);
  stop.forget();
});

test("once forgotten, signals are left to whoever hears them next", () => {
  const before = process.listenerCount("SIGINT");
  const stop = stopSignal();
  expect(process.listenerCount("SIGINT")).toBe(before + 1);
  stop.forget();
  expect(process.listenerCount("SIGINT")).toBe(before);
});
