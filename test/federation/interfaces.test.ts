import { beforeAll, expect, test } from "@jest/globals";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";
import { ask } from "../support/server.js";

let deployments: Deployments;
beforeAll(async () => {
  deployments = await startDeployments(await testDatabase({ seeds: true }));
});

const questions: Record<string, string> = {
  "a union of entities of other modules":
    "{ positions(first: 40) { nodes { subject { ... on Titled { slug title } } } } }",
  "a union of entities, one of them of the module itself": `{
    positions(first: 40) { nodes { evidence { __typename ... on Sourced { sources { title url } } } allSources { slug } } }
  }`,
  "two interfaces of one union": `{
    search(query: "mediation", first: 30) {
      nodes { __typename ... on Titled { title } ... on Sourced { sources { ... on Titled { slug } } } ... on Actor { name } }
    }
  }`,
  "an interface within another": `{
    positions(first: 10) { nodes { ... on Sourced { sources { slug } } subject { ... on Sourced { ... on Titled { title } } } } }
  }`,
};

test.each(Object.entries(questions))("%s is answered alike by both deployments", async (_name, question) => {
  const { data, errors } = await ask(deployments.single, question);
  expect(errors).toBeUndefined();
  const gateway = await ask(deployments.gateway, question);
  expect({ data: gateway.data, errors: gateway.errors }).toEqual({ data, errors });
});

test("a subject has its title, and evidence its sources, without a look at its type", async () => {
  const { data } = await ask(
    deployments.single,
    `{ positions(first: 500) { nodes {
      subject { ... on Titled { slug title } } evidence { ... on Sourced { sources { slug } } } allSources { slug }
    } } }`,
  );
  const nodes: { subject: object; evidence: { sources: object[] } | null; allSources: object[] }[] =
    data.positions.nodes;
  expect(nodes.length).toBeGreaterThan(20);
  for (const { subject, evidence, allSources } of nodes) {
    expect(subject).toEqual({ slug: expect.any(String), title: expect.any(String) });
    expect(allSources).toEqual(expect.arrayContaining(evidence?.sources ?? []));
    expect(allSources.length).toBeGreaterThan(0);
    expect(new Set(allSources.map((source) => JSON.stringify(source))).size).toBe(allSources.length);
  }
});
