import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { raw, sql } from "../../src/db/sql.js";
import { globalId } from "../../src/record/global-id.js";
import { ask, askAs } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { everyRow, merge, recordValleys, unmerge } from "./merge-kit.js";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await recordValleys(database);
});

const idOf = async (table: "Actor" | "Source" | "Affiliation", condition = sql`true`): Promise<string> => {
  const [row] = await database.query<{ id: string }>(
    sql`select id from ${raw(`"${table}"`)} where ${condition} order by id limit 1`,
  );
  return globalId(table.toLowerCase(), row?.id ?? "");
};

const standing = async (mutation: "retract" | "reinstate", id: string, version: number) => {
  const source = `mutation ($input: ChangeStandingInput!) { ${mutation}(input: $input) { errors { path message } } }`;
  const { data } = await askAs("EDITOR", database, source, { input: { id, version, reason: "Why not." } });
  return data[mutation].errors;
};

describe("a merge is refused", () => {
  test.each<[string, [merged: string, keep: string, more?: object], object]>([
    [
      "into itself",
      ["hill", "hill"],
      { __typename: "InvalidInput", path: "input.merge", message: /are the same record/ },
    ],
    [
      "of nobody",
      ["nobody", "hill"],
      { __typename: "NotFound", path: "input.merge", message: /"nobody" is not the slug/ },
    ],
    ["into nobody", ["hill", "nobody"], { __typename: "NotFound", path: "input.keep", message: /"nobody"/ }],
    [
      "of what is no slug",
      ["No!", "hill"],
      { __typename: "InvalidInput", path: "input.merge", message: /is not a slug/ },
    ],
    ["without a reason", ["vale", "hill", { reason: " " }], { __typename: "InvalidInput", path: "input.reason" }],
    [
      "in an old version",
      ["vale", "hill", { mergeVersion: 7 }],
      { __typename: "Conflict", path: "input.mergeVersion", currentVersion: 1 },
    ],
    [
      "into an old version",
      ["vale", "hill", { keepVersion: 7 }],
      { __typename: "Conflict", path: "input.keepVersion", currentVersion: 1 },
    ],
  ])("%s", async (_how, input, told) => {
    const before = await everyRow(database);
    const { actor, errors } = await merge(database, ...input);
    const { message, ...rest } = { message: /./, ...told };
    expect(actor).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ ...rest, message: expect.stringMatching(message) })]);
    expect(await everyRow(database)).toEqual(before);
  });

  test("of what is no actor", async () => {
    const { errors } = await merge(database, await idOf("Source"), "hill");
    expect(errors).toEqual([
      expect.objectContaining({ __typename: "NotFound", message: expect.stringMatching(/id of a "source"/) }),
    ]);
  });

  test("of one retracted, or into one", async () => {
    const ben = await idOf("Actor", sql`slug = 'ben'`);
    expect(await standing("retract", ben, 1)).toEqual([]);
    for (const [merged, keep] of [
      ["ben", "ann"],
      ["ann", "ben"],
    ] as const) {
      const { errors } = await merge(database, merged, keep);
      expect(errors).toEqual([
        expect.objectContaining({ __typename: "InvalidInput", message: expect.stringMatching(/"ben" was retracted/) }),
      ]);
    }
    expect(await standing("reinstate", ben, 2)).toEqual([]);
  });

  test("for those who may not write", async () => {
    const source = `mutation { mergeActors(input: { keep: "hill", keepVersion: 1, merge: "vale", mergeVersion: 1, reason: "So." }) { errors { message } } }`;
    expect((await ask(database, source)).errors?.[0]?.extensions?.code).toBe("UNAUTHENTICATED");
    expect((await askAs("CONTRIBUTOR", database, source)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });
});

describe("while somebody is merged", () => {
  beforeAll(async () => {
    expect((await merge(database, "the-valley", "valley")).errors).toEqual([]);
  });

  test.each([
    ["merged again", "the-valley", "hill"],
    ["merged into", "hill", "the-valley"],
    ["merged into by the survivor, in a circle", "valley", "the-valley"],
  ])("they cannot be %s", async (_how, merged, keep) => {
    const { errors } = await merge(database, merged, keep);
    const message = expect.stringMatching(/^"the-valley" was merged into "valley"/);
    expect(errors).toEqual([expect.objectContaining({ __typename: "InvalidInput", message })]);
  });

  test("they cannot be revised, retracted or reinstated", async () => {
    const id = await idOf("Actor", sql`slug = 'the-valley'`);
    const told = [{ path: "input.id", message: expect.stringMatching(/^This was merged into "valley" \(actor_/) }];
    expect(await standing("retract", id, 2)).toEqual(told);
    expect(await standing("reinstate", id, 2)).toEqual(told);
    const source = `mutation ($id: ID!) { reviseActor(input: { id: $id, version: 2, name: "New" }) { errors { path message } } }`;
    expect((await askAs("EDITOR", database, source, { id })).data.reviseActor.errors).toEqual(told);
    const tie = await idOf("Affiliation", sql`kind = 'SUCCEEDS'`);
    expect(await standing("reinstate", tie, 2)).toEqual([
      { path: "input.id", message: expect.stringMatching(/Unmerge "the-valley" first/) },
    ]);
  });

  test("the survivor's later merges are undone first", async () => {
    expect((await merge(database, "vale", "valley")).errors).toEqual([]);
    const vale = (await unmerge(database, "the-valley")).errors;
    expect(vale).toEqual([
      expect.objectContaining({ path: "input.merged", message: expect.stringMatching(/Unmerge "vale" first/) }),
    ]);
    expect((await merge(database, "valley", "hill")).errors).toEqual([]);
    const valley = (await unmerge(database, "vale")).errors;
    expect(valley).toEqual([expect.objectContaining({ message: expect.stringMatching(/Unmerge "valley" first/) })]);
    for (const slug of ["valley", "vale", "the-valley"]) expect((await unmerge(database, slug)).errors).toEqual([]);
    const { errors } = await unmerge(database, "the-valley");
    expect(errors).toEqual([expect.objectContaining({ message: '"the-valley" is not merged into another actor' })]);
  });
});

test("what several gave a name is taken from the survivor with the last of them", async () => {
  await merge(database, "the-valley", "hill");
  await merge(database, "vale", "hill");
  const names = async () =>
    (
      await database.query<{ value: string }>(sql`select n.value from "ActorName" n join "Actor" a on a.id = n."actorId"
      where a.slug = 'hill' order by n.ordinal`)
    ).map(({ value }) => value);
  expect(await names()).toEqual(["The Valley", "Republic of the Valley", "VALLEY REP.", "Vale"]);
  await unmerge(database, "vale");
  expect(await names()).toEqual(["The Valley", "Republic of the Valley", "VALLEY REP."]);
  await unmerge(database, "the-valley");
  expect(await names()).toEqual([]);
});

test("the same request with the same key merges once", async () => {
  const [first] = await database.query<{ version: number }>(sql`select version from "Actor" where slug = 'ann'`);
  const versions = { keepVersion: first?.version, mergeVersion: 3 };
  const [ben] = await database.query<{ version: number }>(sql`select version from "Actor" where slug = 'ben'`);
  const input = { ...versions, mergeVersion: ben?.version, idempotencyKey: "once" };
  const once = await merge(database, "ben", "ann", input);
  expect(once.errors).toEqual([]);
  expect(await merge(database, "ben", "ann", input)).toEqual(once);
  expect((await merge(database, "vale", "ann", input)).errors).toEqual([
    expect.objectContaining({ path: "input.idempotencyKey" }),
  ]);
});
