import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { openDatabase } from "../../src/db/open.js";
import { sql } from "../../src/db/sql.js";
import { takeWriteLock } from "../../src/record/lock.js";
import { answer, askAs } from "../support/ask.js";
import { databaseForProcesses, kinds } from "../support/database.js";
import { inconsistencies, tableCounts } from "./consistency.js";
import { operation, writer } from "./writer.js";

const log = pino({ level: "silent" });

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe.each(kinds)("at once (%s)", (kind) => {
  /** Two processes' worth on a server; the embedded database has one. */
  let databases: Database[];
  let writers: ReturnType<typeof writer>[];
  const writerOf = (index: number) => writers[index % writers.length] as (typeof writers)[number]; // there is one at least
  let where: Awaited<ReturnType<typeof databaseForProcesses>>;
  beforeAll(async () => {
    where = await databaseForProcesses(kind);
    databases = await Promise.all((kind === "postgres" ? [1, 2] : [1]).map(() => openDatabase({ ...where, log })));
    writers = databases.map((database) => writer(database));
  });
  afterAll(() => Promise.all(databases.map((database) => database.close())));
  const database = () => databases[0] as Database; // as above

  test("of 200 revisions of one version one wins, and the others are told which version there is now", async () => {
    const { id } = await writerOf(0).recorded("topics", { slug: "contested", name: "Nobody's" });
    const answers = await Promise.all(
      times(200, (index) => writerOf(index).revise("topics", { id, version: 1, name: `Of ${index}` })),
    );
    const won = answers.flatMap(({ entity }) => (entity ? [entity] : []));
    expect(won).toHaveLength(1);
    expect(won[0]).toMatchObject({ version: 2 });
    const lost = answers.flatMap(({ errors }) => errors);
    expect(lost).toHaveLength(199);
    expect(
      new Set(lost.map(({ __typename, path, currentVersion }) => `${__typename} ${path} ${currentVersion}`)),
    ).toEqual(new Set(["Conflict input.version 2"]));
    expect((await answer(database(), '{ topic(slug: "contested") { name version } }')).topic).toEqual({
      name: won[0]?.name,
      version: 2,
    });
    expect(await inconsistencies(database())).toEqual([]);
  });

  test("nothing is lost of those who read again after a conflict; readers see no half version meanwhile", async () => {
    const { id } = await writerOf(0).recorded("actors", { slug: "of-many-names", kind: "STATE", name: "0" });
    const question = '{ actor(slug: "of-many-names") { version name names { value } } }';
    const clients = 6;
    const rounds = 5;
    let conflicts = 0;
    const add = async (client: number, value: string): Promise<void> => {
      const { actor } = await answer(databases[client % databases.length] as Database, question);
      const names = [...actor.names, { value }].map((name: { value: string }) => ({ ...name, kind: "ALIAS" }));
      // The name tells how many names there are, so that a reader sees which version each is of.
      const change = { id, version: actor.version, names, name: String(names.length) };
      const { errors } = await writerOf(client).revise("actors", change);
      if (errors.length === 0) return undefined;
      expect(errors).toEqual([expect.objectContaining({ __typename: "Conflict" })]);
      conflicts += 1;
      return add(client, value);
    };
    let writing = true;
    let reads = 0;
    const reader = async () => {
      for (; writing; reads++) {
        const { actor } = await answer(database(), question);
        expect(actor.name).toBe(String(actor.version - 1));
        // Links are read by a statement of their own, later: never from before the version, or a revision of that version
        // with these names would lose some.
        expect(actor.names.length).toBeGreaterThanOrEqual(actor.version - 1);
        // As a server does between two requests: the embedded database answers without leaving the event loop a turn.
        await setImmediate();
      }
    };
    const reading = reader();
    await Promise.all(
      times(clients, async (client) => {
        for (let round = 0; round < rounds; round++) await add(client, `${client}-${round}`);
      }),
    );
    writing = false;
    await reading;
    expect(reads).toBeGreaterThan(0);
    expect(conflicts).toBeGreaterThan(0);
    const { actor } = await answer(database(), question);
    const expected = times(clients, (client) => times(rounds, (round) => `${client}-${round}`)).flat();
    expect(actor.names.map(({ value }: { value: string }) => value).sort()).toEqual(expected.sort());
    expect(actor.version).toBe(clients * rounds + 1);
    expect(await inconsistencies(database())).toEqual([]);
  });

  test("of 50 that record the same slug one does, also across proposals and policy actions", async () => {
    await writerOf(0).recorded("sources", { slug: "source", title: "A source", kind: "NEWS" });
    const answers = await Promise.all(
      times(50, (index) => {
        const common = { slug: "wanted", title: `Of ${index}`, kind: "OTHER", sources: ["source"] };
        return index % 2
          ? writerOf(index).record("proposals", { ...common, status: "PROPOSED" })
          : writerOf(index).record("policyActions", { ...common, status: "ANNOUNCED", agent: "of-many-names" });
      }),
    );
    const lost = answers.flatMap(({ errors }) => errors.map(({ __typename, path }) => `${__typename} ${path}`));
    expect(lost).toEqual(times(49, () => "DuplicateSlug input.slug"));
    expect(await inconsistencies(database())).toEqual([]);
  });

  test("of 30 that close a circle from both ends one side does", async () => {
    const proposal = { title: "A proposal", kind: "PLAN", status: "PROPOSED" };
    const [one, other] = [
      await writerOf(0).recorded("proposals", { slug: "end-one", ...proposal }),
      await writerOf(0).recorded("proposals", { slug: "end-other", ...proposal }),
    ];
    const answers = await Promise.all(
      times(30, (index) => {
        const [{ id }, to] = index % 2 ? [one, "end-other"] : [other, "end-one"];
        return writerOf(index).revise("proposals", { id, version: 1, relations: [{ kind: "PART_OF", proposal: to }] });
      }),
    );
    expect(answers.filter(({ entity }) => entity)).toHaveLength(1);
    const lost = answers.flatMap(({ errors }) => errors.map(({ __typename, path }) => `${__typename} ${path}`));
    expect(lost.filter((told) => told === "InvalidInput input.relations[0].proposal")).toHaveLength(15);
    expect(lost.filter((told) => told === "Conflict input.version")).toHaveLength(14);
  });

  test("the same request with one key by 50 at once is done once, and all have its answer", async () => {
    const input = { slug: "once", name: "Once", idempotencyKey: "at-once" };
    const answers = await Promise.all(times(50, (index) => writerOf(index).record("topics", input)));
    const [first] = answers;
    expect(first).toMatchObject({ entity: { slug: "once", version: 1 }, errors: [] });
    expect(answers).toEqual(times(50, () => first));
    expect(await inconsistencies(database())).toEqual([]);
  });

  test("who waits for others that write keeps nobody from reading; too long a wait writes nothing", async () => {
    if (kind === "embedded") return; // one process has it, so nobody else holds its lock
    const impatient = await openDatabase({ ...where, log, limits: { statement: 400 } });
    const before = await tableCounts(database());
    const recording = (index: number) => writerOf(index).record("topics", { slug: `late-${index}`, name: "Late" });
    let late: Promise<unknown> = Promise.resolve();
    await database().prisma.$transaction(
      async (transaction) => {
        await takeWriteLock(transaction);
        late = Promise.all(times(100, recording));
        const mutation = operation("recordTopic");
        const input = { slug: "too-late", name: "Too late" };
        const refused = await askAs("EDITOR", impatient, mutation, { input });
        expect(refused.errors).toEqual([expect.objectContaining({ extensions: { code: "UNAVAILABLE" } })]);
        // More readers than connections.
        const readings = times(60, (index) =>
          answer(databases[index % 2] as Database, '{ topic(slug: "once") { name } }'),
        );
        expect(await Promise.all(readings)).toEqual(times(60, () => ({ topic: { name: "Once" } })));
        const [row] = await database().query(sql`select count(*)::int as late from "Topic" where slug like '%late%'`);
        expect(row).toEqual({ late: 0 });
      },
      { timeout: 60_000 },
    );
    await late;
    const after = await tableCounts(database());
    expect((after.Topic ?? 0) - (before.Topic ?? 0)).toBe(100);
    expect(await inconsistencies(database())).toEqual([]);
    await impatient.close();
  });
});
