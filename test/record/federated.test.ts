import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { canonical } from "../../src/record/canonical.js";
import { listNames } from "../../src/record/entities/index.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";
import { ask } from "../support/server.js";
import { inconsistencies, tableCounts } from "./consistency.js";
import { cases, minimal, recordForRefusals } from "./refused-entries.js";
import { samples } from "./samples.js";
import { entryOf, type Input, operation, selections, types, type Written } from "./writer.js";

let database: Database;
let deployments: Deployments;
let editor: Record<string, string>;
let contributor: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase();
  await recordForRefusals(database);
  deployments = await startDeployments(database);
  editor = (await apiKey(database, "EDITOR")).headers;
  contributor = (await apiKey(database, "CONTRIBUTOR")).headers;
});

const through = (deployment: "single" | "gateway", source: string, variables: Input = {}, headers = editor) =>
  ask(deployments[deployment], source, { variables, headers });

async function write(
  name: string,
  input: Input,
  selection = "",
  deployment: "single" | "gateway" = "gateway",
): Promise<Written> {
  const { data, errors } = await through(deployment, operation(name, undefined, selection), { input });
  expect(errors).toBeUndefined();
  return data[name];
}

describe.each(listNames)("%s through the gateway", (list) => {
  const type = types[list];
  const read = async (id: string): Promise<Input> => {
    const question = `query ($id: ID!) { node(id: $id) { __typename id ... on ${type} { version ${selections[list]} } } }`;
    const [gateway, single] = [await through("gateway", question, { id }), await through("single", question, { id })];
    expect(gateway.data).toEqual(single.data);
    return gateway.data.node;
  };

  test("are recorded, revised, retracted and reinstated, and read across modules", async () => {
    const { entry, changes } = samples[list];
    const { entity, errors } = await write(`record${type}`, entry, selections[list]);
    expect(errors).toEqual([]);
    expect(entryOf(entity)).toEqual(canonical(entry));
    const { id } = entity;
    expect(entryOf(await read(id))).toEqual(canonical(entry));
    const change = changes.at(-1) ?? {};
    const revised = await write(`revise${type}`, { id, version: 1, ...change }, selections[list]);
    expect(revised.errors).toEqual([]);
    expect(entryOf(revised.entity)).toEqual(canonical({ ...entry, ...change }));

    const own = `... on ${type} { version retractionReason ${selections[list]} }`;
    const { version } = revised.entity;
    const retracted = await write("retract", { id, version, reason: "It was wrong." }, own);
    expect(retracted).toMatchObject({
      entity: { id, version: version + 1, retractionReason: "It was wrong." },
      errors: [],
    });
    const { retractionReason, ...shown } = retracted.entity;
    expect(entryOf(shown)).toEqual(canonical({ ...entry, ...change }));
    expect(await read(id)).toBeNull();
    const reinstated = await write("reinstate", { id, version: version + 1, reason: "It was right." }, own);
    expect(reinstated).toMatchObject({ entity: { id, version: version + 2, retractionReason: null }, errors: [] });
    expect(entryOf(await read(id))).toEqual(canonical({ ...entry, ...change }));
    expect(await inconsistencies(database)).toEqual([]);
  });
});

test("what is refused is refused alike by both deployments, and changes nothing", async () => {
  const before = await tableCounts(database);
  // What is huge is refused by the size of the request.
  const small = cases.filter(([, , wrong]) => JSON.stringify(wrong).length < 50_000);
  for (const [name, list, wrong] of small) {
    const variables = { input: { ...minimal[list], ...wrong } };
    const source = operation(`record${types[list]}`);
    const [gateway, single] = [await through("gateway", source, variables), await through("single", source, variables)];
    expect({ name, data: gateway.data, errors: gateway.errors }).toEqual({
      name,
      data: single.data,
      errors: single.errors,
    });
    // A NUL is no error of the entry: no request may have one.
    if (!single.errors) expect(single.data[`record${types[list]}`].errors).not.toEqual([]);
  }
  expect(await tableCounts(database)).toEqual(before);
});

test("who may not write is told so alike by both deployments", async () => {
  const mutations = [...listNames.flatMap((list) => [`revise${types[list]}`]), "retract", "reinstate"];
  for (const name of mutations) {
    const variables = { input: { id: "x", version: 1, ...(name.startsWith("revise") ? {} : { reason: "X." }) } };
    const asked = async (deployment: "single" | "gateway", headers: Record<string, string>) => {
      const { data, errors } = await through(deployment, operation(name), variables, headers);
      return { name, data, errors };
    };
    const single = await asked("single", {});
    expect(single.errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: "UNAUTHENTICATED" }) }),
    ]);
    expect(await asked("gateway", {})).toEqual(single);
    expect(await asked("gateway", contributor)).toEqual(await asked("single", contributor));
  }
});

test("several mutations in one operation run one after another, whichever subgraph each is of", async () => {
  const source = `mutation {
    statement: recordStatement(input: { slug: "early", delivery: SPOKEN, madeOn: "2021", summary: "Too early.", sources: ["in-order"] }) { statement { slug } errors { path } }
    source: recordSource(input: { slug: "in-order", title: "In order", kind: NEWS }) { source { slug } errors { path } }
    actor: recordActor(input: { slug: "in-order", kind: STATE, name: "In order" }) { actor { slug } errors { path } }
    proposal: recordProposal(input: { slug: "in-order", title: "In order", kind: PLAN, status: PROPOSED, sponsors: ["in-order"], sources: ["in-order"] }) {
      proposal { slug sponsors { name } supporters { totalCount } } errors { path }
    }
    action: recordPolicyAction(input: { slug: "in-order-too", title: "In order", kind: OTHER, status: ANNOUNCED, agent: "in-order", bearsOn: [{ proposal: "in-order", bearing: ADVANCES }], sources: ["in-order"] }) {
      policyAction { slug bearsOn { proposal { title } } } errors { path }
    }
    said: recordStatement(input: { slug: "in-order", delivery: SPOKEN, madeOn: "2021", summary: "In order.", mentions: [{ proposal: "in-order" }], sources: ["in-order"] }) {
      statement { mentions { ... on Proposal { sponsors { slug } } } sources { title } } errors { path }
    }
    position: recordPosition(input: { holder: "in-order", subject: "in-order", stance: SUPPORTS, basis: STATEMENT, since: "2021", evidence: { statement: "in-order" } }) {
      position { holder { name } subject { ... on Proposal { title supporters { totalCount nodes { slug } } } } evidence { ... on Statement { summary } } } errors { path }
    }
    again: recordActor(input: { slug: "in-order", kind: STATE, name: "Again" }) { actor { slug } errors { path } }
  }`;
  const { data, errors } = await through("gateway", source);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    statement: { statement: null, errors: [{ path: "input.sources[0]" }] },
    source: { source: { slug: "in-order" }, errors: [] },
    actor: { actor: { slug: "in-order" }, errors: [] },
    proposal: {
      proposal: { slug: "in-order", sponsors: [{ name: "In order" }], supporters: expect.anything() },
      errors: [],
    },
    action: { policyAction: { slug: "in-order-too", bearsOn: [{ proposal: { title: "In order" } }] }, errors: [] },
    said: {
      statement: { mentions: [{ sponsors: [{ slug: "in-order" }] }], sources: [{ title: "In order" }] },
      errors: [],
    },
    position: {
      position: {
        holder: { name: "In order" },
        subject: { title: "In order", supporters: { totalCount: 1, nodes: [{ slug: "in-order" }] } },
        evidence: { summary: "In order." },
      },
      errors: [],
    },
    again: { actor: null, errors: [{ path: "input.slug" }] },
  });
});

test("an idempotency key holds whichever deployment is asked", async () => {
  const input = { slug: "either-way", name: "Either way", idempotencyKey: "either" };
  const first = await write("recordTopic", input, "slug", "single");
  const before = await tableCounts(database);
  expect(await write("recordTopic", input, "slug")).toEqual(first);
  expect(await write("recordTopic", { ...input, name: "Other" })).toMatchObject({
    entity: null,
    errors: [{ __typename: "InvalidInput", path: "input.idempotencyKey" }],
  });
  expect(await tableCounts(database)).toEqual(before);
});
