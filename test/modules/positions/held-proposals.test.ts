import { beforeAll, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { positionKit } from "./position-kit.js";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  const kit = positionKit(database);
  const [united, split, empty] = [
    await kit.actor({ slug: "united" }),
    await kit.actor({ slug: "split" }),
    await kit.actor({ slug: "empty" }),
  ];
  const member = async (organization: { id: string; slug: string }, during: string) => {
    const holder = await kit.actor();
    await kit.affiliation({ member: holder, organization, kind: "MEMBERSHIP", during });
    return holder;
  };
  const [a, b] = [await member(united, "1990/.."), await member(united, "1990/..")];
  const late = await member(united, "2015/.."); // a member of the later proposal's day alone
  const [x, y, z] = [await member(split, "1990/.."), await member(split, "1990/.."), await member(split, "1990/..")];
  await kit.proposal({ slug: "unvoted", proposedOn: "2001" });
  const [early, recent] = [
    await kit.proposal({ slug: "early", proposedOn: "2000-05-05" }),
    await kit.proposal({ slug: "recent", proposedOn: "2020-05-05" }),
  ];
  for (const proposal of [early, recent]) {
    for (const holder of [a, b]) await kit.position({ holder, proposal, stance: "SUPPORTS", since: "2000" });
    for (const holder of [x, y]) await kit.position({ holder, proposal, stance: "OPPOSES", since: "2000" });
  }
  await kit.position({ holder: z, proposal: recent, stance: "SUPPORTS", since: "2000" });
  await kit.position({ holder: late, proposal: early, stance: "OPPOSES", since: "2000" });
  expect(empty.slug).toBe("empty");
});

const cases: [by: string, expected: string[]][] = [
  // On the day of the early proposal the third was no member.
  [`{ group: "united", stances: [SUPPORTS] }`, ["early"]],
  [`{ group: "united", stances: [SUPPORTS], share: null }`, ["early"]],
  [`{ group: "united", stances: [SUPPORTS], memberAt: "1999-01-01" }`, ["early", "recent"]],
  [`{ group: "united", stances: [SUPPORTS], share: MAJORITY }`, ["early", "recent"]],
  [`{ group: "split", stances: [OPPOSES], share: MAJORITY }`, ["early", "recent"]],
  [`{ group: "split", stances: [OPPOSES], share: ALL }`, []],
  [`{ group: "split", stances: [SUPPORTS], share: ANY }`, ["recent"]],
  [`{ group: "split", stances: [SUPPORTS], share: NONE }`, ["early", "unvoted"]],
  [`{ group: "united", stances: [SUPPORTS], bases: [VOTE] }`, []],
  [`{ group: "empty", stances: [SUPPORTS], share: NONE }`, []],
  [`{ group: "united", stances: [SUPPORTS] }, { group: "split", stances: [OPPOSES], share: MAJORITY }`, ["early"]],
];

test.each(cases)("%s", async (by, expected) => {
  const { data, errors, statements } = await ask(
    database,
    `{ heldProposals(by: [${by}]) { totalCount nodes { slug } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.heldProposals).toEqual({ totalCount: expected.length, nodes: expected.map((slug) => ({ slug })) });
  expect(statements.filter((sql) => sql.includes('as "json"'))).toHaveLength(1);
});
