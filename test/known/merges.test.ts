import { expect, test } from "@jest/globals";
import { recordBase } from "../record/base.js";
import { merge, unmerge } from "../record/merge-kit.js";
import { writer } from "../record/writer.js";
import { answer } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { momentOf } from "./random-history.js";

test("merges are known when they were made, and undone whenever what they set aside was recorded", async () => {
  const database = await testDatabase();
  await recordBase(database);
  const sponsors = ["a-state", "a-other"];
  await writer(database).recorded("proposals", { slug: "p", title: "P", kind: "PLAN", status: "PROPOSED", sponsors });
  const sponsorsAt = async (moment: string) => {
    const { proposal } = await answer(database, `{ proposal(slug: "p", knownAt: "${moment}") { sponsors { slug } } }`);
    return proposal.sponsors.map(({ slug }: { slug: string }) => slug);
  };

  const before = await momentOf(database);
  await merge(database, "a-state", "a-body");
  const merged = await momentOf(database);
  await unmerge(database, "a-state");
  // The one link is of another moment than the other now.
  await merge(database, "a-state", "a-body");
  await merge(database, "a-other", "a-body");
  const both = await momentOf(database);
  expect((await unmerge(database, "a-state")).errors).toMatchObject([{ message: expect.stringContaining("first") }]);
  await unmerge(database, "a-other");
  await unmerge(database, "a-state");

  expect(await sponsorsAt(before)).toEqual(sponsors);
  expect(await sponsorsAt(merged)).toEqual(["a-body", "a-other"]);
  expect(await sponsorsAt(both)).toEqual(["a-body"]);
  expect(await sponsorsAt(await momentOf(database))).toEqual(sponsors);
});
