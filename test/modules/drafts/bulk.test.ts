import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { recordBase } from "../../record/base.js";
import { inconsistencies } from "../../record/consistency.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { type Made, nobody, somebody, told } from "./draft-kit.js";

let database: Database;
let contributor: ReturnType<typeof somebody>;
let other: ReturnType<typeof somebody>;
let editor: ReturnType<typeof somebody>;
beforeAll(async () => {
  database = await testDatabase();
  await recordBase(database);
  contributor = somebody(database, "CONTRIBUTOR");
  other = somebody(database, "CONTRIBUTOR", "other");
  editor = somebody(database, "EDITOR");
});

const statuses = async (drafts: readonly Made[]) =>
  Promise.all(drafts.map(async ({ id }) => (await editor.draft(id)).status));

/** Everything that a position rests on, drafted together, each naming the one before by its slug. */
async function contribution(name: string, who = contributor): Promise<Made[]> {
  const [actor, office, source, proposal, statement] = ["actor", "office", "source", "proposal", "statement"].map(
    (part) => `${name}-${part}`,
  );
  const made = [
    await who.drafts("sources", { slug: source, title: "A source", kind: "NEWS" }),
    await who.drafts("actors", { slug: actor, kind: "PERSON", name: "Somebody" }),
    await who.drafts("affiliations", { member: actor, organization: "a-state", kind: "OFFICE", role: office }),
    await who.drafts("proposals", {
      ...{ slug: proposal, title: "A plan", kind: "PLAN", status: "PROPOSED", sponsors: [actor], sources: [source] },
      relations: [{ kind: "BUILDS_ON", proposal: "p-one" }],
    }),
    await who.drafts("statements", {
      ...{ slug: statement, speaker: actor, capacity: { organization: "a-state", role: office }, delivery: "SPOKEN" },
      ...{ madeOn: "2021-01-01", summary: "For it.", mentions: [{ proposal }], sources: [source] },
    }),
    await who.drafts("statements", {
      ...{ slug: `${statement}-2`, inReplyTo: statement, delivery: "SPOKEN", madeOn: "2021-01-02", summary: "Yes." },
      sources: [source],
    }),
    await who.drafts("positions", {
      ...{ holder: actor, subject: proposal, stance: "SUPPORTS", basis: "STATEMENT", since: "2021-01-01" },
      evidence: { statement },
    }),
    await who.drafts("positions", {
      ...{ holder: actor, subject: proposal, stance: "SUPPORTS", basis: "SPONSORSHIP", since: "2021-01-01" },
    }),
  ];
  return made;
}

describe("drafts that name each other", () => {
  test("are approved at once, in whichever order they are given", async () => {
    const drafts = await contribution("all");
    const { results, errors } = await editor.approve([...drafts].reverse());
    expect(errors).toEqual([]);
    expect(results.map(told)).toEqual(drafts.map(() => []));
    expect(results.map(({ draft }: { draft: Made }) => draft.id)).toEqual(drafts.map(({ id }) => id).reverse());
    const { proposal } = await answer(
      database,
      `{ proposal(slug: "all-proposal") { sponsors { slug } sources { slug } positions { nodes {
        holder { slug } basis evidence { ... on Statement { slug capacity { role } } } } } } }`,
    );
    expect(proposal).toMatchObject({ sponsors: [{ slug: "all-actor" }], sources: [{ slug: "all-source" }] });
    expect(await inconsistencies(database)).toEqual([]);
  });

  test("wait for what they name: those that are approved too early stay pending", async () => {
    const drafts = await contribution("wait");
    const [source, actor, office, proposal, statement, reply, position, sponsorship] = drafts as [
      ...[Made, Made, Made, Made, Made, Made, Made, Made],
    ];
    const early = await editor.approve([proposal, statement, position, source]);
    expect(early.results.map(told)).toEqual([
      ["NotFound input.drafts[0].entry.sponsors[0]"],
      ["NotFound input.drafts[1].entry.speaker", "NotFound input.drafts[1].entry.mentions[0].proposal"],
      [
        "NotFound input.drafts[2].entry.holder",
        "NotFound input.drafts[2].entry.subject",
        "NotFound input.drafts[2].entry.evidence.statement",
      ],
      [],
    ]);
    expect(await statuses(drafts)).toEqual(["APPROVED", ...drafts.slice(1).map(() => "PENDING")]);
    const rest = await editor.approve([sponsorship, position, reply, statement, proposal, office, actor]);
    expect(rest.results.map(told)).toEqual([[], [], [], [], [], [], []]);
  });

  test("are checked together: what one says of another holds there too", async () => {
    await contribution("check");
    const base = { subject: "check-proposal", stance: "SUPPORTS", since: "2021-01-01" };
    const sponsor = { ...base, holder: "a-state", basis: "SPONSORSHIP" };
    expect(told(await contributor.record("positions", sponsor))).toEqual(["InvalidInput input.holder"]);
    const capacity = { organization: "a-state", role: "None" };
    const statement = { slug: "check-s", delivery: "SPOKEN", madeOn: "2021", summary: "X", sources: ["check-source"] };
    expect(told(await contributor.record("statements", { ...statement, speaker: "check-actor", capacity }))).toEqual([
      "InvalidInput input.capacity",
    ]);
    // Named with problems of its own, too.
    expect(told(await contributor.record("statements", { ...statement, summary: "" }))).toEqual([
      "InvalidInput input.summary",
    ]);
    // A revision may name what is drafted, and waits for it as well.
    const { id } = (await ask(database, `{ proposal(slug: "p-two") { id } }`)).data.proposal;
    const relations = [{ kind: "PART_OF", proposal: "check-proposal" }];
    const { draft } = await contributor.revise("proposals", { id, version: 1, relations });
    expect((await editor.approve([draft])).results.map(told)).toEqual([
      ["NotFound input.drafts[0].entry.relations[0].proposal"],
    ]);
  });

  test("are nothing to anybody else: others are told that there is no such thing, editors too", async () => {
    await contribution("mine");
    const statement = { slug: "others", delivery: "SPOKEN", madeOn: "2021", summary: "X", sources: ["mine-source"] };
    const never = { ...statement, sources: ["none-source"] };
    const blind = (text: unknown) => JSON.parse(JSON.stringify(text).replaceAll("mine-source", "none-source"));
    for (const who of [other, editor]) {
      const refused = await who.record("statements", statement);
      expect(told(refused)).toEqual(["NotFound input.sources[0]"]);
      expect(blind(refused)).toEqual(await who.record("statements", never));
    }
  });

  test("may not answer each other in a circle", async () => {
    const statement = { delivery: "SPOKEN", madeOn: "2021", summary: "X", sources: ["s-one"] };
    const one = await contributor.drafts("statements", { ...statement, slug: "c-one" });
    const two = await contributor.drafts("statements", { ...statement, slug: "c-two", inReplyTo: "c-one" });
    const closing = { ...statement, slug: "c-one", inReplyTo: "c-two" };
    expect(told(await contributor.reviseDraft({ ...one, entry: closing }))).toEqual([
      "InvalidInput input.entry.inReplyTo",
    ]);
    expect((await editor.approve([two, one])).results.map(told)).toEqual([[], []]);
  });

  test("in a circle over several are refused when they are approved", async () => {
    const statement = { delivery: "SPOKEN", madeOn: "2021", summary: "X", sources: ["s-one"] };
    const one = await contributor.drafts("statements", { ...statement, slug: "e-1" });
    const two = await contributor.drafts("statements", { ...statement, slug: "e-2", inReplyTo: "e-1" });
    const three = await contributor.drafts("statements", { ...statement, slug: "e-3", inReplyTo: "e-2" });
    const closing = { ...statement, slug: "e-1", inReplyTo: "e-3" };
    const { draft } = await contributor.reviseDraft({ ...one, entry: closing });
    const { results } = await editor.approve([draft, two, three]);
    expect(results.map(told)).toEqual([0, 1, 2].map((index) => [`NotFound input.drafts[${index}].entry.inReplyTo`]));
  });
});

describe("drafts of the same", () => {
  const source = { slug: "same", title: "Same", kind: "NEWS" };

  test("by one author are refused, by two not: the first that is approved has it", async () => {
    const mine = await contributor.drafts("sources", source);
    const { errors } = await contributor.record("sources", source);
    expect(errors).toMatchObject([{ __typename: "DuplicateSlug", path: "input.slug" }]);
    expect(errors[0].message).toContain(mine.id);
    const theirs = await other.drafts("sources", source);
    expect((await editor.approve([theirs, mine])).results.map(told)).toEqual([
      [],
      ["DuplicateSlug input.drafts[1].entry.slug"],
    ]);
    expect(await statuses([mine, theirs])).toEqual(["PENDING", "APPROVED"]);
  });

  test("share slugs where entities would", async () => {
    const plan = { slug: "space", title: "A", kind: "PLAN", status: "PROPOSED" };
    await contributor.drafts("proposals", plan);
    const action = {
      slug: "space",
      title: "A",
      kind: "OTHER",
      status: "ANNOUNCED",
      agent: "a-state",
      sources: ["s-one"],
    };
    expect(told(await contributor.record("policyActions", action))).toEqual(["DuplicateSlug input.slug"]);
    await contributor.drafts("topics", { slug: "space", name: "Space" });
  });

  test("without a slug are told by what they say", async () => {
    const membership = { member: "a-state", organization: "a-body", kind: "MEMBERSHIP" };
    const draft = await contributor.drafts("affiliations", membership);
    expect(told(await contributor.record("affiliations", membership))).toEqual(["InvalidInput input"]);
    await other.drafts("affiliations", membership);
    await editor.record("affiliations", membership);
    expect((await editor.approve([draft])).results.map(told)).toEqual([["InvalidInput input.drafts[0].entry"]]);
  });

  test("do not hinder an editor", async () => {
    const draft = await contributor.drafts("sources", { ...source, slug: "taken" });
    expect((await editor.record("sources", { ...source, slug: "taken" })).errors).toEqual([]);
    expect((await editor.approve([draft])).results.map(told)).toEqual([["DuplicateSlug input.drafts[0].entry.slug"]]);
    // Its author finds another, and it fits.
    const moved = await contributor.reviseDraft({ ...draft, entry: { ...source, slug: "taken-2" } });
    expect((await editor.approve([moved.draft])).results.map(told)).toEqual([[]]);
  });
});

describe("a bulk of drafts", () => {
  const made = (slug: string) => contributor.drafts("topics", { slug, name: slug });

  test("has a result for each: those that can be are approved, the rest says why", async () => {
    const [good, changed, rejected] = [await made("b-good"), await made("b-changed"), await made("b-rejected")];
    await contributor.reviseDraft({ ...changed, entry: { slug: "b-changed", name: "Changed" } });
    await editor.reject([rejected]);
    const { results, errors } = await editor.approve([
      ...[changed, { id: nobody, version: 1 }, rejected, { id: "a-slug", version: 1 }, good],
    ]);
    expect(errors).toEqual([]);
    expect(results.map(told)).toEqual([
      ["Conflict input.drafts[0].version"],
      ["NotFound input.drafts[1].id"],
      ["InvalidInput input.drafts[2].id"],
      ["InvalidInput input.drafts[3].id"],
      [],
    ]);
    expect(results.map(({ draft }: { draft: { status: string } | null }) => draft?.status)).toEqual([
      ...["PENDING", undefined, "REJECTED", undefined, "APPROVED"],
    ]);
  });

  test("is refused as a whole where the input is wrong", async () => {
    const draft = await made("b-whole");
    const many = Array.from({ length: 101 }, () => draft);
    expect(told(await editor.approve([]))).toEqual(["InvalidInput input.drafts"]);
    expect(told(await editor.approve(many))).toContain("InvalidInput input.drafts");
    expect(told(await editor.approve([draft, draft]))).toEqual(["InvalidInput input.drafts[1].id"]);
    expect(told(await editor.approve([{ ...draft, version: 0 }], { reason: "" })).sort()).toEqual([
      "InvalidInput input.drafts[0].version",
      "InvalidInput input.reason",
    ]);
    expect(await statuses([draft])).toEqual(["PENDING"]);
  });

  test("approved by two at once is recorded once", async () => {
    const drafts = await Promise.all(["r-1", "r-2", "r-3"].map(made));
    const second = somebody(database, "EDITOR", "second");
    const both = await Promise.all([editor.approve(drafts), second.approve([...drafts].reverse())]);
    const approved = both.flatMap(({ results }) => results.filter((one: { errors: [] }) => one.errors.length === 0));
    expect(approved).toHaveLength(3);
    expect(await inconsistencies(database)).toEqual([]);
  });
});

describe("the list of drafts", () => {
  test("shows an editor all and a contributor his own, filtered, counted and paged", async () => {
    const all = await editor.queue(undefined, ", first: 100");
    const authors = new Set(all.nodes.map(({ author }: { author: string }) => author));
    expect([...authors].sort()).toEqual(["key:contributor", "key:other"]);
    for (const [who, author] of [
      [contributor, "key:contributor"],
      [other, "key:other"],
    ] as const) {
      const own = await who.queue();
      expect(await editor.queue({ authors: [author] })).toEqual(own);
      expect(await who.queue({ authors: ["key:nobody", author] })).toEqual(own);
    }
    expect(await other.queue({ authors: ["key:contributor"] })).toEqual({ totalCount: 0, nodes: [] });
    const rejected = await editor.queue({ statuses: ["REJECTED"], kinds: ["TOPIC"], actions: ["RECORD"] });
    expect(rejected).toMatchObject({ totalCount: 1, nodes: [{ status: "REJECTED", kind: "TOPIC" }] });
    expect((await editor.queue({ actions: ["REVISE"] })).totalCount).toBe(1);
    const newest = await editor.queue(undefined, ", first: 2, orderBy: { field: RECORDED_AT, direction: DESC }");
    const oldest = await editor.queue(undefined, ", last: 2");
    expect(newest.nodes).toEqual(oldest.nodes.reverse());
  });

  test("takes one statement", async () => {
    const viewer = { role: "EDITOR", author: "key:editor" } as const;
    const fields = "changes { path } entity { id ... on Topic { name } }";
    const query = `{ drafts(where: { kinds: [TOPIC], statuses: [APPROVED] }) { nodes { ${fields} } } }`;
    const { data, statements } = await ask(database, query, {}, { viewer });
    expect(data.drafts.nodes.length).toBeGreaterThan(3);
    expect(statements).toHaveLength(1);
  });
});
