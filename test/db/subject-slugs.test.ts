import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { kinds, testDatabase } from "../support/database.js";
import { type Seeded, seedKit } from "../support/seed-kit.js";

describe.each(kinds)("slugs of subjects on %s", (kind) => {
  let database: Database;
  let seed: ReturnType<typeof seedKit>;
  let agent: Seeded;

  beforeAll(async () => {
    database = await testDatabase({ kind });
    seed = seedKit(database);
    agent = await seed.actor();
  });

  const subjectOf = async (slug: string): Promise<unknown> => {
    const rows = await database.query<{ subjectId: string }>(
      sql`select "subjectId" from "SubjectSlug" where "slug" = ${slug}`,
    );
    return rows[0]?.subjectId;
  };

  test("are kept through making, renaming and deleting", async () => {
    const proposal = await seed.proposal({ slug: "a-plan" });
    expect(await subjectOf("a-plan")).toBe(proposal.id);
    await database.query(sql`update "Proposal" set "slug" = 'another-plan' where "slug" = 'a-plan'`);
    expect(await subjectOf("a-plan")).toBeUndefined();
    expect(await subjectOf("another-plan")).toBe(proposal.id);
    await database.query(sql`update "Proposal" set "title" = 'Another' where "slug" = 'another-plan'`);
    expect(await subjectOf("another-plan")).toBe(proposal.id);
    await database.query(sql`delete from "Proposal" where "slug" = 'another-plan'`);
    expect(await subjectOf("another-plan")).toBeUndefined();
  });

  test("are refused where the other type has it", async () => {
    await seed.proposal({ slug: "taken" });
    await expect(seed.policyAction({ slug: "taken", agent })).rejects.toMatchObject({ code: "P2002" });
    const action = await seed.policyAction({ slug: "free", agent });
    const rename = sql`update "PolicyAction" set "slug" = 'taken' where "id" = ${action.id}::uuid`;
    await expect(database.query(rename)).rejects.toMatchObject({ code: "23505", constraint: "SubjectSlug_pkey" });
    expect(await subjectOf("free")).toBe(action.id);
  });

  test("are given to one of many that ask for the same at once", async () => {
    const attempts = Array.from({ length: 6 }, (_, number) =>
      number % 2 ? seed.proposal({ slug: "wanted" }) : seed.policyAction({ slug: "wanted", agent }),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database.query(sql`select count(*) as "n" from "SubjectSlug" where "slug" = 'wanted'`)).toEqual([
      { n: 1 },
    ]);
  });
});
