import { setImmediate } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "@jest/globals";
import { GraphQLError } from "graphql";
import { pino } from "pino";
import type { Database } from "../../../src/db/database.js";
import { openDatabase } from "../../../src/db/open.js";
import { sql } from "../../../src/db/sql.js";
import type { Answering } from "../../../src/modules/alerts/answering.js";
import { evaluateNext } from "../../../src/modules/alerts/answers/evaluate.js";
import { ask, askAs, wholeApi } from "../../support/ask.js";
import { databaseForProcesses, kinds, testDatabase } from "../../support/database.js";
import { evaluator, rowsOf, saver, source, topic, topicNames } from "./alert-kit.js";

const log = pino({ level: "silent" });

describe("asking saved questions anew", () => {
  let database: Database;
  let reader: ReturnType<typeof saver>;
  beforeEach(async () => {
    database = await testDatabase();
    reader = saver(database);
    await topic(database, "water", "Water");
  });

  test("tells of an answer that an entry of the feed changed, with the entries since the one before", async () => {
    const { id, cursor } = await reader.saves("Topics", topicNames);
    const { round } = evaluator(database);
    await source(database, "a-source");
    await round();
    const unchanged = await reader.sees(id);
    expect(unchanged).toMatchObject({ answerChanges: { nodes: [] } });
    expect(unchanged.cursor).not.toBe(cursor);
    await topic(database, "water", "Fresh water", 1);
    await topic(database, "air", "Air");
    await round();
    const answer = { topics: [{ name: "Air" }, { name: "Fresh water" }] };
    const seen = await reader.sees(id);
    expect(seen).toMatchObject({
      answer,
      answerChanges: {
        nodes: [
          {
            ...{ after: unchanged.cursor, cursor: seen.cursor, answer, changedAt: seen.answeredAt },
            changes: {
              nodes: [
                { kind: "TOPIC", action: "REVISED" },
                { kind: "TOPIC", action: "RECORDED" },
              ],
            },
          },
        ],
      },
    });
  });

  test("asks once for all who saved the same, and not where there is nothing new", async () => {
    const savers = Array.from({ length: 5 }, (_, index) => saver(database, `reader-${index}`));
    for (const one of savers) await one.saves("Topics", topicNames, { webhookUrl: "https://example.org/" });
    await reader.saves("Slugs", "{ topics { slug } }");
    const { asked, round } = evaluator(database);
    await round();
    expect(asked).toEqual([]);
    await topic(database, "water", "Fresh water", 1);
    await round();
    await round();
    expect(asked.map((document) => document.replace(/\s+/g, " ")).sort()).toEqual([
      "{ topics { name } }",
      "{ topics { slug } }",
    ]);
    expect(await rowsOf(database)).toEqual({ Question: 2, SavedQuestion: 6, AnswerChange: 1, WebhookDelivery: 5 });
    for (const one of savers) {
      const { data } = await one.asks("{ savedQuestions { nodes { answerChanges { nodes { answer } } } } }");
      expect(data.savedQuestions.nodes).toEqual([
        { answerChanges: { nodes: [{ answer: { topics: [{ name: "Fresh water" }] } }] } },
      ]);
    }
  });

  test("queues nothing for webhooks that are gone", async () => {
    await reader.saves("Topics", topicNames, { webhookUrl: "https://example.org/" });
    await database.query(sql`update "SavedQuestion" set "webhookGoneAt" = now()`);
    await topic(database, "air", "Air");
    await evaluator(database).round();
    expect(await rowsOf(database)).toMatchObject({ AnswerChange: 1, WebhookDelivery: 0 });
  });

  test("reads all of an answer as it was after one entry, whatever is written meanwhile", async () => {
    const two = "{ a: topics { name } b: topics { name } sources { nodes { title } } }";
    const { id } = await reader.saves("Twice", two);
    const { answering } = wholeApi();
    // Between two statements of the answer somebody else writes; on the embedded database nobody can.
    const disturbed: Answering = {
      ...answering,
      answer: (question, snapshot) => {
        let statements = 0;
        const query: Database["query"] = async (statement) => {
          const rows = await snapshot.query(statement);
          statements += 1;
          if (database.kind === "postgres" && statements === 1) await topic(database, "meanwhile", "Meanwhile");
          return rows as never;
        };
        return answering.answer(question, { ...snapshot, query });
      },
    };
    await topic(database, "air", "Air");
    expect(await evaluateNext({ database, answering: disturbed, log })).toBe(true);
    const names = ["Air", "Water"].map((name) => ({ name }));
    expect((await reader.sees(id)).answer).toEqual({ a: names, b: names, sources: { nodes: [] } });
    await evaluator(database).round();
    const { answerChanges } = await reader.sees(id);
    expect(answerChanges.nodes).toHaveLength(database.kind === "postgres" ? 2 : 1);
  });

  test("says why a question has no newer answer, and goes on once it has one", async () => {
    const { id } = await reader.saves("Topics", topicNames);
    await topic(database, "air", "Air");
    const { answering } = wholeApi();
    const failing: Answering = {
      ...answering,
      answer: async () => ({ errors: [new GraphQLError("late", { extensions: { code: "TIMEOUT" } })] }),
    };
    const broken = evaluator(database, failing);
    await broken.round();
    expect(broken.asked).toHaveLength(1); // then it is left alone for a minute
    const failed = await reader.sees(id);
    expect(failed).toMatchObject({
      failure: "TIMEOUT",
      failingSince: expect.any(String),
      answer: { topics: [{ name: "Water" }] },
    });
    await evaluator(database).round();
    expect(await reader.sees(id)).toEqual(failed);
    await database.query(sql`update "Question" set "notBefore" = now()`);
    await evaluator(database, { ...answering, answer: () => Promise.reject(new Error("broken")) }).round();
    expect(await reader.sees(id)).toMatchObject({
      failure: "INTERNAL_SERVER_ERROR",
      failingSince: failed.failingSince,
    });
    await database.query(sql`update "Question" set "notBefore" = now()`);
    await evaluator(database).round();
    expect(await reader.sees(id)).toMatchObject({
      ...{ failure: null, failingSince: null, answer: { topics: [{ name: "Air" }, { name: "Water" }] } },
    });
    expect((await reader.sees(id)).answerChanges.nodes).toHaveLength(1);
  });

  test("says that an answer has become too large, and that a question is none any more", async () => {
    const { id } = await reader.saves("Topics", topicNames);
    await database.query(
      sql`insert into "Topic" (id, slug, name) select gen_random_uuid(), 'long-' || n, repeat('x', 1000) from generate_series(1, 1100) n`,
    );
    await topic(database, "air", "Air");
    await evaluator(database).round();
    expect(await reader.sees(id)).toMatchObject({ failure: "ANSWER_TOO_LARGE", answerChanges: { nodes: [] } });
    await database.query(sql`update "Question" set "notBefore" = null, document = '{ topics { nameOfOld } }'`);
    await evaluator(database).round();
    expect(await reader.sees(id)).toMatchObject({ failure: "GRAPHQL_VALIDATION_FAILED" });
  });

  test("takes no change by the calendar for one of an entry", async () => {
    const kit = `mutation {
      a: recordActor(input: { slug: "a", kind: STATE, name: "A" }) { errors { path } }
      b: recordActor(input: { slug: "b", kind: STATE, name: "B" }) { errors { path } }
      u: recordActor(input: { slug: "u", kind: INTERNATIONAL_ORGANIZATION, name: "U" }) { errors { path } }
      m: recordAffiliation(input: { member: "a", organization: "u", kind: MEMBERSHIP, during: "2020-01-01/.." }) { errors { path } }
    }`;
    expect((await askAs("EDITOR", database, kit)).errors).toBeUndefined();
    const members = `{ actors(where: { memberOf: "u" }) { nodes { name } } }`;
    const { id } = await reader.saves("Members", members);
    // As though it had been answered yesterday, when b was a member as well.
    await database.query(
      sql`update "Question" set "answeredAt" = "answeredAt" - interval '1 day', "answerDigest" = 'another', answer = '{"actors": null}'`,
    );
    // ... by a record whose history began then.
    const { answering } = wholeApi();
    const then: string[] = [];
    const known = (on: Database): Database => ({
      ...on,
      asKnownAt(moment) {
        then.push(moment);
        return on;
      },
    });
    await askAs(
      "EDITOR",
      database,
      `mutation { recordTopic(input: { slug: "air", name: "Air" }) { errors { path } } }`,
    );
    await evaluator(known(database), answering).round();
    expect(then).toHaveLength(1);
    expect(await reader.sees(id)).toMatchObject({
      ...{ answer: { actors: { nodes: [{ name: "A" }] } }, answerChanges: { nodes: [] } },
    });
  });
});

const onServer = kinds.includes("postgres") ? describe : describe.skip;

onServer("saved questions that several processes look at", () => {
  test("are asked once a round by all of them together, and told once", async () => {
    const { url, dataDir } = await databaseForProcesses("postgres");
    const databases = await Promise.all([0, 1, 2].map(() => openDatabase({ url, dataDir, log })));
    const [database] = databases as [Database, Database, Database]; // just opened
    await topic(database, "water", "Water");
    const reader = saver(database);
    const count = 20;
    for (let index = 0; index < count; index++)
      await reader.saves(`Question ${index}`, `{ topics { a${index}: name } }`);
    const evaluators = databases.map((one) => evaluator(one));
    for (const name of ["Air", "Earth", "Fire"]) {
      await topic(database, name.toLowerCase(), name);
      await Promise.all(evaluators.map(({ round }) => round()));
    }
    expect(evaluators.flatMap(({ asked }) => asked)).toHaveLength(3 * count);
    expect(await rowsOf(database)).toMatchObject({ AnswerChange: 3 * count });
    for (const one of databases) await one.close();
  });

  test("are taken over from one that died, and told once if it comes back", async () => {
    const database = await testDatabase({ kind: "postgres" });
    await topic(database, "water", "Water");
    const reader = saver(database);
    const { id } = await reader.saves("Topics", topicNames);
    await topic(database, "air", "Air");
    const { answering } = wholeApi();
    let goOn: () => void = () => undefined;
    let begun: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = evaluator(database, {
      ...answering,
      async answer(question, snapshot) {
        const answer = await answering.answer(question, snapshot);
        begun();
        await held;
        return answer;
      },
    }).round();
    await hasBegun;
    const other = evaluator(database);
    await other.round();
    expect(other.asked).toEqual([]); // somebody has it
    await database.query(sql`update "Question" set "notBefore" = now()`); // a minute later
    await other.round();
    expect(other.asked).toHaveLength(1);
    goOn();
    await slow;
    expect((await reader.sees(id)).answerChanges.nodes).toHaveLength(1);
  });
});

test("each change of an answer is the answer at the entry that it names, in a history of random writes", async () => {
  const database = await testDatabase();
  const reader = saver(database);
  await topic(database, "t0", "0");
  const { id } = await reader.saves("Topics", topicNames);
  const { round } = evaluator(database);
  const versions = new Map([["t0", 1]]);
  const writes = async () => {
    for (let index = 1; index < 25; index++) {
      const slug = `t${(index * 7) % 5}`;
      const version = versions.get(slug) ?? 0;
      await topic(database, slug, String(index), version);
      versions.set(slug, version + 1);
      await setImmediate(); // the embedded database answers without one, and leaves nobody else a turn
    }
  };
  let writing = true;
  const evaluating = (async () => {
    while (writing) {
      await round();
      await setImmediate(); // likewise
    }
    await round();
  })();
  await writes();
  writing = false;
  await evaluating;
  const { data } = await reader.asks(
    "query ($id: ID!) { savedQuestion(id: $id) { answer answerChanges(first: 100) { nodes { answer changes(last: 1) { nodes { recordedAt } } } } } }",
    { id },
  );
  const { nodes } = data.savedQuestion.answerChanges;
  expect(nodes.length).toBeGreaterThan(1);
  expect(nodes.at(-1).answer).toEqual(data.savedQuestion.answer);
  for (const { answer, changes } of nodes) {
    const knownAt = changes.nodes[0].recordedAt;
    expect((await ask(database, topicNames, {}, { knownAt })).data).toEqual(answer);
  }
});
