import { beforeEach, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { raw } from "../../src/db/sql.js";
import { ask, askAs } from "../support/ask.js";
import { testDatabase } from "../support/database.js";

let database: Database;
beforeEach(async () => {
  database = await testDatabase({ seeds: true });
  // No constraint of the database lets such a row be.
  await database.query(raw('alter table "Actor" alter column "name" drop not null'));
  await database.query(raw(`update "Actor" set "name" = null where "slug" = 'russia'`));
});

const paths = (errors: readonly { path?: readonly (string | number)[] }[] | undefined) =>
  errors?.map(({ path }) => path);

test("an object of which a field is null that may not be is null, with an error that names its place", async () => {
  const { data, errors } = await ask(
    database,
    '{ gone: actor(slug: "russia") { slug name } actor(slug: "china") { slug } }',
  );
  expect(data).toEqual({ gone: null, actor: { slug: "china" } });
  expect(paths(errors)).toEqual([["gone"]]);
  expect(errors?.[0]?.message).toContain("Query.actor");
});

test("where the object may not be null, what is around it is; nothing is left out of a list", async () => {
  const query =
    '{ actors(where: { slugs: ["china", "russia"] }, orderBy: { field: RECORDED_AT }) { nodes { slug name } } }';
  const { data, errors } = await ask(database, query);
  expect(data).toBeNull();
  expect(paths(errors)).toEqual([["actors", "nodes", expect.any(Number)]]);
});

test("only what may be null is: a reference within a reference", async () => {
  const { data } = await ask(database, '{ actor(slug: "russia") { slug positions(first: 1) { nodes { id } } } }');
  const [{ id }] = data.actor.positions.nodes;
  const query = "query ($id: ID!) { position(id: $id) { stance holder { name } } __typename }";
  const answered = await ask(database, query, { id });
  expect(answered.data).toEqual({ position: null, __typename: "Query" });
  expect(paths(answered.errors)).toEqual([["position", "holder"]]);
});

test("of what a mutation did", async () => {
  const query = `mutation ($input: RecordAffiliationInput!) {
    recordAffiliation(input: $input) { affiliation { member { name } } errors { path } }
  }`;
  const input = { member: "russia", organization: "united-nations", kind: "REPRESENTS" };
  const recorded = await askAs("EDITOR", database, query, { input });
  expect(recorded.data).toEqual({ recordAffiliation: { affiliation: null, errors: [] } });
  expect(paths(recorded.errors)).toEqual([["recordAffiliation", "affiliation", "member"]]);
});
