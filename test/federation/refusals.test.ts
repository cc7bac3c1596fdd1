import { beforeAll, describe, expect, test } from "@jest/globals";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";
import { type Answer, ask } from "../support/server.js";

let deployments: Deployments;
beforeAll(async () => {
  deployments = await startDeployments(await testDatabase({ seeds: true }));
});

/** The answer of both deployments, which must be one. */
async function askBoth(...[query, question]: [string, Parameters<typeof ask>[2]?]): Promise<Answer> {
  const [single, gateway] = await Promise.all([
    ask(deployments.single, query, question),
    ask(deployments.gateway, query, question),
  ]);
  const shown = ({ status, data, errors, extensions }: Answer) => ({ status, data, errors, extensions });
  expect(shown(gateway)).toEqual(shown(single));
  return single;
}

const said = ({ errors = [] }: Answer) =>
  errors.map(({ path, extensions }) => [
    path?.join("."),
    extensions?.code,
    ...((extensions?.fields ?? []) as { path: string }[]).map((field) => field.path),
  ]);

const bad = "BAD_USER_INPUT";
const slugs = 'slugs: ["no-such-thing"]';

describe("an operation is refused, as a whole and alike in both deployments, for", () => {
  test.each<[string, string, unknown[][]]>([
    ["a filter at the root", `{ actors(where: { ${slugs} }) { totalCount } }`, [["actors", bad, "where.slugs[0]"]]],
    [
      "a slug of another type",
      '{ positions(where: { holder: { slugs: ["paris-agreement"] } }) { totalCount } }',
      [["positions", bad, "where.holder.slugs[0]"]],
    ],
    [
      "filters of nested fields of several modules",
      `{ actors(first: 1) { nodes { name statements(where: { meeting: "no-such-thing" }) { totalCount }
         positions(where: { not: { subject: { ${slugs} } } }) { nodes { holder { proposals(where: { topics: ["no-such-thing"] }) { totalCount } } } } } } }`,
      [
        ["actors.nodes.statements", bad, "where.meeting"],
        ["actors.nodes.positions", bad, "where.not.subject.slugs[0]"],
        ["actors.nodes.positions.nodes.holder.proposals", bad, "where.topics[0]"],
      ],
    ],
    [
      "computed fields",
      `{ stanceMatrix(holders: { ${slugs} }, subjects: { ${slugs} }) { rows { slug } }
         stanceChanges(across: { ${slugs} }) { totalCount }
         positionCounts(where: { through: { memberOf: "no-such-thing" } }, groupBy: []) { count }
         holders(where: { participantIn: "no-such-thing", any: [{ subject: "no-such-thing" }] }) { totalCount }
         actor(slug: "russia") { agreementWith(slug: "no-such-thing") { score } } }`,
      [
        ["stanceMatrix", bad, "holders.slugs[0]", "subjects.slugs[0]"],
        ["stanceChanges", bad, "across.slugs[0]"],
        ["positionCounts", bad, "where.through.memberOf"],
        ["holders", bad, "where.participantIn", "where.any[0].subject"],
        ["actor.agreementWith", bad, "slug"],
      ],
    ],
    [
      "fields under an entity that does not exist",
      '{ actor(slug: "no-such-thing") { positions(first: 1000) { totalCount } } }',
      [["actor.positions", bad, "first"]],
    ],
    [
      "cursors, page sizes, ids and words",
      `{ actors(after: "x") { totalCount } sources(first: -1, last: 2) { totalCount } node(id: "x") { id }
         search(query: "!") { totalCount } position(id: "actor_01h2xcejqtf2nbrexx3vqjhp41") { id }
         changes(first: 501) { totalCount } }`,
      [
        ["actors", bad, "after"],
        ["sources", bad, "first", "last"],
        ["node", bad, "id"],
        ["search", bad, "query"],
        ["position", bad, "id"],
        ["changes", bad, "first"],
      ],
    ],
    [
      "empty lists",
      `{ actors(where: { kinds: [] }) { nodes { affiliations(where: { or: [] }) { totalCount } } } search(query: "a", kinds: []) { totalCount }
         proposal(slug: "paris-agreement") { participants(roles: []) { role } } }`,
      [
        ["actors", bad, "where.kinds"],
        ["actors.nodes.affiliations", bad, "where.or"],
        ["search", bad, "kinds"],
        ["proposal.participants", bad, "roles"],
      ],
    ],
    [
      "a role, beside what is wrong with others",
      `{ drafts(first: 1000) { totalCount } savedQuestions { totalCount } actors(where: { ${slugs} }) { totalCount } }`,
      [
        ["drafts", "UNAUTHENTICATED"],
        ["savedQuestions", "UNAUTHENTICATED"],
        ["actors", bad, "where.slugs[0]"],
      ],
    ],
    [
      "a mutation of which one part is wrong",
      'mutation { a: recordTopic(input: { slug: "x", name: "X" }) { topic { proposals(first: 1000) { totalCount } } } }',
      [["a", "UNAUTHENTICATED"]],
    ],
  ])("%s", async (_, query, expected) => {
    const answer = await askBoth(query);
    expect(said(answer)).toEqual(expected);
    expect(answer).not.toHaveProperty("data");
    expect(answer.status).toBe(200);
  });

  test("a bad credential, before all else that is wrong", async () => {
    const headers = { authorization: "Bearer nobody" };
    for (const query of ["{ actors(first: 1000) { totalCount } }", "{ nothing }", "{ actors { totalCount } }"]) {
      const answer = await askBoth(query, { headers });
      expect([answer.status, said(answer)]).toEqual([401, [[undefined, "UNAUTHENTICATED"]]]);
    }
  });

  test("variables that do not fit their types", async () => {
    const query = "query ($first: Int, $where: ActorFilter) { actors(first: $first, where: $where) { totalCount } }";
    const answer = await askBoth(query, { variables: { first: "x", where: { kinds: ["NOBODY"] } } });
    expect(said(answer)).toEqual([
      [undefined, bad, "first"],
      [undefined, bad, "where.kinds[0]"],
    ]);
  });
});

describe("an operation is answered in both deployments", () => {
  test.each<[string, string, object]>([
    [
      "optional variables that are left out",
      "query ($s: [Stance!], $h: ActorFilter, $m: String) { positions(where: { stances: $s, holder: $h, through: { memberOf: $m } }) { totalCount } }",
      {},
    ],
    [
      "optional variables that are null",
      "query ($s: [Stance!]) { positions(where: { stances: $s }) { totalCount } }",
      { s: null },
    ],
    ["an empty `where`", "query ($w: PositionFilter) { positions(where: $w) { totalCount } }", { w: {} }],
  ])("%s", async (_, query, variables) => {
    const { data } = await askBoth("{ positions { totalCount } }");
    expect((await askBoth(query, { variables: { ...variables } })).data).toEqual(data);
  });

  test("where a wrong argument is left out by a condition", async () => {
    const query =
      "query ($on: Boolean!) { actors(first: 1000) @include(if: $on) { totalCount } topics { slug @skip(if: $on) } }";
    expect((await askBoth(query, { variables: { on: false } })).errors).toBeUndefined();
    expect(said(await askBoth(query, { variables: { on: true } }))).toEqual([["actors", bad, "first"]]);
  });

  test("where a slug is known, without a further question once it was looked up", async () => {
    const { costs } = await deployments.costOf('{ actors(where: { slugs: ["russia"] }) { nodes { slug } } }');
    const fetches = Object.values(costs).flatMap((cost) => cost.fetches);
    expect(fetches.filter((fetch) => fetch.includes("_lookUp"))).toEqual([]);
    expect(fetches).toHaveLength(1);
  });
});
