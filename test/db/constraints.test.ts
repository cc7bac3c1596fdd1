import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { raw, sql } from "../../src/db/sql.js";
import { testDatabase } from "../support/database.js";
import { seedKit } from "../support/seed-kit.js";
import { insertCast, insertPositions } from "./record.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const seed = seedKit(database);
  const [member, organization] = [await seed.actor(), await seed.actor()];
  await seed.source({ publishedOn: "2021" });
  await seed.topic();
  await seed.meeting();
  await seed.affiliation({ member, organization, kind: "MEMBERSHIP", during: "2017/2021" });
  const related = await seed.proposal();
  const proposal = await seed.proposal({ relations: [{ proposal: related, kind: "BUILDS_ON" }], proposedOn: "2020" });
  const reversed = await seed.policyAction({ agent: member });
  await seed.policyAction({ agent: member, reverses: [reversed] });
  await seed.statement({ mentions: [{ proposal }] });
  const cast = await insertCast(database, { holders: 1, subjects: 1 });
  await insertPositions(database, [
    { holder: cast.holders[0] as string, proposal: cast.subjects[0] as string, since: "2021-01-26" }, // the cast has one
  ]);
  await database.query(sql`insert into "ActorName" ("actorId", "ordinal", "value", "kind")
    select "id", 0, 'A name', 'ALIAS' from "Actor"`);
  await database.query(sql`insert into "ExternalCode" ("actorId", "ordinal", "value", "scheme")
    select "id", 0, 'Q1', 'WIKIDATA' from "Actor"`);
});

const entities = [
  ...["Source", "Actor", "Topic", "Proposal", "PolicyAction", "Meeting", "Statement", "RollCall"],
  ...["Affiliation", "Position"],
];
const sluggish = entities.slice(0, 8);

/** What may not be set on any row of a table, and the check that says so. */
const refused: [table: string, change: string, check: string][] = [
  ...entities.map((table): [string, string, string] => [table, `"version" = 0`, `${table}_version_check`]),
  ...entities.map((table): [string, string, string] => [table, `"retractedAt" = now()`, `${table}_retraction_check`]),
  ["Source", `"retractionReason" = 'wrong'`, "Source_retraction_check"],
  ["Source", `"retractedAt" = now(), "retractionReason" = ' '`, "Source_retraction_check"],
  ...sluggish.map((table): [string, string, string] => [table, `"slug" = 'Not-kebab'`, `${table}_slug_check`]),
  ...["", "-a", "a-", "a--b", "a b", "é"].map((slug): [string, string, string] => [
    "Topic",
    `"slug" = '${slug}'`,
    "Topic_slug_check",
  ]),
  ["Source", `"title" = ''`, "Source_title_check"],
  ["Actor", `"name" = '  '`, "Actor_name_check"],
  ["ActorName", `"value" = ''`, "ActorName_value_check"],
  ["ExternalCode", `"value" = ''`, "ExternalCode_value_check"],
  ["Topic", `"name" = ''`, "Topic_name_check"],
  ["Proposal", `"title" = ''`, "Proposal_title_check"],
  ["Proposal", `"summary" = ''`, "Proposal_summary_check"],
  ["PolicyAction", `"title" = ''`, "PolicyAction_title_check"],
  ["PolicyAction", `"summary" = ''`, "PolicyAction_summary_check"],
  ["Meeting", `"title" = ''`, "Meeting_title_check"],
  ["Statement", `"summary" = ''`, "Statement_summary_check"],
  ["Source", `"publishedOnLatest" = '2020-12-31'`, "Source_publishedOn_check"],
  ["Source", `"publishedOn" = null`, "Source_publishedOn_check"],
  ["Source", `"publishedOnEarliest" = null`, "Source_publishedOn_check"],
  ["Proposal", `"proposedOn" = '2021', "proposedOnEarliest" = null`, "Proposal_proposedOn_check"],
  ["PolicyAction", `"announcedOn" = '2021'`, "PolicyAction_announcedOn_check"],
  ["Meeting", `"heldOnEarliest" = '2022-01-01'`, "Meeting_heldOn_check"],
  ["Statement", `"madeOnLatest" = '2000-01-01'`, "Statement_madeOn_check"],
  ["RollCall", `"heldOnLatest" = '2000-01-01'`, "RollCall_heldOn_check"],
  ["Position", `"sinceLatest" = '2000-01-01'`, "Position_since_check"],
  ["Affiliation", `"duringLatest" = '2016-01-01'`, "Affiliation_during_check"],
  ["Affiliation", `"duringStartLatest" = '2016-01-01'`, "Affiliation_during_check"],
  ["Affiliation", `"duringEndEarliest" = '2022-01-01'`, "Affiliation_during_check"],
  ["Affiliation", `"duringEndEarliest" = null`, "Affiliation_during_check"],
  ["Actor", `"existedDuring" = '1945/..'`, "Actor_existedDuring_check"],
  ["ActorName", `"during" = '1945/..'`, "ActorName_during_check"],
  ["ExternalCode", `"during" = '1945/..'`, "ExternalCode_during_check"],
  ["Proposal", `"timeframe" = '2021-21'`, "Proposal_timeframe_check"],
  ["PolicyAction", `"during" = '2021'`, "PolicyAction_during_check"],
  ["Position", `"policyActionId" = (select "id" from "PolicyAction" limit 1)`, "Position_subject_check"],
  ["Position", `"proposalId" = null`, "Position_subject_check"],
  ["Position", `"subjectId" = (select "id" from "PolicyAction" limit 1)`, "Position_subject_check"],
  [
    "Position",
    `"evidenceRollCallId" = (select "id" from "RollCall" limit 1), "evidenceStatementId" = (select "id" from "Statement" limit 1)`,
    "Position_evidence_check",
  ],
  ["StatementMention", `"actorId" = (select "id" from "Actor" limit 1)`, "StatementMention_mentioned_check"],
  ["StatementMention", `"proposalId" = null`, "StatementMention_mentioned_check"],
  ["Statement", `"quoteLanguage" = 'en'`, "Statement_quoteLanguage_check"],
  ["Statement", `"inReplyToId" = "id"`, "Statement_inReplyTo_check"],
  ["RollCall", `"statedYes" = -1`, "RollCall_stated_check"],
  ["RollCall", `"statedAbsent" = -1`, "RollCall_stated_check"],
  ["RollCall", `"countedAbsent" = -1`, "RollCall_counted_check"],
  ["RollCall", `"countedYes" = -1`, "RollCall_counted_check"],
  ["Affiliation", `"organizationId" = "memberId"`, "Affiliation_organization_check"],
  ["ProposalRelation", `"relatedId" = "proposalId"`, "ProposalRelation_related_check"],
  ["PolicyActionReversal", `"reversedId" = "reversingId"`, "PolicyActionReversal_reversed_check"],
];

describe("the database refuses", () => {
  test.each(refused)("%s: %s", async (table, change, check) => {
    const update = database.query(sql`update ${raw(`"${table}"`)} set ${raw(change)}`);
    await expect(update).rejects.toMatchObject({ code: "23514", constraint: check });
  });

  test("to delete what others refer to", async () => {
    await expect(database.query(sql`delete from "Actor"`)).rejects.toMatchObject({
      code: expect.stringMatching(/^23(001|503)$/),
    });
  });

  test("nothing of an unchanged row", async () => {
    for (const table of [...entities, "ActorName", "ExternalCode", "StatementMention", "ProposalRelation"]) {
      const rows = await database.query(sql`select from ${raw(`"${table}"`)}`);
      expect([table, rows.length]).not.toEqual([table, 0]);
    }
  });
});
