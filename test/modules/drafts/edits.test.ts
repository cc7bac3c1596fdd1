import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { sql } from "../../../src/db/sql.js";
import { recordBase } from "../../record/base.js";
import { tableCounts } from "../../record/consistency.js";
import { ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { type Made, nobody, somebody, told } from "./draft-kit.js";

let database: Database;
let contributor: ReturnType<typeof somebody>;
let other: ReturnType<typeof somebody>;
let editor: ReturnType<typeof somebody>;
let base: Map<string, { id: string }>;
beforeAll(async () => {
  database = await testDatabase();
  base = await recordBase(database);
  contributor = somebody(database, "CONTRIBUTOR");
  other = somebody(database, "CONTRIBUTOR", "other");
  editor = somebody(database, "EDITOR");
});

describe("changing a draft", () => {
  const entry = { slug: "d-changed", title: "Changed", kind: "NEWS" };
  let id: string;
  beforeAll(async () => {
    ({ id } = await contributor.drafts("sources", entry));
  });
  const revise = (input: object, who = contributor) => who.reviseDraft({ id, version: 1, entry, ...input });

  test("is refused where the entry is wrong, or is none", async () => {
    expect(told(await revise({ entry: { slug: "s-one", kind: "X", typo: 1 } })).sort()).toEqual([
      "DuplicateSlug input.entry.slug",
      "InvalidInput input.entry",
      "InvalidInput input.entry.kind",
      "InvalidInput input.entry.title",
    ]);
    for (const none of ["a text", 7, [], [entry], true]) {
      expect({ none, told: told(await revise({ entry: none })) }).toEqual({ none, told: ["InvalidInput input.entry"] });
    }
    for (const strange of [
      '{"__proto__": {"a": 1}}',
      '{"constructor": {"constructor": 7}}',
      '{"toString": null, "a": "\\u0000"}',
    ]) {
      expect((await revise({ entry: JSON.parse(strange) })).errors.length).toBeGreaterThan(0);
    }
    expect(told(await revise({ reason: "", entityVersion: 0 })).sort()).toEqual([
      "InvalidInput input.entityVersion",
      "InvalidInput input.reason",
    ]);
  });

  test("takes an entry that is written out in the document", async () => {
    const { id } = await contributor.drafts("sources", { slug: "d-literal", title: "A", kind: "NEWS" });
    const { data, errors } = await contributor.asks(
      `mutation { reviseDraft(input: { id: "${id}", version: 1, entry: { slug: "d-literal", title: "B", kind: "NEWS" } }) {
        draft { entry } errors { message } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.reviseDraft).toEqual({ draft: { entry: { slug: "d-literal", title: "B", kind: "NEWS" } }, errors: [] });
  });

  test("is refused where somebody has seen another version, or names something else", async () => {
    const { errors } = await revise({ version: 4 });
    expect(errors).toMatchObject([{ __typename: "Conflict", path: "input.version", currentVersion: 1 }]);
    for (const wrong of ["", "d-changed", base.get("s-one")?.id])
      expect(told(await revise({ id: wrong }))).toEqual(["InvalidInput input.id"]);
  });

  test("is not for others: an editor is told so, another contributor nothing", async () => {
    expect(told(await revise({}, editor))).toEqual(["InvalidInput input.id"]);
    expect(told(await editor.withdrawDraft({ id, version: 1 }))).toEqual(["InvalidInput input.id"]);
    const blind = (text: unknown) => JSON.parse(JSON.stringify(text).replaceAll(nobody, "…").replaceAll(id, "…"));
    for (const more of [{}, { version: 9 }, { entry: { slug: "No" } }, { reason: " " }]) {
      expect(blind(await revise(more, other))).toEqual(blind(await revise({ ...more, id: nobody }, other)));
    }
    const [mine, none] = [
      await other.withdrawDraft({ id, version: 1 }),
      await other.withdrawDraft({ id: nobody, version: 1 }),
    ];
    expect(told(mine)).toEqual(["NotFound input.id"]);
    expect(blind(mine)).toEqual(blind(none));
    expect(await contributor.draft(id)).toMatchObject({ version: 1, status: "PENDING" });
  });
});

describe("who may do what", () => {
  test.each([
    ["CONTRIBUTOR", "FORBIDDEN"],
    ["READER", "FORBIDDEN"],
    [undefined, "UNAUTHENTICATED"],
  ] as const)("%s", async (role, code) => {
    const { id } = await contributor.drafts("topics", { slug: `t-for-${role?.toLowerCase() ?? "nobody"}`, name: "T" });
    const decide = (field: string, reason: string) =>
      `mutation { ${field}(input: { drafts: [{ id: "${id}", version: 1 }] ${reason} }) { errors { path } } }`;
    const viewer = role && { role, author: "key:contributor" };
    for (const query of [decide("approveDrafts", ""), decide("rejectDrafts", 'reason: "No"')]) {
      const { errors } = await ask(database, query, {}, { viewer });
      expect(errors).toMatchObject([{ extensions: { code, requiredRole: "EDITOR" } }]);
    }
    if (role === "CONTRIBUTOR") return;
    for (const query of [
      "{ drafts { totalCount } }",
      `{ draft(id: "${id}") { id } }`,
      `{ draft(id: "${nobody}") { id } }`,
    ]) {
      const { errors } = await ask(database, query, {}, { viewer });
      expect(errors).toMatchObject([{ extensions: { code, requiredRole: "CONTRIBUTOR" } }]);
    }
  });

  test("an administrator does what editors do, and an editor writes at once", async () => {
    const admin = somebody(database, "ADMIN");
    const draft = await contributor.drafts("topics", { slug: "t-admin", name: "T" });
    expect((await admin.approve([draft])).results.map(told)).toEqual([[]]);
    const { entity, draft: none } = await editor.record("topics", { slug: "t-editor", name: "T" });
    expect([entity.version, none]).toEqual([1, null]);
  });

  test("who became an editor since may approve what he drafted", async () => {
    const draft = await contributor.drafts("topics", { slug: "t-promoted", name: "T" });
    const promoted = somebody(database, "EDITOR", "contributor");
    expect((await promoted.approve([draft])).results).toMatchObject([{ draft: { decidedBy: "key:contributor" } }]);
  });
});

describe("an author who has 1,000 pending drafts", () => {
  const topic = (name: string) => ({ slug: `full-${name}`, name });
  const full = () => somebody(database, "CONTRIBUTOR", "prolific");
  const pending = async () => (await full().queue({ statuses: ["PENDING"] })).totalCount;
  /** Has so many more that are of no matter. */
  const wait = (count: number) =>
    database.query(sql`
      insert into "Draft" (id, author, action, "entityKind", entry, "recordedAt", "updatedAt")
      select gen_random_uuid(), 'key:prolific', 'RECORD', 'TOPIC', jsonb_build_object('slug', 'full-' || n, 'name', 'T'), now(), now()
      from generate_series(1, ${count}::integer) n`);
  let made: Made & { entry: { slug: string; name: string } };
  beforeAll(async () => {
    await wait(998);
    const atOnce = await Promise.all(
      ["one", "two", "three"].map((name) => full().record("topics", { ...topic(name), idempotencyKey: name })),
    );
    expect(atOnce.flatMap(told)).toEqual(["InvalidInput input"]); // there is room for two
    made = atOnce.find(({ draft }) => draft).draft;
  });

  test("makes no further one, be it of something new or of a revision, and is told what to do", async () => {
    const { draft, errors } = await full().record("topics", topic("more"));
    expect(draft).toBeNull();
    expect(errors).toEqual([
      {
        ...{ __typename: "InvalidInput", path: "input" },
        message:
          "You have 1,000 pending drafts; at most 1,000 are allowed. Withdraw some, or wait until editors have decided some",
      },
    ]);
    const revision = { id: base.get("s-one")?.id, version: 1, title: "Revised" };
    expect(told(await full().revise("sources", revision))).toEqual(["InvalidInput input"]);
    expect(told(await full().record("topics", { slug: "No", name: "T" }))).toEqual([
      "InvalidInput input.slug",
      "InvalidInput input",
    ]);
    expect(told(await full().revise("sources", { ...revision, title: "" }))).toEqual([
      "InvalidInput input.title",
      "InvalidInput input",
    ]);
    expect(await pending()).toBe(1_000);
  });

  test("changes those that there are, and has the answer of one that was made again", async () => {
    const { id, entry } = made;
    const revised = await full().reviseDraft({ id, version: 1, entry: { ...entry, name: "Changed" } });
    expect(revised).toMatchObject({ errors: [], draft: { version: 2 } });
    const again = await full().record("topics", { ...entry, idempotencyKey: entry.name });
    expect(again).toMatchObject({ errors: [], draft: { id, version: 2 } });
  });

  test("is no hindrance to others", async () => {
    expect(told(await contributor.record("topics", topic("of-another")))).toEqual([]);
    expect(told(await somebody(database, "EDITOR", "prolific").record("topics", topic("at-once")))).toEqual([]);
  });

  test("makes more as soon as one is withdrawn or decided", async () => {
    expect(told(await full().withdrawDraft({ id: made.id, version: 2 }))).toEqual([]);
    const more = await full().drafts("topics", topic("more"));
    expect(told(await full().record("topics", topic("and-more")))).toEqual(["InvalidInput input"]);
    expect((await editor.approve([more])).results.map(told)).toEqual([[]]);
    expect(told(await full().record("topics", topic("and-more")))).toEqual([]);
    expect(await pending()).toBe(1_000);
  });
});

describe("asking again", () => {
  const entry = { slug: "d-again", title: "Again", kind: "NEWS", idempotencyKey: "k1" };

  test("with the same key makes one draft, and the key is refused for another", async () => {
    const first = await contributor.record("sources", entry);
    expect(first.errors).toEqual([]);
    expect(await contributor.record("sources", entry)).toEqual(first);
    const another = await contributor.record("sources", { ...entry, title: "Other" });
    expect(told(another)).toEqual(["InvalidInput input.idempotencyKey"]);
    const revision = { id: first.draft.id, version: 1, entry: { slug: "d-again", title: "B", kind: "NEWS" } };
    const revised = await contributor.reviseDraft({ ...revision, idempotencyKey: "k2" });
    expect(revised.draft.version).toBe(2);
    expect(await contributor.reviseDraft({ ...revision, idempotencyKey: "k2" })).toEqual(revised);
    expect(told(await contributor.reviseDraft(revision))).toEqual(["Conflict input.version"]);
    // It has the draft as it is now, be it decided.
    await editor.approve([revised.draft]);
    expect(await contributor.record("sources", entry)).toMatchObject({ entity: null, draft: { status: "APPROVED" } });
  });

  test("for the same decision has the same answer, and for another is refused", async () => {
    const [yes, no] = [
      await contributor.drafts("topics", { slug: "t-yes", name: "Yes" }),
      await contributor.drafts("topics", { slug: "t-no", name: "No" }),
    ];
    const approved = await editor.approve([yes]);
    const counts = await tableCounts(database);
    expect(await editor.approve([yes])).toEqual(approved);
    const rejected = await editor.reject([no]);
    expect(await editor.reject([no])).toEqual(rejected);
    expect((await editor.reject([yes])).results.map(told)).toEqual([["InvalidInput input.drafts[0].id"]]);
    expect((await editor.approve([no])).results.map(told)).toEqual([["InvalidInput input.drafts[0].id"]]);
    const second = somebody(database, "EDITOR", "second");
    expect((await second.approve([yes])).results.map(told)).toEqual([["InvalidInput input.drafts[0].id"]]);
    expect(await tableCounts(database)).toEqual(counts);
  });
});
