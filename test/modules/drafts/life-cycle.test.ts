import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { globalId } from "../../../src/record/global-id.js";
import { recordBase } from "../../record/base.js";
import { inconsistencies, tableCounts } from "../../record/consistency.js";
import { ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { somebody, told } from "./draft-kit.js";

let database: Database;
let contributor: ReturnType<typeof somebody>;
let editor: ReturnType<typeof somebody>;
let base: Map<string, { id: string }>;
beforeAll(async () => {
  database = await testDatabase();
  base = await recordBase(database);
  contributor = somebody(database, "CONTRIBUTOR");
  editor = somebody(database, "EDITOR");
});

/** What a source is on record, with its latest revision. */
const source = async (slug: string) => {
  const question =
    "query ($slug: String!) { source(slug: $slug) { id title version revisions { nodes { action author approvedBy reason } } } }";
  return (await ask(database, question, { slug })).data.source;
};

describe("a draft of a new entity", () => {
  const entry = { slug: "d-source", title: "Drafted", kind: "NEWS" };

  test("is made, listed, revised by its author, approved and on record as his", async () => {
    const counts = await tableCounts(database);
    const made = await contributor.record("sources", { ...entry, reason: "It was missing." });
    expect(made).toMatchObject({ entity: null, errors: [] });
    const { draft } = made;
    expect(draft).toMatchObject({
      ...{ version: 1, status: "PENDING", action: "RECORD", kind: "SOURCE", author: "key:contributor" },
      ...{ reason: "It was missing.", entry, entity: null, entityVersion: null },
      ...{ decidedAt: null, decidedBy: null, decisionReason: null },
      changes: [
        { path: "kind", before: null, after: "NEWS" },
        { path: "slug", before: null, after: "d-source" },
        { path: "title", before: null, after: "Drafted" },
      ],
    });
    expect(draft.id).toMatch(/^draft_/);
    expect(await tableCounts(database)).toEqual({ ...counts, Draft: (counts.Draft ?? 0) + 1 });
    expect(await source("d-source")).toBeNull();

    const { id } = draft;
    for (const who of [contributor, editor]) {
      expect(await who.draft(id)).toEqual(draft);
      expect((await who.queue({ statuses: ["PENDING"], kinds: ["SOURCE"] })).nodes).toContainEqual({
        ...{ id, status: "PENDING", kind: "SOURCE", author: "key:contributor" },
      });
    }

    const revised = await contributor.reviseDraft({ id, version: 1, entry: { ...entry, title: "Better" } });
    expect(revised).toMatchObject({
      errors: [],
      draft: { id, version: 2, reason: "It was missing.", entry: { ...entry, title: "Better" } },
    });

    const { results, errors } = await editor.approve([{ id, version: 2 }], { reason: "Well found." });
    expect(errors).toEqual([]);
    expect(results).toMatchObject([
      {
        errors: [],
        draft: {
          ...{ id, version: 3, status: "APPROVED", decidedBy: "key:editor", decisionReason: "Well found." },
          ...{ entity: { __typename: "Source" }, changes: [] },
        },
      },
    ]);
    expect(await source("d-source")).toEqual({
      ...{ id: results[0].draft.entity.id, title: "Better", version: 1 },
      revisions: {
        nodes: [{ action: "RECORDED", author: "key:contributor", approvedBy: "key:editor", reason: "It was missing." }],
      },
    });
    expect(await inconsistencies(database)).toEqual([]);
  });

  test("is rejected with a reason, which its author reads", async () => {
    const draft = await contributor.drafts("sources", { ...entry, slug: "d-rejected" });
    const refused = await editor.reject([draft], " ");
    expect(told(refused)).toEqual(["InvalidInput input.reason"]);
    expect(refused.results).toEqual([]);
    const { results } = await editor.reject([draft], "Not a source.");
    expect(results).toMatchObject([{ errors: [], draft: { status: "REJECTED", version: 2, entity: null } }]);
    expect(await contributor.draft(draft.id)).toMatchObject({
      ...{ status: "REJECTED", decidedBy: "key:editor", decisionReason: "Not a source." },
    });
    expect(await source("d-rejected")).toBeNull();
    // Its slug is free again.
    await contributor.drafts("sources", { ...entry, slug: "d-rejected" });
  });

  test("is withdrawn by its author, and not decided after that", async () => {
    const { id } = await contributor.drafts("sources", { ...entry, slug: "d-withdrawn" });
    const withdrawn = await contributor.withdrawDraft({ id, version: 1, reason: "I was wrong." });
    expect(withdrawn).toMatchObject({
      errors: [],
      draft: { status: "WITHDRAWN", version: 2, decidedBy: "key:contributor", decisionReason: "I was wrong." },
    });
    for (const done of [await editor.approve([{ id, version: 2 }]), await editor.reject([{ id, version: 2 }])])
      expect(done.results.map(told)).toEqual([["InvalidInput input.drafts[0].id"]]);
    expect(told(await contributor.reviseDraft({ id, version: 2, entry }))).toEqual(["InvalidInput input.id"]);
    expect(told(await contributor.withdrawDraft({ id, version: 2 }))).toEqual(["InvalidInput input.id"]);
  });

  test("is refused for whatever a record would be refused for, with the same errors", async () => {
    const wrong = { slug: "s-one", title: "", kind: "NEWS", url: "nowhere", reason: "", idempotencyKey: "é" };
    const [asContributor, asEditor] = [
      await contributor.record("sources", wrong),
      await editor.record("sources", wrong),
    ];
    expect(told(asEditor).length).toBeGreaterThan(4);
    expect(asContributor).toEqual(asEditor);
    const position = { holder: "nobody", subject: "p-one", stance: "SUPPORTS", basis: "STATEMENT", since: "2021" };
    expect(await contributor.record("positions", position)).toEqual(await editor.record("positions", position));
  });
});

describe("a draft of a revision", () => {
  const title = async (slug: string) => (await source(slug)).title;

  test("tells what is to be different, and revises once it is approved", async () => {
    const id = base.get("p-one")?.id;
    const { draft, entity, errors } = await contributor.revise("proposals", {
      ...{ id, version: 1, title: "Renamed", sponsors: [base.get("a-other")?.id], sources: null },
    });
    expect([entity, errors]).toEqual([null, []]);
    expect(draft).toMatchObject({
      ...{ action: "REVISE", kind: "PROPOSAL", entity: { id, __typename: "Proposal" }, entityVersion: 1 },
      entry: { title: "Renamed", sponsors: ["a-other"], sources: null },
      changes: [
        { path: "sources", before: ["s-one"], after: null },
        { path: "sponsors", before: ["a-state"], after: ["a-other"] },
        { path: "title", before: "One", after: "Renamed" },
      ],
    });
    const { results } = await editor.approve([draft]);
    expect(results).toMatchObject([{ errors: [], draft: { status: "APPROVED", entity: { id }, changes: [] } }]);
    const { data } = await ask(
      database,
      `{ proposal(slug: "p-one") { title version sponsors { slug } sources { slug }
        revisions(first: 1) { nodes { action author approvedBy changes { path } } } } }`,
    );
    expect(data.proposal).toEqual({
      ...{ title: "Renamed", version: 2, sponsors: [{ slug: "a-other" }], sources: [] },
      revisions: {
        nodes: [
          {
            ...{ action: "REVISED", author: "key:contributor", approvedBy: "key:editor" },
            changes: [{ path: "sources" }, { path: "sponsors" }, { path: "title" }],
          },
        ],
      },
    });
    expect(await inconsistencies(database)).toEqual([]);
  });

  test("of another version, or of nothing, or with nothing in it, is refused", async () => {
    const id = base.get("s-one")?.id;
    expect(told(await contributor.revise("sources", { id, version: 2, title: "X" }))).toEqual([
      "Conflict input.version",
    ]);
    expect(told(await contributor.revise("sources", { id, version: 1, title: "One" }))).toEqual(["InvalidInput input"]);
    const unknown = globalId("source", "01890a5d-ac96-774b-bcce-b302099a8057");
    expect(told(await contributor.revise("sources", { id: unknown, version: 1 }))).toEqual(["NotFound input.id"]);
  });

  test("stays pending where the entity was revised since, until its author has looked at that", async () => {
    const id = base.get("s-two")?.id;
    const { draft } = await contributor.revise("sources", { id, version: 1, title: "Two!" });
    await editor.revise("sources", { id, version: 1, publisher: "Somebody" });
    const { results } = await editor.approve([draft]);
    expect(results.map(told)).toEqual([["Conflict input.drafts[0].entityVersion"]]);
    expect(results[0].errors[0].currentVersion).toBe(2);
    expect(results[0].draft).toMatchObject({ status: "PENDING", version: 1 });
    expect(await title("s-two")).toBe("Two");

    const same = { id: draft.id, version: 1, entry: { title: "Two!" } };
    expect(told(await contributor.reviseDraft(same))).toEqual(["Conflict input.entityVersion"]);
    const again = await contributor.reviseDraft({ ...same, entityVersion: 2 });
    expect(again).toMatchObject({ errors: [], draft: { version: 2, entityVersion: 2 } });
    expect((await editor.approve([again.draft])).results.map(told)).toEqual([[]]);
    expect(await title("s-two")).toBe("Two!");
  });
});
