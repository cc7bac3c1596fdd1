import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { type PositionSeed, positionKit } from "./position-kit.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = positionKit(database);
  const source = await kit.source();
  const first = await kit.actor({ slug: "first" });
  const seeds: PositionSeed[] = [];
  for (let number = 0; number < 50; number += 1) {
    const holder = await kit.actor();
    const proposal = await kit.proposal();
    const policyAction = await kit.policyAction({ agent: holder });
    const meeting = await kit.meeting({ body: first });
    const statement = await kit.statement({ meeting });
    const rollCall = await kit.rollCall({ proposal, body: first, meeting, sources: [source] });
    seeds.push(
      { holder, proposal, stance: "SUPPORTS", since: "2001", evidence: { statement } },
      { holder, proposal, stance: "OPPOSES", basis: "VOTE", since: "2002", evidence: { rollCall } },
      { holder, policyAction, stance: "OPPOSES", basis: "ACTION", evidence: { policyAction } },
      { holder: first, proposal, stance: "SUPPORTS", evidence: { statement } },
      { holder: first, policyAction, stance: "OPPOSES", evidence: { statement } },
    );
  }
  await kit.positions(seeds);
});

const position = /* GraphQL */ `
  totalCount
  pageInfo { hasNextPage }
  nodes {
    stance
    holder { name }
    through { name }
    subject { ... on Proposal { title } ... on PolicyAction { title } }
    evidence { ... on Statement { summary } ... on RollCall { heldOn } ... on PolicyAction { title } }
    sources { title }
  }
`;

/** Each is answered with its parents by one query, whether they are 1 or 50. */
const lists: [parents: string, list: string][] = [
  ["actors", "positions { nodes { stance } }"],
  ["actors", "positions(where: { subject: { proposals: { kinds: [PLAN] } } }) { totalCount nodes { stance } }"],
  ["actors", "positionHistory { totalCount nodes { stance } }"],
  ["actors", "contradictions { totalCount nodes { positions { stance } subject { __typename } } }"],
  [
    "actors",
    `agreementWith(slug: "first") {
       shared agreed score actor { name }
       subjects { totalCount nodes { agrees mine { stance } theirs { stance } subject { __typename } } }
     }`,
  ],
  ["proposals", "positions { nodes { holder { name } } }"],
  ["proposals", "positionHistory { nodes { stance } }"],
  ["proposals", "supporters(where: { kinds: [STATE] }) { totalCount nodes { name } }"],
  ["proposals", "opponents { nodes { name } }"],
  ["proposals", "stanceCounts { stance count }"],
  [
    "proposals",
    "rollCalls { totalCount nodes { body { name } meeting { title } sources { title } proposal { title } } }",
  ],
  ["policyActions", "positions { nodes { stance } }"],
  ["policyActions", "positionHistory { totalCount }"],
  ["policyActions", "supporters { totalCount }"],
  ["policyActions", "opponents { nodes { name } }"],
  ["policyActions", "stanceCounts { count }"],
  ["statements", "positions { nodes { stance } totalCount }"],
  ["meetings", "rollCalls { nodes { number } }"],
  ["rollCalls", "positions { nodes { holder { name } } }"],
  ["rollCalls", "tally { counted { yes } } proposal { title } body { name } sources { title }"],
];

describe("the statements of a question", () => {
  it.each(lists)("do not grow with its %s: %s", async (parents, list) => {
    for (const first of [1, 50]) {
      const query = `query ($first: Int) { ${parents}(first: $first, orderBy: { field: RECORDED_AT, direction: DESC }) { nodes { ${list} } } }`;
      const answer = await ask(database, query, { first });
      expect(answer.errors).toBeUndefined();
      expect(answer.data[parents].nodes).toHaveLength(first);
      expect({ first, statements: answer.statements.length }).toEqual({ first, statements: 1 });
    }
  });

  it("do not grow with the changes, nor with the subjects that they are across", async () => {
    const query = /* GraphQL */ `
      query ($first: Int, $across: SubjectFilter) {
        stanceChanges(first: $first, across: $across) {
          totalCount
          nodes { holder { name } subject { __typename } previous { stance } evidence { __typename } }
        }
      }
    `;
    const votes = { proposals: { text: { startsWith: "proposal" } } };
    for (const [first, across, found] of [
      [1, null, 1],
      [50, null, 50],
      [1, votes, 1],
      [50, votes, 50],
    ] as const) {
      const answer = await ask(database, query, { first, across });
      expect(answer.errors).toBeUndefined();
      expect(answer.data.stanceChanges.nodes).toHaveLength(found);
      expect({ first, across, statements: answer.statements.length }).toEqual({ first, across, statements: 1 });
    }
  });

  it("do not grow with the positions, each with all that it refers to", async () => {
    for (const first of [1, 100]) {
      const answer = await ask(database, `query ($first: Int) { positions(first: $first) { ${position} } }`, { first });
      expect(answer.errors).toBeUndefined();
      expect(answer.data.positions.nodes).toHaveLength(first);
      expect(answer.statements).toHaveLength(1);
    }
  });
});
