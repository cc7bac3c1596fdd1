import { beforeAll, expect, test } from "@jest/globals";
import type { Role } from "../../src/auth/role.js";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { answer } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { recordBase } from "./base.js";
import { inconsistencies, tableCounts } from "./consistency.js";
import { type Input, type Written, writer } from "./writer.js";

let database: Database;
const by = (role: Role) => writer(database, role);
beforeAll(async () => {
  database = await testDatabase();
  await recordBase(database);
});

const otherRequest = { entity: null, errors: [{ __typename: "InvalidInput", path: "input.idempotencyKey" }] };
const told = ({ entity, errors }: Written) => ({
  entity,
  errors: errors.map(({ __typename, path }) => ({ __typename, path })),
});

/** What a write answers, and that it changes nothing. */
async function unchanged(writing: Promise<Written>): Promise<Written> {
  const before = await tableCounts(database);
  const written = await writing;
  expect(await tableCounts(database)).toEqual(before);
  return written;
}

test("the same key and request again has the same answer, whichever write it is", async () => {
  const write = by("EDITOR");
  const input = { slug: "twice", name: "Twice", idempotencyKey: "record" };
  const recorded = await write.record("topics", input);
  expect(recorded).toMatchObject({ entity: { slug: "twice", version: 1 }, errors: [] });
  expect(await unchanged(write.record("topics", input))).toEqual(recorded);
  // In another order, and saying that there is nothing of what it left out before.
  const reordered = { idempotencyKey: "record", name: "Twice", slug: "twice" };
  expect(await unchanged(write.record("topics", reordered))).toEqual(recorded);

  const { id } = recorded.entity;
  const revision = { id, version: 1, name: "Thrice", idempotencyKey: "revise" };
  const revised = await write.revise("topics", revision);
  expect(revised).toMatchObject({ entity: { version: 2, name: "Thrice" }, errors: [] });
  // Without the key it would be a conflict by now.
  expect(await unchanged(write.revise("topics", revision))).toEqual(revised);
  const retraction = { id, version: 2, idempotencyKey: "retract" };
  const retracted = await write.retract(retraction);
  expect(retracted).toMatchObject({ entity: { id }, errors: [] });
  expect(await unchanged(write.retract(retraction))).toEqual(retracted);
  const reinstatement = { id, version: 3, idempotencyKey: "reinstate" };
  const reinstated = await write.reinstate(reinstatement);
  expect(await unchanged(write.reinstate(reinstatement))).toEqual(reinstated);
  expect((await answer(database, '{ topic(slug: "twice") { name version } }')).topic).toEqual({
    name: "Thrice",
    version: 4,
  });
  // And the first once more, which now shows what became of it.
  expect(await unchanged(write.record("topics", input))).toMatchObject({ entity: { id, version: 4 }, errors: [] });
  expect(await inconsistencies(database)).toEqual([]);
});

test("a revision that changes nothing uses its key as well", async () => {
  const write = by("EDITOR");
  const { id } = await write.recorded("topics", { slug: "same", name: "Same" });
  const input = { id, version: 1, name: "Same", idempotencyKey: "same" };
  expect(await write.revise("topics", input)).toMatchObject({ entity: { version: 1 }, errors: [] });
  const other = { ...input, name: "Other" };
  expect(told(await unchanged(write.revise("topics", other)))).toEqual(otherRequest);
});

test("the same key for another request is refused, whatever differs", async () => {
  const write = by("EDITOR");
  const input = { slug: "first", name: "First", description: "A text.", reason: "Because.", idempotencyKey: "used" };
  const { entity } = await write.record("topics", input);
  const others: Input[] = [
    { slug: "second" },
    { name: "Second" },
    { description: null },
    { description: "" },
    { reason: "For nothing." },
    { reason: null },
  ];
  for (const other of others) {
    const errors = (await unchanged(write.record("topics", { ...input, ...other }))).errors;
    // What is wrong in itself is told first.
    const path = other.description === "" ? "input.description" : "input.idempotencyKey";
    expect(errors.map((error) => error.path)).toContain(path);
  }
  const idempotencyKey = "used";
  expect(
    told(await unchanged(write.record("meetings", { slug: "first", title: "First", heldOn: "2021", idempotencyKey }))),
  ).toEqual(otherRequest);
  const target = { id: entity.id, version: 1, idempotencyKey };
  expect(told(await unchanged(write.revise("topics", { ...target, name: "Second" })))).toEqual(otherRequest);
  expect(told(await unchanged(write.retract(target)))).toEqual(otherRequest);
  expect(told(await unchanged(write.reinstate(target)))).toEqual(otherRequest);
});

test("a key belongs to who used it", async () => {
  const input = { slug: "of-one", name: "Of one", idempotencyKey: "shared" };
  await by("EDITOR").recorded("topics", input);
  // As somebody else it is a request like any other.
  const { errors } = await unchanged(by("ADMIN").record("topics", input));
  expect(errors).toEqual([expect.objectContaining({ __typename: "DuplicateSlug" })]);
  await by("ADMIN").recorded("topics", { ...input, slug: "of-other" });
});

test("what was refused has used no key", async () => {
  const write = by("EDITOR");
  const input = {
    slug: "p-late",
    title: "Late",
    kind: "PLAN",
    status: "PROPOSED",
    sponsors: ["a-late"],
    idempotencyKey: "late",
  };
  const refused = await unchanged(write.record("proposals", input));
  expect(told(refused).errors).toEqual([{ __typename: "NotFound", path: "input.sponsors[0]" }]);
  await write.recorded("actors", { slug: "a-late", kind: "STATE", name: "Late" });
  const { entity } = await write.record("proposals", input);
  expect(entity).toMatchObject({ version: 1 });
  expect(await unchanged(write.record("proposals", input))).toMatchObject({ entity, errors: [] });
});

test("after a day a key is free again, and not before", async () => {
  const write = by("EDITOR");
  const input = { slug: "of-yesterday", name: "Yesterday", idempotencyKey: "day" };
  await write.recorded("topics", input);
  const age = (time: string) =>
    database.query(sql`update "IdempotencyKey" set "usedAt" = now() - ${time}::interval where key = 'day'`);
  await age("23 hours 59 minutes");
  expect(told(await unchanged(write.record("topics", { ...input, slug: "of-today" })))).toEqual(otherRequest);
  await age("24 hours 1 minute");
  await write.recorded("topics", { ...input, slug: "of-today" });
  expect(told(await unchanged(write.record("topics", input)))).toEqual(otherRequest);
});
