import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import type { ListName } from "../../src/record/entities/index.js";
import { globalId } from "../../src/record/global-id.js";
import { testDatabase } from "../support/database.js";
import { inconsistencies, tableCounts } from "./consistency.js";
import { cases, half, minimal, nothing, nul, recordForRefusals } from "./refused-entries.js";
import { samples } from "./samples.js";
import { type Entity, type Input, type Written, writer } from "./writer.js";

let database: Database;
let base: Map<string, Entity>;
let write: ReturnType<typeof writer>;
beforeAll(async () => {
  database = await testDatabase();
  write = writer(database);
  base = await recordForRefusals(database);
});

const id = (slug: string): string => base.get(slug)?.id ?? "";
const told = ({ errors }: Written) => errors.map(({ __typename, path }) => `${__typename} ${path}`).sort();

/** That a write is refused for these reasons, and changes nothing. */
async function refused(writing: () => Promise<Written>, ...reasons: string[]): Promise<Written> {
  const before = await tableCounts(database);
  const written = await writing();
  expect(told(written)).toEqual(reasons.sort());
  expect(written.entity).toBeNull();
  expect(await tableCounts(database)).toEqual(before);
  return written;
}

describe("nothing is recorded with", () => {
  test.each(cases)("%s", async (_name, list, wrong, ...reasons) => {
    await refused(() => write.record(list, { ...minimal[list], ...wrong }), ...reasons);
  });

  test("many problems, which are told at once", async () => {
    const { errors } = await refused(
      () =>
        write.record("proposals", {
          ...{ slug: "p-one", title: "", kind: "PLAN", status: "PROPOSED", proposedOn: "soon", venue: `a${nul}` },
          ...{ sponsors: ["a-state", "Nobody", "nobody", "gone", `topic_${nothing}`, `actor_${nothing}`] },
          participants: [
            { actor: "a-state", role: "HOST" },
            { actor: "nobody", role: "HOST" },
          ],
          ...{ reason: " ", idempotencyKey: "é" },
        }),
      ...[
        "DuplicateSlug input.slug",
        "InvalidInput input.title",
        "InvalidInput input.proposedOn",
        "InvalidInput input.venue",
      ],
      ...["InvalidInput input.sponsors[1]", "NotFound input.sponsors[2]", "NotFound input.sponsors[3]"],
      ...["InvalidInput input.sponsors[4]", "NotFound input.sponsors[5]", "NotFound input.participants[1].actor"],
      ...["InvalidInput input.reason", "InvalidInput input.idempotencyKey"],
    );
    for (const { message } of errors) expect(message).toMatch(/^\S.{10,}/);
  });
});

describe("nothing is revised", () => {
  const revise =
    (list: ListName, slug: string, change: Input, version = 1) =>
    () =>
      write.revise(list, { id: id(slug), version, ...change });

  test("of which somebody saw another version", async () => {
    const { errors } = await refused(revise("actors", "a-state", { name: "Y" }, 2), "Conflict input.version");
    expect(errors).toEqual([expect.objectContaining({ currentVersion: 1 })]);
    await refused(revise("actors", "a-state", { name: "" }, 7), "Conflict input.version", "InvalidInput input.name");
    for (const version of [0, -1])
      await refused(revise("actors", "a-state", { name: "Y" }, version), "Conflict input.version");
  });

  test("of what is not there, is of another type, or was retracted", async () => {
    const by = (given: string) => () => write.revise("actors", { id: given, version: 1, name: "Y" });
    await refused(by(`actor_${nothing}`), "NotFound input.id");
    await refused(by(id("p-one")), "InvalidInput input.id");
    for (const malformed of [
      "",
      "a-state",
      "actor_",
      `actor_${nothing}x`,
      `ACTOR_${nothing}`,
      `a${nul}`,
      half,
      "x".repeat(100_000),
    ]) {
      await refused(by(malformed), "InvalidInput input.id");
    }
    await refused(revise("actors", "gone", { name: "Y" }, 2), "InvalidInput input.id");
    await refused(
      () => write.revise("actors", { id: "actor_", version: 1, reason: "" }),
      "InvalidInput input.id",
      "InvalidInput input.reason",
    );
  });

  test("of which a field is cleared that must be there", async () => {
    await refused(
      revise("statements", "q-one", { summary: null, sources: [] }),
      "InvalidInput input.summary",
      "InvalidInput input.sources",
    );
    await refused(
      revise("actors", "a-state", { kind: null, name: null, slug: null }),
      ...["kind", "name", "slug"].map((field) => `InvalidInput input.${field}`),
    );
    await refused(revise("policyActions", "d-one", { sources: null }), "InvalidInput input.sources");
    const position = await write.recorded("positions", samples.positions.entry);
    await refused(
      () => write.revise("positions", { id: position.id, version: 1, evidence: null, sources: [] }),
      "InvalidInput input",
    );
  });

  test("to the slug of another", async () => {
    await refused(revise("actors", "a-state", { slug: "a-other" }), "DuplicateSlug input.slug");
    await refused(revise("proposals", "p-one", { slug: "d-two" }), "DuplicateSlug input.slug");
    await refused(revise("policyActions", "d-one", { slug: "gone-proposal" }), "DuplicateSlug input.slug");
  });

  test("so that a circle closes, also under a new slug", async () => {
    const part = (slug: string, of: string) =>
      revise("proposals", slug, { relations: [{ kind: "PART_OF", proposal: of }] });
    expect(await part("p-two", "p-one")()).toMatchObject({ errors: [] });
    await refused(part("p-one", "p-two"), "InvalidInput input.relations[0].proposal");
    const renamed = { slug: "p-renamed", relations: [{ kind: "PART_OF", proposal: "p-two" }] };
    await refused(revise("proposals", "p-one", renamed), "InvalidInput input.relations[0].proposal");
    for (const itself of ["p-one", id("p-one")]) {
      const change = { slug: "p-renamed", relations: [{ kind: "SUPERSEDES", proposal: itself }] };
      await refused(revise("proposals", "p-one", change), "InvalidInput input.relations[0].proposal");
    }
    expect(await revise("statements", "q-two", { inReplyTo: "q-one" })()).toMatchObject({ errors: [] });
    await refused(revise("statements", "q-one", { inReplyTo: "q-two" }), "InvalidInput input.inReplyTo");
    await refused(revise("statements", "q-one", { slug: "q-new", inReplyTo: "q-one" }), "InvalidInput input.inReplyTo");
    await refused(revise("statements", "q-one", { slug: "q-new", inReplyTo: "q-two" }), "InvalidInput input.inReplyTo");
    expect(await revise("policyActions", "d-two", { reverses: ["d-one"] })()).toMatchObject({ errors: [] });
    await refused(
      revise("policyActions", "d-one", { slug: "d-new", reverses: ["d-two"] }),
      "InvalidInput input.reverses[0]",
    );
  });
});

test("what names something that was retracted since can be revised, and cannot name it anew", async () => {
  const source = await write.recorded("sources", { slug: "s-passing", title: "Passing", kind: "NEWS" });
  const entry = { ...minimal.proposals, slug: "p-lasting", sources: ["s-passing"] };
  const proposal = await write.recorded("proposals", entry);
  await write.retract({ id: source.id, version: 1 });
  const { entity, errors } = await write.revise("proposals", {
    id: proposal.id,
    version: 1,
    title: "Y",
    sources: ["s-one", "s-passing"],
  });
  expect({ title: entity?.title, errors }).toEqual({ title: "Y", errors: [] });
  const other = { id: id("p-two"), version: 2, sources: ["s-passing"] };
  await refused(() => write.revise("proposals", other), "NotFound input.sources[0]");
  expect(await inconsistencies(database)).toEqual([]);
});

describe("nothing is retracted or reinstated", () => {
  test("that is not there, of another version, without a reason, or that is so already", async () => {
    for (const change of [write.retract, write.reinstate]) {
      await refused(
        () => change({ id: globalId("position", "01890a5d-ac96-774b-bcce-b302099a8057"), version: 1 }),
        "NotFound input.id",
      );
      await refused(() => change({ id: "nothing_01h2xcejqtf2nbrexx3vqjhp41", version: 1 }), "InvalidInput input.id");
      await refused(() => change({ id: `a${nul}`, version: 1 }), "InvalidInput input.id");
      await refused(() => change({ id: id("a-state"), version: 9 }), "Conflict input.version");
      for (const reason of ["", " \n ", "x".repeat(1001), `a${nul}`, half]) {
        await refused(() => change({ id: id("a-state"), version: 1, reason }), "InvalidInput input.reason");
      }
      await refused(
        () => change({ id: "x", version: 1, reason: "" }),
        "InvalidInput input.id",
        "InvalidInput input.reason",
      );
    }
    await refused(() => write.retract({ id: id("gone"), version: 2 }), "InvalidInput input.id");
    await refused(() => write.reinstate({ id: id("a-state"), version: 1 }), "InvalidInput input.id");
  });
});

test("the most that an entry can say is recorded", async () => {
  let word = 0;
  // Each word is another, so that the document for searches is as large as it can be.
  const text = (length: number) => {
    let words = "";
    while (words.length < length) words += `${(word++).toString(36)} `;
    return words.slice(0, length - 1);
  };
  const names = Array.from({ length: 1000 }, () => ({ value: text(500), kind: "ALIAS" }));
  const actor = { slug: "x".repeat(120), kind: "PERSON", name: text(500), names, description: text(20_000) };
  const { entity, errors } = await write.record("actors", actor);
  expect(errors).toEqual([]);
  expect(entity.names).toHaveLength(1000);
});
