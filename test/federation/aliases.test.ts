import { readFileSync } from "node:fs";
import { QueryPlanner } from "@graphql-hive/router-query-planner";
import { beforeAll, expect, test } from "@jest/globals";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";
import { ask } from "../support/server.js";

let deployments: Deployments;
beforeAll(async () => {
  deployments = await startDeployments(await testDatabase({ seeds: true }));
});

const refused = "first: 1000";
const operations: [string, string, Record<string, unknown>?][] = [
  ["a key's name for another field", "{ topics { id: slug } }"],
  ["keys swapped", "{ topics { uid: id id: slug slug: id } }"],
  ["a key's name for the key itself", "{ topics { id: id slug: slug } }"],
  ["__typename for another field", "{ topics { __typename: slug } }"],
  ["another field's name for __typename", "{ topics { id: __typename name: __typename __typename: id } }"],
  [
    "an entity of another module",
    '{ proposal(slug: "two-state-solution") { positions(first: 3) { nodes { id: since holder { id: name __typename: slug slug: kind } } } } }',
  ],
  [
    "a list under a key's name",
    '{ proposal(slug: "two-state-solution") { id: positions(first: 3) { id: nodes { id: holder { id: name } } } } }',
  ],
  [
    "an entity under a key's name",
    "{ positions(first: 3) { nodes { id: holder { id: name positions(first: 1) { id: nodes { id: holder { slug: id } } } } } } }",
  ],
  ["a field's name for an argument-less other", "{ actors(first: 3) { nodes { name: slug slug: name kind: id } } }"],
  ["in an inline fragment", "{ actors(first: 2) { nodes { ... on Actor { id: slug } ... { slug: name } } } }"],
  [
    "in a named fragment, used twice",
    "{ a: actors(first: 2) { nodes { ...F } } b: actors(first: 1) { nodes { ...F positions(first: 1) { nodes { holder { ...F } } } } } } fragment F on Actor { id: slug name: id __typename: kind }",
  ],
  [
    "on a union",
    "{ positions(first: 5) { nodes { subject { __typename ... on Proposal { id: title slug } ... on PolicyAction { id: slug } } } } }",
  ],
  [
    "on a union, __typename renamed",
    "{ positions(first: 5) { nodes { subject { type: __typename id: __typename ... on Proposal { slug: id } ... on PolicyAction { slug: id } } } } }",
  ],
  [
    "on an interface",
    "{ changes(first: 5) { nodes { entity { id: __typename uid: id ... on Topic { slug: name } ... on Actor { slug: id } } } } }",
  ],
  ["node", "{ changes(first: 3) { nodes { id: entityId entityId: entity { id: __typename slug: id } } } }"],
  [
    "the root's fields",
    "{ topics: actors(first: 1) { nodes { slug } } actors: topics { slug } _entities: topics { id } _service: actors(first: 1) { totalCount } __typename id: topics { id: name } }",
  ],
  [
    "names that gateways make up",
    "{ _0_topics: topics { _0_id: id _e0: slug _v0_id: name __gqltk0: id __stitching__x: slug } __schema_: topics { name } }",
  ],
  ["prefixes that look like ours", "{ topics { r_id: slug alias_id: name id_: id _id: slug } }"],
  [
    "a field that fails, under a key's name",
    `{ actors(first: 2) { nodes { id: statements(${refused}) { totalCount } } } }`,
  ],
  [
    "a field that fails deep within renamed ones",
    `{ positions(first: 2) { nodes { id: holder { slug: name id: statements(${refused}) { id: totalCount } } } } }`,
  ],
  ["a root field that fails", `{ id: actors(${refused}) { totalCount } name: topics { id: slug } }`],
  [
    "conditions",
    "query ($yes: Boolean!) { topics { id: slug @include(if: $yes) id: slug uid: id @skip(if: $yes) } }",
    { yes: false },
  ],
  ["introspection beside", "{ __schema: topics { id } id: __typename }"],
  [
    "edges",
    "{ actors(first: 2) { edges { id: cursor cursor: node { id: slug } } pageInfo { id: endCursor endCursor: hasNextPage } } }",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "then",
    "toJSON",
    "length",
    "valueOf",
    "nodes",
    "totalCount",
  ].map((alias): [string, string] => [
    `the alias ${alias}`,
    `{ ${alias}: actors(first: 2) { ${alias}: nodes { ${alias}: slug } } more: positions(first: 2) { pageInfo { ${alias}: startCursor } nodes { ${alias}: holder { ${alias}: name } } } }`,
  ]),
];

test.each(operations)("%s", async (_name, query, variables = {}) => {
  const seen = async (server: Deployments["single"]) => {
    const { status, data, errors } = await ask(server, query, { variables });
    return { status, data: JSON.stringify(data), errors: errors?.map(({ locations: _, ...error }) => error) };
  };
  expect(await seen(deployments.gateway)).toEqual(await seen(deployments.single));
});

// When this fails, `askedName` in fetching/document.ts can go: the planner renames such an alias by itself, as it does `_key`.
test("the planner asks for two values under the name __typename", async () => {
  const planner = new QueryPlanner(readFileSync(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8"));
  const query = "{ topics { proposals(first: 1) { nodes { __typename: slug positions { totalCount } } } } }";
  const { node } = await planner.planAsync(query, undefined, new Set(), 0);
  expect(JSON.stringify(node)).toContain("nodes{__typename __typename: slug _key}");
});
