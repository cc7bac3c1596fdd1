import { beforeAll, describe, expect, test } from "@jest/globals";
import { recordBase } from "../record/base.js";
import { type Entity, writer } from "../record/writer.js";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";
import { type Answer, ask } from "../support/server.js";
import { momentOf } from "./random-history.js";

let deployments: Deployments;
let then: string;
let position: Entity;

beforeAll(async () => {
  const database = await testDatabase();
  const { recorded, revise } = writer(database);
  const entities = await recordBase(database);
  const held = {
    holder: "a-state",
    subject: "p-one",
    basis: "STATEMENT",
    evidence: { statement: "q-one" },
    since: "2021-01-26",
  };
  position = await recorded("positions", { ...held, stance: "SUPPORTS" });
  then = await momentOf(database);
  await revise("positions", { id: position.id, version: 1, stance: "OPPOSES" });
  const { id, version } = entities.get("a-state") ?? position;
  await revise("actors", { id, version, name: "Renamed" });
  deployments = await startDeployments(database);
});

const stances =
  "title supporters { nodes { name } } positions { nodes { stance holder { name } evidence { __typename } } }";
const expected = {
  title: "One",
  supporters: { nodes: [{ name: "State" }] },
  positions: { nodes: [{ stance: "SUPPORTS", holder: { name: "State" }, evidence: { __typename: "Statement" } }] },
};

async function askBoth(query: string, given: Parameters<typeof ask>[2] = {}): Promise<Answer> {
  const [single, gateway] = await Promise.all([
    ask(deployments.single, query, given),
    ask(deployments.gateway, query, given),
  ]);
  expect(gateway.data).toEqual(single.data);
  expect(gateway.extensions).toEqual(single.extensions);
  return gateway;
}

describe("the gateway", () => {
  test("passes the header on to all subgraphs, and tells it", async () => {
    const headers = { "standpoint-known-at": then };
    const { data, extensions } = await askBoth(`{ proposal(slug: "p-one") { ${stances} } }`, { headers });
    expect(data).toEqual({ proposal: expected });
    expect(extensions).toEqual({ knownAt: then });
  });

  test("makes a header of an argument that all root fields have", async () => {
    const one = await askBoth(`{ proposal(slug: "p-one", knownAt: "${then}") { ${stances} } }`);
    expect(one.data).toEqual({ proposal: expected });
    const more = await askBoth(
      `query ($at: DateTime, $same: DateTime = "${then}") { ...Roots __typename a: proposal(slug: "p-one", knownAt: $at) { ${stances} } }
      fragment Roots on Query { b: position(id: "${position.id}", knownAt: $same) { stance holder { name positions(knownAt: $at) { totalCount } } } }`,
      { variables: { at: then.replace("Z", "+00:00") } },
    );
    expect(more.data).toEqual({
      __typename: "Query",
      a: expected,
      b: { stance: "SUPPORTS", holder: { name: "State", positions: { totalCount: 1 } } },
    });
  });

  test("takes an argument that says the same as the header", async () => {
    const query = `{ proposal(slug: "p-one") { supporters(knownAt: "${then}") { nodes { name } } } }`;
    const { data } = await askBoth(query, { headers: { "standpoint-known-at": then } });
    expect(data).toEqual({ proposal: { supporters: expected.supporters } });
  });

  test.each<[string, (at: string) => string, unknown]>([
    [
      "two moments",
      (at) => `{ a: actor(slug: "a-state", knownAt: "${at}") { name } b: actor(slug: "a-state") { name } }`,
      { a: { name: "State" }, b: { name: "Renamed" } },
    ],
    [
      "a root field without one",
      (at) => `{ actor(slug: "a-state", knownAt: "${at}") { name } topics { name } }`,
      { actor: { name: "State" }, topics: [{ name: "One" }, { name: "Two" }] },
    ],
    [
      "a nested field alone",
      (at) => `{ proposal(slug: "p-one") { supporters(knownAt: "${at}") { nodes { name } } } }`,
      { proposal: { supporters: { nodes: [{ name: "State" }] } } },
    ],
    [
      "another moment in a nested field",
      (at) =>
        `{ proposal(slug: "p-one", knownAt: "${at}") { supporters(knownAt: "2999-01-01T00:00:00Z") { nodes { name } } } }`,
      { proposal: { supporters: { nodes: [] } } },
    ],
  ])("answers %s as the single process does", async (_name, query, wanted) => {
    const { data } = await askBoth(query(then));
    expect(data).toEqual(wanted);
  });

  test("leaves what is no moment to be told as anywhere", async () => {
    const query = `{ proposal(slug: "p-one", knownAt: "yesterday") { title } }`;
    const { errors } = await askBoth(query);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "knownAt" }] } }]);
  });
});
