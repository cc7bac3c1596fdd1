import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { sql } from "../../../src/db/sql.js";
import { type SubjectFilter, subjectWithId } from "../../../src/modules/policy-actions/index.js";
import { testDatabase } from "../../support/database.js";
import { retracted, seedKit } from "../../support/seed-kit.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = seedKit(database);
  const state = await kit.actor({ slug: "state" });
  await kit.proposal({ slug: "plan", kind: "PLAN", sponsors: [state] });
  await kit.proposal({ slug: "talks", kind: "CONFERENCE" });
  await kit.policyAction({ slug: "closure", kind: "CLOSURE", agent: state });
  await kit.policyAction({ slug: "refusal", kind: "REFUSAL" });
  const hidden = await kit.proposal({ slug: "hidden", kind: "PLAN" });
  await database.prisma.proposal.update({ where: { id: hidden.id }, data: retracted });
});

const filters: [where: SubjectFilter, slugs: string[]][] = [
  [{ slugs: ["plan", "closure", "hidden"] }, ["closure", "plan"]],
  [{ proposals: { kinds: ["PLAN"] } }, ["plan"]],
  [{ policyActions: { kinds: ["CLOSURE"] } }, ["closure"]],
  [{ proposals: { kinds: ["PLAN"] }, policyActions: { kinds: ["REFUSAL"] } }, ["plan", "refusal"]],
  [{ slugs: ["plan", "refusal"], proposals: { kinds: ["PLAN", "CONFERENCE"] } }, ["plan"]],
  [{ not: { slugs: ["plan"] } }, ["closure", "refusal", "talks"]],
  [{ not: { proposals: { kinds: ["PLAN"] } } }, ["closure", "refusal", "talks"]],
  [{ not: { policyActions: { slugs: ["closure"] } }, proposals: { slugs: ["plan"] } }, ["plan"]],
  [{ or: [{ proposals: { kinds: ["PLAN"] } }, { slugs: ["refusal"] }] }, ["plan", "refusal"]],
  [
    { or: [{ proposals: { sponsor: { slugs: ["state"] } } }, { policyActions: { agent: { slugs: ["state"] } } }] },
    ["closure", "plan"],
  ],
];

// Positions take this filter; without them, the slugs of all subjects stand in.
describe("subjectWithId", () => {
  it.each(filters)("%j", async (where, slugs) => {
    const found = await database.query<{ slug: string }>(
      sql`select s."slug" from "SubjectSlug" s where ${subjectWithId(sql`s."subjectId"`, where, undefined)} order by 1`,
    );
    expect(found.map(({ slug }) => slug)).toEqual(slugs);
  });

  it("asks nothing where no filter is given", () => {
    expect(subjectWithId(sql`s."subjectId"`, null, undefined)).toBeUndefined();
  });
});
