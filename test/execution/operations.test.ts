import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { ask, askAs, follow } from "../support/ask.js";
import { testDatabase } from "../support/database.js";

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
});

const record = `recordTopic(input: { slug: "dams", name: "Dams" })`;

describe("a mutation", () => {
  test("answers what it wrote, by one query of the payload's field", async () => {
    const { data, errors, statements } = await askAs(
      "EDITOR",
      database,
      `mutation { ${record} { errors { message } topic { ...T proposals(first: 1) { totalCount } } } }
       fragment T on Topic { slug name revisions(first: 1) { nodes { author changes { path } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.recordTopic).toEqual({
      errors: [],
      topic: {
        ...{ slug: "dams", name: "Dams", proposals: { totalCount: 0 } },
        revisions: { nodes: [{ author: "key:editor", changes: [{ path: "name" }, { path: "slug" }] }] },
      },
    });
    expect(statements.filter((text) => text.includes('as "json"'))).toHaveLength(1);
  });

  test("does its fields one after another, and each sees what those before it did", async () => {
    const { data } = await askAs(
      "EDITOR",
      database,
      `mutation {
        first: recordTopic(input: { slug: "rivers", name: "Rivers" }) { topic { version name } }
        taken: recordTopic(input: { slug: "rivers", name: "Lakes" }) { __typename topic { id } errors { __typename path } }
      }`,
    );
    expect(data).toEqual({
      first: { topic: { version: 1, name: "Rivers" } },
      taken: {
        ...{ __typename: "TopicPayload", topic: null },
        errors: [{ __typename: "DuplicateSlug", path: "input.slug" }],
      },
    });
  });

  test("reads many entities of a list by one query", async () => {
    const recorded = await Promise.all(
      ["a", "b", "c"].map((slug) =>
        askAs(
          "CONTRIBUTOR",
          database,
          `mutation { recordTopic(input: { slug: "draft-${slug}", name: "${slug}" }) { draft { id version } } }`,
        ),
      ),
    );
    const drafts = recorded.map(({ data }) => data.recordTopic.draft);
    const { data, statements } = await askAs(
      "EDITOR",
      database,
      `mutation ($drafts: [DraftToDecideInput!]!) {
        approveDrafts(input: { drafts: $drafts }) { results { draft { id status entity { ... on Topic { name } } } } }
      }`,
      { drafts },
    );
    const approved = drafts.map(({ id }, index) => ({ id, status: "APPROVED", entity: { name: "abc"[index] } }));
    expect(data.approveDrafts.results.map(({ draft }: { draft: object }) => draft)).toEqual(approved);
    expect(statements.filter((text) => text.includes('as "json"'))).toHaveLength(1);
  });
});

describe("a question about the schema", () => {
  test("beside others, in the order of the document", async () => {
    const { data, statements } = await ask(
      database,
      `query ($of: String!) {
        topics { slug } __type(name: $of) { ...Named } kind: __typename __schema { queryType { ...Named } }
      } fragment Named on __Type { name }`,
      { of: "Topic" },
    );
    expect(Object.keys(data)).toEqual(["topics", "__type", "kind", "__schema"]);
    expect(data).toMatchObject({
      ...{ __type: { name: "Topic" }, kind: "Query", __schema: { queryType: { name: "Query" } } },
    });
    expect(statements).toHaveLength(1);
  });
});

test("an event of a subscription is told by one query, with its aliases, fragments and lists", async () => {
  const events = await follow(
    database,
    `subscription { told: changes { action what: entity { __typename ...T } cursor entityId } }
     fragment T on Topic { name proposals(first: 1) { totalCount } }`,
  );
  const next = events.next();
  await askAs("EDITOR", database, `mutation { recordTopic(input: { slug: "seas", name: "Seas" }) { topic { id } } }`);
  const { data } = await ask(database, '{ topic(slug: "seas") { id } changes(first: 100) { nodes { cursor } } }');
  expect((await next).value).toEqual({
    told: {
      action: "RECORDED",
      what: { __typename: "Topic", name: "Seas", proposals: { totalCount: 0 } },
      cursor: expect.any(String),
      entityId: data.topic.id,
    },
  });
  await events.return(undefined);
});
