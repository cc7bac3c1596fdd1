import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../../../src/db/database.js";
import { sql } from "../../../../src/db/sql.js";
import { globalId } from "../../../../src/record/global-id.js";
import { ask } from "../../../support/ask.js";
import { testDatabase } from "../../../support/database.js";
import { change, deliveryRow, type Saved, save } from "./webhook-kit.js";

const url = "https://example.org/hook";
const global = (uuid: string) => globalId("delivery", uuid);

let database: Database;
let mine: Saved;
let alsoMine: Saved;
let theirs: Saved;
/** Of `mine`, the oldest first: one that waits, one that is dead, one that was delivered. */
let ids: [string, string, string];
let other: string;
beforeAll(async () => {
  database = await testDatabase();
  mine = await save(database, url);
  alsoMine = await save(database, `${url}?also`);
  theirs = await save(database, url, { author: "key:other" });
  ids = [
    await change(database, mine, { upTo: 1 }),
    await change(database, mine, { upTo: 2 }),
    await change(database, mine, { upTo: 3 }),
  ];
  other = await change(database, theirs);
  await become(ids[1], "DEAD");
  await become(ids[2], "DELIVERED");
});

const become = (id: string, status: string) =>
  database.query(sql`update "WebhookDelivery" set "status" = ${status}::"DeliveryStatus", "attempts" = 10,
    "nextAttemptAt" = null, "lastAttemptAt" = now(), "lastStatus" = 500, "lastFailure" = 'It failed.'
    where "id" = ${id}::uuid`);

const by = (name: string) => ({ viewer: { role: "CONTRIBUTOR", author: `key:${name}` } }) as const;

/** The uuids' places among `ids` of the deliveries that somebody is shown, or the whole answer where it has errors. */
async function shown(args: string, name = "contributor") {
  const { data, errors } = await ask(
    database,
    `{ webhookDeliveries${args} { nodes { id } totalCount } }`,
    {},
    by(name),
  );
  if (errors) return errors;
  const { nodes, totalCount } = data.webhookDeliveries;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }: { id: string }) => ids.map(global).indexOf(id));
}

async function retry(given: readonly string[], name = "contributor") {
  const { data, errors } = await ask(
    database,
    `mutation ($ids: [ID!]!) { retryWebhookDeliveries(input: { ids: $ids }) {
      deliveries { id status attempts } errors { __typename path message } } }`,
    { ids: given },
    by(name),
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.retryWebhookDeliveries;
}

describe("the list of deliveries", () => {
  test("has all that is known of each", async () => {
    const fields = "id status attempts recordedAt nextAttemptAt lastAttemptAt lastStatus lastFailure url";
    const { data } = await ask(
      database,
      `{ webhookDeliveries(last: 2) { nodes { ${fields} } } }`,
      {},
      by("contributor"),
    );
    const moment = expect.stringMatching(/^\d{4}-.*Z$/);
    expect(data.webhookDeliveries.nodes).toEqual([
      {
        ...{ id: global(ids[1]), status: "DEAD", attempts: 10, recordedAt: moment, nextAttemptAt: null },
        ...{ lastAttemptAt: moment, lastStatus: 500, lastFailure: "It failed.", url },
      },
      {
        ...{ id: global(ids[0]), status: "PENDING", attempts: 0, recordedAt: moment, nextAttemptAt: moment },
        ...{ lastAttemptAt: null, lastStatus: null, lastFailure: null, url },
      },
    ]);
  });

  test("is one's own, the newest first, by status and by saved question", async () => {
    expect(await shown("")).toEqual([2, 1, 0]);
    expect(await shown("(orderBy: { field: RECORDED_AT })")).toEqual([0, 1, 2]);
    expect(await shown("(where: { statuses: [DEAD] })")).toEqual([1]);
    expect(await shown("(where: { statuses: [DEAD, PENDING] })")).toEqual([1, 0]);
    const saved = ({ id }: Saved) => globalId("saved_question", id);
    expect(await shown(`(where: { savedQuestions: ["${saved(mine)}"] })`)).toEqual([2, 1, 0]);
    expect(await shown(`(where: { savedQuestions: ["${saved(alsoMine)}"] })`)).toEqual([]);
    expect(await shown(`(where: { savedQuestions: ["${saved(theirs)}"] })`)).toEqual([]);
    expect(await shown("", "other")).toEqual([-1]);
    expect(await shown("", "nobody")).toEqual([]);
  });

  test("is paged", async () => {
    const page = async (args: string) => {
      const query = `{ webhookDeliveries${args} { nodes { id } pageInfo { endCursor hasNextPage } } }`;
      const { data } = await ask(database, query, {}, by("contributor"));
      return data.webhookDeliveries;
    };
    const first = await page("(first: 2)");
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await page(`(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(ids.map(global).reverse());
  });

  test("refuses ids of anything else, and those who may not sign in", async () => {
    const wrong = [{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "where.savedQuestions[0]" }] } }];
    expect(await shown('(where: { savedQuestions: ["nonsense"] })')).toMatchObject(wrong);
    expect(await shown(`(where: { savedQuestions: ["${global(ids[0])}"] })`)).toMatchObject(wrong);
    const { errors } = await ask(database, "{ webhookDeliveries { totalCount } }");
    expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  });

  test("takes one statement, however many there are", async () => {
    const query = "query ($first: Int) { webhookDeliveries(first: $first) { nodes { id status url lastFailure } } }";
    for (const first of [1, 3]) {
      const { data, statements } = await ask(database, query, { first }, by("contributor"));
      expect(data.webhookDeliveries.nodes).toHaveLength(first);
      expect(statements).toHaveLength(1);
    }
  });
});

describe("retrying", () => {
  const told = ({ errors }: { errors: { __typename: string; path: string }[] }) =>
    errors.map(({ __typename, path }) => `${__typename} ${path}`);

  test("another's delivery has the answer of an unknown one", async () => {
    const unknown = crypto.randomUUID();
    const [first, second] = [await retry([global(other)]), await retry([global(unknown)])];
    expect(told(first)).toEqual(["NotFound input.ids[0]"]);
    expect(JSON.parse(JSON.stringify(first).replaceAll(global(other), global(unknown)))).toEqual(second);
    expect((await deliveryRow(database, other))?.status).toBe("PENDING");
  });

  test("is of all, or of none", async () => {
    expect(told(await retry([global(ids[1]), global(ids[2]), global(other)]))).toEqual([
      ...["InvalidInput input.ids[1]", "NotFound input.ids[2]"],
    ]);
    expect(await deliveryRow(database, ids[1])).toMatchObject({ status: "DEAD", attempts: 10 });
    const { deliveries, errors } = await retry([global(ids[1]), global(ids[0])]);
    expect(errors).toEqual([]);
    expect(deliveries).toEqual([
      { id: global(ids[1]), status: "PENDING", attempts: 0 },
      { id: global(ids[0]), status: "PENDING", attempts: 0 },
    ]);
    expect((await deliveryRow(database, ids[1]))?.dueIn).toBeLessThanOrEqual(0);
    await become(ids[1], "DEAD");
  });

  test("is refused where the input is wrong", async () => {
    expect(told(await retry([]))).toEqual(["InvalidInput input.ids"]);
    expect(told(await retry(Array.from({ length: 101 }, () => global(ids[0]))))).toEqual(["InvalidInput input.ids"]);
    expect(told(await retry([global(ids[0]), global(ids[0]), "nonsense", globalId("actor", ids[0])]))).toEqual([
      ...["InvalidInput input.ids[1]", "InvalidInput input.ids[2]", "InvalidInput input.ids[3]"],
    ]);
  });

  test("is refused where there is no webhook any more", async () => {
    const { id } = alsoMine;
    const delivery = await change(database, alsoMine);
    await become(delivery, "DEAD");
    await database.query(sql`update "SavedQuestion" set "webhookGoneAt" = now() where "id" = ${id}::uuid`);
    expect(told(await retry([global(delivery)]))).toEqual(["InvalidInput input.ids[0]"]);
    await database.query(sql`update "SavedQuestion" set "webhookGoneAt" = null, "webhookUrl" = null, "webhookSecret" = null
      where "id" = ${id}::uuid`);
    expect(told(await retry([global(delivery)]))).toEqual(["InvalidInput input.ids[0]"]);
    expect((await deliveryRow(database, delivery))?.status).toBe("DEAD");
  });

  test("needs a credential", async () => {
    const query = `mutation { retryWebhookDeliveries(input: { ids: ["${global(ids[1])}"] }) { errors { message } } }`;
    const { errors } = await ask(database, query);
    expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
    expect((await deliveryRow(database, ids[1]))?.status).toBe("DEAD");
  });
});
