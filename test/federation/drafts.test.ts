import { beforeAll, expect, test } from "@jest/globals";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";
import { type Answer, ask } from "../support/server.js";

type Headers = Record<string, string>;

let deployments: Deployments;
let contributor: Headers;
let other: Headers;
let editor: Headers;
beforeAll(async () => {
  const database = await testDatabase({ seeds: true });
  deployments = await startDeployments(database);
  contributor = (await apiKey(database, "CONTRIBUTOR")).headers;
  other = (await apiKey(database, "CONTRIBUTOR", { name: "other" })).headers;
  editor = (await apiKey(database, "EDITOR")).headers;
});

const fields = `id version status kind author entry changes { path before after }
  entity { __typename id ... on Proposal { title sponsors { name } } ... on Source { title publisher } }`;

/** Asks both, which must answer alike. */
async function askBoth(query: string, headers: Headers): Promise<Answer> {
  const single = await ask(deployments.single, query, { headers });
  const gateway = await ask(deployments.gateway, query, { headers });
  expect({ data: gateway.data, errors: gateway.errors?.map(({ message }) => message) }).toEqual({
    data: single.data,
    errors: single.errors?.map(({ message }) => message),
  });
  return single;
}

async function through(query: string, headers: Headers) {
  const { data, errors } = await ask(deployments.gateway, query, { headers });
  expect(errors).toBeUndefined();
  return data;
}

test("drafts are made, seen and approved through the gateway, and others see none", async () => {
  const { recordSource } = await through(
    `mutation { recordSource(input: { slug: "drafted", title: "Drafted", kind: NEWS }) {
      source { title } draft { ${fields} } errors { path } } }`,
    contributor,
  );
  expect(recordSource).toMatchObject({
    source: null,
    draft: { status: "PENDING", kind: "SOURCE", author: "key:contributor", entity: null },
    errors: [],
  });
  const { proposal } = await through(`{ proposal(slug: "two-state-solution") { id version title } }`, {});
  const { reviseProposal } = await through(
    `mutation { reviseProposal(input: { id: "${proposal.id}", version: ${proposal.version}, title: "Two states" }) {
      draft { ${fields} } errors { path } } }`,
    contributor,
  );
  expect(reviseProposal.draft).toMatchObject({
    entity: { __typename: "Proposal", id: proposal.id, title: proposal.title },
    changes: [{ path: "title", before: proposal.title, after: "Two states" }],
  });

  const drafts = [recordSource.draft, reviseProposal.draft];
  const questions = [
    `{ drafts(where: { statuses: [PENDING] }) { totalCount nodes { ${fields} } } }`,
    ...drafts.map(
      ({ id }) => `{ draft(id: "${id}") { ${fields} } node(id: "${id}") { __typename ... on Draft { ${fields} } } }`,
    ),
  ];
  for (const query of questions) {
    for (const headers of [contributor, editor]) {
      const { data, errors } = await askBoth(query, headers);
      expect(errors).toBeUndefined();
      expect(data.drafts?.nodes ?? drafts).toEqual(drafts);
    }
    const { data } = await askBoth(query, other);
    expect(data).toEqual(data.drafts ? { drafts: { totalCount: 0, nodes: [] } } : { draft: null, node: null });
    expect((await askBoth(query, {})).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  }

  const named = drafts.map(({ id, version }) => `{ id: "${id}", version: ${version} }`);
  const approve = `mutation { approveDrafts(input: { drafts: [${named}] }) { results { draft { ${fields} } errors { path } } errors { path } } }`;
  const { approveDrafts } = await through(approve, editor);
  expect(approveDrafts).toMatchObject({
    errors: [],
    results: [
      {
        draft: { status: "APPROVED", entity: { __typename: "Source", title: "Drafted", publisher: null } },
        errors: [],
      },
      { draft: { status: "APPROVED", entity: { id: proposal.id, title: "Two states" } }, errors: [] },
    ],
  });
  const { data } = await askBoth(`{ source(slug: "drafted") { title revisions { nodes { author approvedBy } } } }`, {});
  expect(data.source).toEqual({
    title: "Drafted",
    revisions: { nodes: [{ author: "key:contributor", approvedBy: "key:editor" }] },
  });
});
