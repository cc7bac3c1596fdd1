import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { recordBase } from "../record/base.js";
import { type Entity, writer } from "../record/writer.js";
import { answer, ask } from "../support/ask.js";
import { kinds, testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { ask as askServer, testServer } from "../support/server.js";
import { momentOf } from "./random-history.js";

/** Supports p-one until `corrected`, when it is found to have opposed it; renamed meanwhile; and another comes later. */
describe.each(kinds)("knownAt on %s", (kind) => {
  let database: Database;
  let position: Entity;
  const at = { before: "", recorded: "", corrected: "", retracted: "" };

  beforeAll(async () => {
    database = await testDatabase({ kind });
    const { recorded, revise, retract } = writer(database);
    at.before = await momentOf(database);
    const entities = await recordBase(database);
    const held = {
      holder: "a-state",
      subject: "p-one",
      basis: "STATEMENT",
      evidence: { statement: "q-one" },
      since: "2021-01-26",
    };
    position = await recorded("positions", { ...held, stance: "SUPPORTS" });
    at.recorded = await momentOf(database);
    await revise("positions", { id: position.id, version: 1, stance: "OPPOSES" });
    const { id, version } = entities.get("a-state") ?? position;
    await revise("actors", { id, version, slug: "a-renamed-state", name: "Renamed" });
    at.corrected = await momentOf(database);
    await recorded("positions", { ...held, holder: "a-other", stance: "SUPPORTS", since: "2021-01-20" });
    await retract({ id: position.id, version: 2 });
    at.retracted = await momentOf(database);
  });

  test("answers from what was on record", async () => {
    const stances = (moment: string) =>
      answer(
        database,
        `{ proposal(slug: "p-one", knownAt: "${moment}") { supporters { nodes { slug } } opponents { nodes { slug name } } } }`,
      );
    expect(await stances(at.before)).toEqual({ proposal: null });
    expect(await stances(at.recorded)).toEqual({
      proposal: { supporters: { nodes: [{ slug: "a-state" }] }, opponents: { nodes: [] } },
    });
    expect(await stances(at.corrected)).toEqual({
      proposal: { supporters: { nodes: [] }, opponents: { nodes: [{ slug: "a-renamed-state", name: "Renamed" }] } },
    });
    const now = await stances(at.retracted);
    expect(now).toEqual({ proposal: { supporters: { nodes: [{ slug: "a-other" }] }, opponents: { nodes: [] } } });
    expect(await stances("2999-01-01T00:00:00Z")).toEqual(now);
  });

  test("goes with asOf: what was believed then of another day", async () => {
    const { proposal } = await answer(
      database,
      `{ proposal(slug: "p-one") {
        believed: supporters(asOf: "2021-01-27", knownAt: "${at.recorded}") { nodes { slug } }
        earlier: supporters(asOf: "2021-01-25", knownAt: "${at.recorded}") { nodes { slug } }
        now: supporters(asOf: "2021-01-25") { nodes { slug } }
      } }`,
    );
    expect(proposal).toEqual({
      believed: { nodes: [{ slug: "a-state" }] },
      earlier: { nodes: [] },
      now: { nodes: [{ slug: "a-other" }] },
    });
  });

  test("looks a slug up as it was, and shows the entity as it was", async () => {
    const { old, renamed, early } = await answer(
      database,
      `{ old: actor(slug: "a-state", knownAt: "${at.recorded}") { slug name version }
        renamed: actor(slug: "a-renamed-state", knownAt: "${at.corrected}") { slug name version }
        early: actor(slug: "a-renamed-state", knownAt: "${at.recorded}") { slug } }`,
    );
    expect(old).toEqual({ slug: "a-state", name: "State", version: 1 });
    expect(renamed).toEqual({ slug: "a-renamed-state", name: "Renamed", version: 2 });
    expect(early).toBeNull();
    expect(await answer(database, `{ actor(slug: "a-state") { slug } }`)).toEqual({ actor: null });
  });

  test("holds for all that is beneath, until a field names another moment", async () => {
    const one = (moment: string) => `position(id: "${position.id}", knownAt: "${moment}") {
      stance version holder { name positions { edges { node { stance holder { slug } } } } }
      subject { ... on Proposal { opponents(knownAt: "${at.corrected}") { nodes { name positions { nodes { stance } } } }
        stanceCounts { stance count } } } }`;
    const held = (stance: string, slug: string) => ({ edges: [{ node: { stance, holder: { slug } } }] });
    const known = await answer(
      database,
      `{ first: ${one(at.recorded)} second: ${one(at.corrected)} third: ${one(at.retracted)} }`,
    );
    const opponents = { nodes: [{ name: "Renamed", positions: { nodes: [{ stance: "OPPOSES" }] } }] };
    expect(known).toEqual({
      first: {
        ...{ stance: "SUPPORTS", version: 1, holder: { name: "State", positions: held("SUPPORTS", "a-state") } },
        subject: { opponents, stanceCounts: expect.arrayContaining([{ stance: "SUPPORTS", count: 1 }]) },
      },
      second: {
        ...{
          stance: "OPPOSES",
          version: 2,
          holder: { name: "Renamed", positions: held("OPPOSES", "a-renamed-state") },
        },
        subject: { opponents, stanceCounts: expect.arrayContaining([{ stance: "OPPOSES", count: 1 }]) },
      },
      third: null,
    });
  });

  test("of two fields that share a fragment, each has its own", async () => {
    const { first, second, now } = await answer(
      database,
      `fragment Held on Position { stance holder { name } }
      query ($first: DateTime, $later: DateTime = "${at.corrected}", $none: DateTime) {
        first: positions(knownAt: $first) { totalCount nodes { ...Held } }
        second: positions(knownAt: $later) { totalCount nodes { ...Held } }
        now: positions(knownAt: $none) { totalCount nodes { ...Held } }
      }`,
      { first: at.recorded },
    );
    expect(first).toEqual({ totalCount: 1, nodes: [{ stance: "SUPPORTS", holder: { name: "State" } }] });
    expect(second).toEqual({ totalCount: 1, nodes: [{ stance: "OPPOSES", holder: { name: "Renamed" } }] });
    expect(now).toEqual({ totalCount: 1, nodes: [{ stance: "SUPPORTS", holder: { name: "Other" } }] });
  });

  test("includes what was written at the moment itself, as answers tell it", async () => {
    const { written } = await answer(
      database,
      `{ written: position(id: "${position.id}", knownAt: "${at.corrected}") { updatedAt recordedAt } }`,
    );
    const one = async (moment: string) =>
      (await answer(database, `{ position(id: "${position.id}", knownAt: "${moment}") { version } }`)).position;
    expect(await one(written.recordedAt)).toEqual({ version: 1 });
    expect(await one(written.updatedAt)).toEqual({ version: 2 });
    expect(await one(written.updatedAt.replace("Z", "+00:00"))).toEqual({ version: 2 });
    // To the microsecond, the last one before that millisecond.
    const earlier = new Date(Date.parse(written.recordedAt) - 1).toISOString();
    expect(await one(earlier.replace("Z", "999Z"))).toBeNull();
  });

  test("takes as many statements as without, and the same ones", async () => {
    const question = (known: string) => `{ positions(first: 5${known}) {
      totalCount nodes { stance holder { name names { value } } subject { ... on Proposal { title sponsors { name } } } } } }`;
    const without = await ask(database, question(""));
    const known = await ask(database, question(`, knownAt: "${at.retracted}"`));
    expect(known.data).toEqual(without.data);
    expect([...known.statements].sort()).toEqual([...without.statements].sort());
    const header = await ask(database, question(""), {}, { knownAt: at.retracted });
    expect([...header.statements].sort()).toEqual([...without.statements].sort());
  });
});

describe("the header Standpoint-Known-At", () => {
  const question = `{ actors { nodes { name } } search(query: "state") { totalCount } }`;
  let database: Database;
  let moment: string;
  let server: Awaited<ReturnType<typeof testServer>>;

  beforeAll(async () => {
    database = await testDatabase();
    server = await testServer({ schema, database });
    await writer(database).recorded("actors", { slug: "a-state", kind: "STATE", name: "State" });
    moment = (await momentOf(database)).replace(/\d{3}Z$/, "Z");
    await writer(database).recorded("actors", { slug: "b-state", kind: "STATE", name: "A new state" });
  });

  test("sets the moment of the whole request, and the answer tells it", async () => {
    const known = await askServer(server, question, { headers: { "standpoint-known-at": moment } });
    expect(known).toMatchObject({
      status: 200,
      data: { actors: { nodes: [{ name: "State" }] }, search: { totalCount: 1 } },
      extensions: { knownAt: moment },
      headers: { vary: expect.stringContaining("standpoint-known-at") },
    });
    const both = { "standpoint-known-at": "2020-01-01T03:00:00.1234567+03:00", "standpoint-as-of": "2019-12-31" };
    const { extensions } = await askServer(server, question, { headers: both });
    expect(extensions).toEqual({ asOf: "2019-12-31", knownAt: "2020-01-01T00:00:00.123456Z" });
    expect((await askServer(server, question)).extensions).toBeUndefined();
  });

  test("gives way to an argument", async () => {
    const field = `actor(slug: "b-state", knownAt: "2999-01-01T00:00:00Z") { name }`;
    const { data } = await askServer(server, `{ ${field} earlier: actor(slug: "b-state") { name } }`, {
      headers: { "standpoint-known-at": moment },
    });
    expect(data).toEqual({ actor: { name: "A new state" }, earlier: null });
  });

  test.each(["2021-01-27", "yesterday", "", "2021-02-30T00:00:00Z", "2021-01-27T00:00:00"])(
    "refuses %j",
    async (given) => {
      const { errors, status, data } = await askServer(server, question, { headers: { "standpoint-known-at": given } });
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining("Standpoint-Known-At"),
          extensions: { code: "BAD_USER_INPUT", fields: [{ path: "Standpoint-Known-At" }] },
        },
      ]);
      expect([status, data]).toEqual([400, undefined]);
    },
  );

  test("is refused with a mutation", async () => {
    const mutation = `mutation { retract(input: { id: "x", version: 1, reason: "x" }) { errors { message } } }`;
    const { errors } = await askServer(server, mutation, { headers: { "standpoint-known-at": moment } });
    expect(errors).toMatchObject([
      { message: expect.stringContaining("applies only to queries"), extensions: { code: "BAD_USER_INPUT" } },
    ]);
  });
});
