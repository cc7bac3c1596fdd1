import { beforeAll, describe, expect, test } from "@jest/globals";
import { kinds, testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";
import { type Answer, ask } from "../support/server.js";

let deployments: Deployments;
beforeAll(async () => {
  deployments = await startDeployments(await testDatabase());
});

/** What both deployments answer, which must be the same. */
async function asked(query: string, variables: Record<string, unknown> = {}, cost = "1"): Promise<Answer> {
  const headers = { "standpoint-cost": cost };
  const [single, gateway] = [deployments.single, deployments.gateway].map((server) =>
    ask(server, query, { variables, headers }),
  );
  const answer = (await single) as Answer; // there are two
  expect((await gateway)?.extensions).toEqual(answer.extensions);
  expect((await gateway)?.errors).toEqual(answer.errors);
  return answer;
}

const nested = `query ($n: Int = 10, $m: Int = 50) {
  actors(first: $n) { nodes { name held: positions(first: $m) { nodes { since sources { title } } } } }
}`;

describe("the cost of an operation", () => {
  test("is in the answer when the request has the header", async () => {
    const { data, extensions } = await asked("{ sources(first: 4) { nodes { slug } } }");
    expect(data).toEqual({ sources: { nodes: [] } });
    expect(extensions?.cost).toEqual({
      objects: { estimated: 5, limit: 100_000 },
      work: { estimated: 1, limit: kinds.includes("embedded") ? 3_000 : 5_000 },
      costliest: {
        field: "sources",
        cost: "work",
        estimated: 1,
        advice: "Request a shorter page of `sources`: it has up to 4 rows.",
      },
    });
    expect((await asked("{ __typename }")).extensions?.cost).toMatchObject({
      objects: { estimated: 0 },
      costliest: null,
    });
    expect((await asked("{ sources { nodes { slug } } }", {}, "0")).extensions).toBeUndefined();
  });

  test("is with the refusal of an operation that returns too much, without the header", async () => {
    const { errors, data } = await asked(nested, { n: 500, m: 500 }, "0");
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      {
        extensions: {
          code: "QUERY_TOO_LARGE",
          cost: {
            objects: { estimated: expect.any(Number), limit: 100_000 },
            costliest: {
              field: "actors.nodes.held.nodes.sources",
              cost: "objects",
              estimated: 500 * 500 * 5,
              advice:
                "Request `actors.nodes.held.nodes.sources` for fewer objects: shorten the pages in which it is nested, or omit it.",
            },
          },
        },
      },
    ]);
  });

  test("depends on the arguments that take another way: cohesion on a day reads each position", async () => {
    const work = async (args: string, variables = {}) => {
      const query = `query ($asOf: Date, $minimum: Int = 1) { cohesion(of: {}, by: [YEAR], ${args}) { year } }`;
      const { cost } = (await asked(query, variables)).extensions as { cost: { work: { estimated: number } } }; // as requested
      return cost.work.estimated;
    };
    const usual = await work("minimum: $minimum, asOf: $asOf", { minimum: 2 });
    expect(usual).toBe(551);
    expect(await work("minimum: $minimum, asOf: $asOf")).toBe(usual);
    expect(await work("minimum: $minimum, asOf: $asOf", { asOf: "2010-01-01" })).toBe(usual + 1200);
  });

  const wide = "holder: { kinds: [STATE] }";
  test.each([
    [
      "a filter",
      `positions(where: { ${wide} }) { nodes { since } }`,
      "In `where` of `a0`, filter by `slugs` or `ids`.",
    ],
    [
      "a filter and a count",
      `positions(where: { ${wide} }) { totalCount nodes { since } }`,
      "In `where` of `a0`, filter by `slugs` or `ids`, or omit its `totalCount`.",
    ],
    ["a count", "positions { totalCount }", "Omit `totalCount` of `a0`."],
    [
      "an analysis",
      "agreementMatrix(holders: { kinds: [STATE] }) { method }",
      "In `where` of `a0`, filter by `slugs` or `ids`.",
    ],
  ])("is with the refusal of what takes too long, with advice: %s", async (_name, field, advice) => {
    const fields = Array.from({ length: 40 }, (_, number) => `a${number}: ${field}`).join(" ");
    const { errors } = await asked(`{ ${fields} }`, {}, "0");
    expect(errors).toMatchObject([
      { extensions: { code: "QUERY_TOO_EXPENSIVE", cost: { costliest: { field: "a0", cost: "work", advice } } } },
    ]);
  });

  test("names a field inside a fragment by its place in the answer", async () => {
    const query = `{ actors(first: 3) { ...Page } }
      fragment Page on ActorConnection { edges { node { positions(first: 100) { nodes { since } } } } }`;
    expect((await asked(query)).extensions?.cost).toMatchObject({
      costliest: { field: "actors.edges.node.positions", estimated: expect.any(Number) },
    });
  });
});
