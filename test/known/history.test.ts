import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { type Answer, ask } from "../support/ask.js";
import { kinds, testDatabase } from "../support/database.js";
import { runs } from "../support/runs.js";
import { byHeaderAlone, everyField } from "./questions.js";
import { momentOf, RandomHistory, randomly } from "./random-history.js";

/** Another history: HISTORY_SEED=7. */
const seed = Number(process.env.HISTORY_SEED ?? 20210126);

/** The embedded database answers one statement at a time, and the same SQL. */
const moments = { postgres: runs(16), embedded: runs(3) };
const stepsBetween = 5;

const told = ({ data, errors }: Answer) => ({ data, errors: errors?.map(({ message, path }) => ({ message, path })) });

describe.each(kinds)(`a history at random on %s (HISTORY_SEED=${seed})`, (kind) => {
  let database: Database;
  const history: { at: string; everyField: object; byHeaderAlone: object }[] = [];
  let written: RandomHistory;

  beforeAll(async () => {
    database = await testDatabase({ kind });
    written = new RandomHistory(database, randomly(seed));
    await written.begin();
    const [some] = written.positions;
    while (history.length < moments[kind]) {
      for (let step = 0; step < stepsBetween; step++) await written.step();
      history.push({
        everyField: told(await ask(database, everyField(some ? [some] : []))),
        byHeaderAlone: told(await ask(database, byHeaderAlone)),
        at: await momentOf(database),
      });
    }
  });

  test("has writes of all kinds in it, and answers that differ", () => {
    const more = kind === "postgres" ? ["retract", "reinstate", "merge", "unmerge"] : []; // where there are steps enough
    const ways = ["record", "revise", ...more];
    expect(ways.filter((way) => !written.done.has(way))).toEqual([]);
    const answers = new Set(history.map(({ at, ...answer }) => JSON.stringify(answer)));
    expect(answers.size).toBeGreaterThan(history.length * 0.7);
  });

  test("is answered at each moment, by the argument and by the header, as it was then", async () => {
    const [some] = written.positions;
    const ids = some ? [some] : [];
    for (const { at, ...then } of history) {
      const [byArgument, byHeader, others] = await Promise.all([
        ask(database, everyField(ids, at)),
        ask(database, everyField(ids), {}, { knownAt: at }),
        ask(database, byHeaderAlone, {}, { knownAt: at }),
      ]);
      expect(told(byArgument)).toEqual(then.everyField);
      expect(told(byHeader)).toEqual(then.everyField);
      expect(told(others)).toEqual(then.byHeaderAlone);
    }
  });
});
