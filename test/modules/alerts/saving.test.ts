import { beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { sql } from "../../../src/db/sql.js";
import { ask, askAs } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { nobodys, rowsOf, saver, told, topic, topicNames } from "./alert-kit.js";

let database: Database;
let reader: ReturnType<typeof saver>;
let other: ReturnType<typeof saver>;
beforeAll(async () => {
  database = await testDatabase();
  reader = saver(database);
  other = saver(database, "other", "EDITOR");
  await topic(database, "water", "Water");
});
beforeEach(async () => {
  await database.query(sql`delete from "SavedQuestion"`);
  await database.query(sql`delete from "Question"`);
});

const supporters = `query Supporters($slug: String!, $first: Int = 3) {
  proposal(slug: $slug) { supporters(first: $first) { nodes { name } } }
}`;

describe("saving a question", () => {
  test("answers it, and keeps it as it was given", async () => {
    const variables = { slug: "no-such-proposal", unused: 1 };
    const { savedQuestion, webhookSecret, errors } = await reader.save({
      ...{ name: "Supporters", query: supporters, variables, asOf: "2021-01-27" },
    });
    expect(errors).toEqual([]);
    expect(webhookSecret).toBeNull();
    expect(savedQuestion).toMatchObject({
      ...{ version: 1, name: "Supporters", query: supporters, asOf: "2021-01-27", answer: { proposal: null } },
      ...{ variables: { slug: "no-such-proposal" }, failure: null, failingSince: null, webhook: null },
      answerChanges: { nodes: [] },
    });
    expect(await reader.sees(savedQuestion.id)).toEqual(savedQuestion);
  });

  test("under the same name again has the same answer, and saves nothing more", async () => {
    const input = { name: "Topics", query: topicNames, webhookUrl: "https://example.org/hook" };
    const first = await reader.save(input);
    expect(first.webhookSecret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await reader.save(input)).toEqual({ ...first, webhookSecret: null });
    expect(await reader.save({ ...input, query: "{topics{name}} # a comment" })).toMatchObject({
      savedQuestion: { id: first.savedQuestion.id, query: topicNames },
    });
    for (const another of [
      { query: "{ topics { slug } }" },
      { webhookUrl: "https://example.org/" },
      { asOf: "2021-01-01" },
    ])
      expect(told(await reader.save({ ...input, ...another }))).toEqual(["InvalidInput input.name"]);
    expect(await rowsOf(database)).toMatchObject({ Question: 1, SavedQuestion: 1 });
  });

  test("that somebody else has saved keeps one question for both", async () => {
    const mine = await reader.saves("Topics", topicNames);
    const theirs = await other.saves("Topics", "query { topics { name } }");
    expect(theirs.id).not.toBe(mine.id);
    await other.saves("Another", "{ topics { slug } }");
    expect(await rowsOf(database)).toMatchObject({ Question: 2, SavedQuestion: 3 });
  });

  test("takes the operation that is named out of a document of several", async () => {
    const query =
      "query A { topics { ...T } } query B { topics { slug ...U } } fragment T on Topic { name } fragment U on Topic { id }";
    const { savedQuestion } = await reader.save({ name: "B", query, operationName: "B" });
    expect(savedQuestion.answer.topics[0]).toMatchObject({ slug: "water", id: expect.any(String) });
    expect(told(await reader.save({ name: "?", query }))).toEqual(["InvalidInput input.query"]);
    expect(told(await reader.save({ name: "?", query, operationName: "C" }))).toEqual(["InvalidInput input.query"]);
  });

  const good = { name: "A name", query: topicNames };
  test.each<[string, Record<string, unknown>, string[], RegExp?]>([
    ["a document that is none", { query: "{ topics {" }, ["input.query"], /Syntax Error/],
    ["a field that there is not", { query: "{ topics { no } }" }, ["input.query"], /Cannot query field "no"/],
    ["no operation", { query: "fragment F on Topic { name }" }, ["input.query"]],
    [
      "a mutation",
      { query: `mutation { retract(input: { id: "x", version: 1, reason: "x" }) { errors { path } } }` },
      ["input.query"],
      /Only queries/,
    ],
    ["a subscription", { query: "subscription { changes { cursor } }" }, ["input.query"], /Only queries/],
    ["a variable that is missing", { query: supporters }, ["input.variables"], /\$slug/],
    ["a variable of another type", { query: supporters, variables: { slug: 7 } }, ["input.variables"], /\$slug/],
    ["variables that are no object", { query: supporters, variables: ["x"] }, ["input.query"], /must be an object/],
    [
      "an argument that is refused",
      { query: "{ actors(first: 1000) { nodes { id } } }" },
      ["input.query"],
      /from 0 to 500/,
    ],
    [
      "a field that needs a role",
      { query: "{ drafts { totalCount } }" },
      ["input.query"],
      /runs without credentials.*`drafts`/,
    ],
    [
      "a question for saved questions",
      { query: "{ savedQuestions { totalCount } }" },
      ["input.query"],
      /runs without credentials/,
    ],
    [
      "more objects than may be asked for again and again",
      { query: "{ actors(first: 100) { nodes { statements(first: 100) { nodes { sources { title } } } } } }" },
      ["input.query"],
      /10,000/,
    ],
    ["a name that is empty", { name: "" }, ["input.name"]],
    ["a name of blanks", { name: "   " }, ["input.name"], /is empty/],
    ["a name that is too long", { name: "x".repeat(201) }, ["input.name"]],
    ["a webhook that is none", { webhookUrl: "nonsense" }, ["input.webhookUrl"], /not a URL/],
    ["a webhook within this network", { webhookUrl: "https://10.0.0.1/" }, ["input.webhookUrl"], /private/],
    [
      "everything at once",
      { name: "", query: "{", webhookUrl: "ftp://example.org" },
      ["input.name", "input.webhookUrl", "input.query"],
    ],
  ])("is refused for %s", async (_what, wrong, paths, message = /./) => {
    const refused = await reader.save({ ...good, ...wrong });
    expect(told(refused)).toEqual(paths.map((path) => `InvalidInput ${path}`));
    expect(refused).toMatchObject({ savedQuestion: null, webhookSecret: null });
    expect(refused.errors.at(-1).message).toMatch(message);
    expect(await rowsOf(database)).toMatchObject({ Question: 0, SavedQuestion: 0 });
  });

  test("is refused for an answer beyond a mebibyte", async () => {
    await database.query(
      sql`insert into "Topic" (id, slug, name) select gen_random_uuid(), 'long-' || n, repeat('x', 1000) from generate_series(1, 1100) n`,
    );
    const refused = await reader.save(good);
    expect(refused.errors[0].message).toMatch(/bytes of JSON; .* at most 1,048,576/);
    await database.query(sql`delete from "Topic" where slug like 'long-%'`);
  });

  test("is refused beyond a hundred", async () => {
    const { id } = await reader.saves("First", topicNames);
    await database.query(
      sql`insert into "SavedQuestion" (id, "questionId", author, name, query, "recordedAt", "updatedAt")
        select gen_random_uuid(), "questionId", author, 'Copy ' || n, query, now(), now() from "SavedQuestion", generate_series(1, 99) n`,
    );
    const refused = await reader.save(good);
    expect(told(refused)).toEqual(["InvalidInput input"]);
    expect(refused.errors[0].message).toMatch(/Delete one/);
    expect((await reader.delete(id)).errors).toEqual([]);
    expect((await reader.save(good)).errors).toEqual([]);
  });

  test("needs somebody who is known", async () => {
    const mutation = `mutation { saveQuestion(input: { name: "x", query: "{ __typename }" }) { errors { path } } }`;
    expect((await ask(database, mutation)).errors).toMatchObject([
      { extensions: { code: "UNAUTHENTICATED", requiredRole: "READER" } },
    ]);
    for (const query of ["{ savedQuestions { totalCount } }", `{ savedQuestion(id: "${nobodys}") { id } }`])
      expect((await ask(database, query)).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  });
});

describe("a saved question", () => {
  test("is seen and changed by who saved it alone: to others it is as though there were none", async () => {
    const { id } = await reader.saves("Mine", topicNames, { webhookUrl: "https://example.org/" });
    expect(await other.sees(id)).toBeNull();
    expect((await other.asks("{ savedQuestions { totalCount nodes { id } } }")).data.savedQuestions).toEqual({
      ...{ totalCount: 0, nodes: [] },
    });
    const blind = (text: unknown) => JSON.parse(JSON.stringify(text).replaceAll(id, "…").replaceAll(nobodys, "…"));
    for (const does of [
      (target: string) => other.delete(target),
      (target: string) => other.revise({ id: target, version: 1, name: "Theirs" }),
      (target: string) => other.rotate({ id: target, version: 1 }),
    ]) {
      const refused = await does(id);
      expect(told(refused)).toEqual(["NotFound input.id"]);
      expect(blind(refused)).toEqual(blind(await does(nobodys)));
    }
    expect(await reader.sees(id)).toMatchObject({ name: "Mine", version: 1 });
  });

  test("gets another name and another webhook, each with a version of its own", async () => {
    const { id } = await reader.saves("Before", topicNames);
    await reader.saves("Taken", "{ topics { slug } }");
    expect(told(await reader.revise({ id, version: 1, name: "Taken" }))).toEqual(["InvalidInput input.name"]);
    expect(told(await reader.revise({ id, version: 1, name: null }))).toEqual(["InvalidInput input.name"]);
    expect(told(await reader.revise({ id, version: 1, webhookUrl: "http://example.org/#x" }))).toEqual([
      "InvalidInput input.webhookUrl",
    ]);
    expect(await reader.revise({ id, version: 1, name: "After" })).toMatchObject({
      ...{ savedQuestion: { name: "After", version: 2, webhook: null }, webhookSecret: null, errors: [] },
    });
    expect(await reader.revise({ id, version: 1, name: "Late" })).toMatchObject({
      ...{ savedQuestion: null, errors: [{ __typename: "Conflict", path: "input.version", currentVersion: 2 }] },
    });
    const hooked = await reader.revise({ id, version: 2, webhookUrl: "https://example.org/" });
    expect(hooked).toMatchObject({
      savedQuestion: { name: "After", webhook: { url: "https://example.org/", goneAt: null } },
    });
    expect(hooked.webhookSecret).toMatch(/^whsec_/);
    const again = await reader.revise({ id, version: 3, webhookUrl: "https://example.org/" });
    expect(again.webhookSecret).not.toBe(hooked.webhookSecret);
    expect(await reader.revise({ id, version: 4, webhookUrl: null })).toMatchObject({
      ...{ savedQuestion: { webhook: null, version: 5 }, webhookSecret: null },
    });
  });

  test("signs with the old and the new secret once that is rotated; without a webhook there is nothing to rotate", async () => {
    const { id } = await reader.saves("Rotated", topicNames);
    expect(told(await reader.rotate({ id, version: 1 }))).toEqual(["InvalidInput input.id"]);
    const { webhookSecret: first } = await reader.revise({ id, version: 1, webhookUrl: "https://example.org/" });
    const { webhookSecret: second } = await reader.rotate({ id, version: 2 });
    const secrets = await database.query(
      sql`select "webhookSecret", "oldWebhookSecret", "oldWebhookSecretTo" - "updatedAt" = interval '1 day' as "aDay" from "SavedQuestion"`,
    );
    expect(secrets).toEqual([{ webhookSecret: second, oldWebhookSecret: first, aDay: true }]);
  });

  test("is deleted with what was kept for it; the question itself stays for whoever else has saved it", async () => {
    const { id } = await reader.saves("Shared", topicNames);
    const theirs = await other.saves("Shared", topicNames);
    expect(await reader.delete(id)).toEqual({ deletedId: id, errors: [] });
    expect(told(await reader.delete(id))).toEqual(["NotFound input.id"]);
    expect(await rowsOf(database)).toMatchObject({ Question: 1, SavedQuestion: 1 });
    await other.delete(theirs.id);
    expect(await rowsOf(database)).toMatchObject({ Question: 0, SavedQuestion: 0 });
  });

  test.each(["", "water", "topic_01h2xcejqtf2nbrexx3vqjhp41"])("has no id like %j", async (id) => {
    expect(told(await reader.delete(id))).toEqual(["InvalidInput input.id"]);
    expect(told(await reader.revise({ id, version: 0 })).sort()).toEqual([
      "InvalidInput input.id",
      "InvalidInput input.version",
    ]);
    const { errors } = await reader.asks("query ($id: ID!) { savedQuestion(id: $id) { id } }", { id });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "id" }] } }]);
  });

  test.each([1, 30])("takes as many statements in a list of %i as in any", async (count) => {
    for (let index = 0; index < count; index++)
      await reader.saves(`Question ${index}`, `{ topics { a${index}: name } }`);
    await database.query(
      sql`insert into "AnswerChange" ("questionId", "upTo", "after", "changedAt", answer) select id, 2, 0, now(), '{}' from "Question"`,
    );
    await database.query(
      sql`insert into "WebhookDelivery" ("savedQuestionId", "questionId", "upTo", "recordedAt", "nextAttemptAt")
        select id, "questionId", 2, now(), now() from "SavedQuestion"`,
    );
    const saved = await reader.asks(
      "{ savedQuestions(first: 50) { totalCount nodes { name answer answerChanges { nodes { answer savedQuestion { name } changes { nodes { kind entity { id } } } } } } } }",
    );
    expect(saved.data.savedQuestions.nodes).toHaveLength(count);
    expect(saved.statements).toHaveLength(1);
    const deliveries = await reader.asks(
      "{ webhookDeliveries(first: 50) { nodes { status savedQuestion { name } change { answer savedQuestion { name } } } } }",
    );
    expect(deliveries.data.webhookDeliveries.nodes).toHaveLength(count);
    expect(deliveries.statements).toHaveLength(1);
  });
});

test("asking for a question that was saved under another role stays what anybody may ask", async () => {
  await askAs(
    "CONTRIBUTOR",
    database,
    `mutation { recordTopic(input: { slug: "drafted", name: "Drafted" }) { errors { path } } }`,
  );
  const { data } = await askAs("EDITOR", database, "{ drafts { nodes { id } } }");
  const [{ id }] = data.drafts.nodes;
  const saved = await other.saves("Node", "query ($id: ID!) { node(id: $id) { id } }", { variables: { id } });
  expect(saved.answer).toEqual({ node: null });
});
