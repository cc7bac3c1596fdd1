import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { raw, sql } from "../../../src/db/sql.js";
import { importDossiers } from "../../../src/import/dossier/index.js";
import { UnusableFiles } from "../../../src/import/votes/index.js";
import { kinds, testDatabase } from "../../support/database.js";
import { canonicalDump, importSample, votes } from "./imported.js";
import { country, type Sample, write } from "./sample.js";

const { france, namibia, ivoryCoast } = country;

const sample: Sample = {
  rollCalls: [
    {
      rcid: 3,
      session: 1,
      date: "1946-01-01",
      unres: "R/1/66",
      amend: "1",
      para: "0",
      short: "RULES",
      descr: "TO ADOPT",
    },
    { rcid: 700, session: 29, date: "1974-11-04", unres: "R/29/3236", short: "PALESTINE", stated_yes: 2, stated_no: 0 },
    {
      ...{ rcid: 5182, session: 67, date: "2012-11-29", unres: "R/67/19", short: "PALESTINE QUESTION" },
      ...{ descr: "Status of Palestine in the United Nations : resolution / adopted by the General Assembly" },
      ...{ stated_yes: 2, stated_no: 1, stated_abstain: "" },
    },
  ],
  votes: [
    [3, ...france, "yes"],
    [700, ...france, "abstain"],
    [700, ...ivoryCoast, "yes"],
    [5182, ...france, "yes"],
    [5182, ...namibia, "yes"],
    [5182, ...ivoryCoast, "no"],
  ],
  absences: [
    [700, "Cuba", "CU", "recorded"],
    [5182, "Cuba", "CU", "derived"],
    [5182, "Haiti", "HT", "recorded"],
  ],
  issues: [
    [5182, "me", "Palestinian conflict"],
    [700, "me", "Palestinian conflict"],
    [5182, "hr", "Human rights"],
  ],
  countries: [
    [220, ...france, "FRA", "France"],
    [565, ...namibia, "NAM", "Namibia"],
    [437, ...ivoryCoast, "CIV", "Côte D'Ivoire"],
    [40, "Cuba", "CU", "CUB", "Cuba"],
    [41, "Haiti", "HT", "HTI", "Haiti"],
  ],
};

describe.each(kinds)("on %s", (kind) => {
  let database: Database;
  let result: Awaited<ReturnType<typeof importSample>>;
  beforeAll(async () => {
    database = await testDatabase({ kind });
    result = await importSample(database, sample);
  });

  test("every row is counted once", () => {
    expect(result.rejected).toEqual([]);
    expect(result.sums).toEqual({
      "un_roll_calls.csv": { read: 3, recorded: 3, unchanged: 0, rejected: 0 },
      "un_vote_countries.csv": { read: 5, recorded: 5, unchanged: 0, rejected: 0 },
      "un_absences.csv": { read: 3, recorded: 3, unchanged: 0, rejected: 0 },
      "un_roll_call_issues.csv": { read: 3, recorded: 3, unchanged: 0, rejected: 0 },
      "un_votes.csv": { read: 6, recorded: 6, unchanged: 0, rejected: 0 },
    });
  });

  test("votes are positions, at the precision that their roll call's date has", async () => {
    expect(await votes(database)).toEqual([
      {
        holder: "france",
        rollCall: "un-ga-1-66-rc-3-vote",
        subject: "un-ga-1-66-rc-3",
        stance: "SUPPORTS",
        since: "1946-01",
      },
      {
        holder: "cote-d-ivoire",
        rollCall: "un-ga-29-3236-vote",
        subject: "un-ga-29-3236",
        stance: "SUPPORTS",
        since: "1974-11",
      },
      {
        holder: "france",
        rollCall: "un-ga-29-3236-vote",
        subject: "un-ga-29-3236",
        stance: "ABSTAINS",
        since: "1974-11",
      },
      {
        holder: "cote-d-ivoire",
        rollCall: "un-ga-67-19-vote",
        subject: "un-ga-67-19",
        stance: "OPPOSES",
        since: "2012-11-29",
      },
      {
        holder: "france",
        rollCall: "un-ga-67-19-vote",
        subject: "un-ga-67-19",
        stance: "SUPPORTS",
        since: "2012-11-29",
      },
      {
        holder: "namibia",
        rollCall: "un-ga-67-19-vote",
        subject: "un-ga-67-19",
        stance: "SUPPORTS",
        since: "2012-11-29",
      },
    ]);
  });

  test("who was absent is on record by name, and whether that is derived", async () => {
    const absences = await database.query(sql`
      select r.number, a.slug, l.basis from "RollCallAbsence" l join "RollCall" r on r.id = l."rollCallId"
        join "Actor" a on a.id = l."actorId" order by r.number, l.ordinal`);
    expect(absences).toEqual([
      { number: 700, slug: "cuba", basis: "RECORDED" },
      { number: 5182, slug: "cuba", basis: "DERIVED" },
      { number: 5182, slug: "haiti", basis: "RECORDED" },
    ]);
  });

  test("roll calls have stated and counted totals, and the absences", async () => {
    const rollCalls = await database.query(sql`
      select slug, session, number, "statedYes", "statedNo", "statedAbstain", "countedYes", "countedNo", "countedAbstain",
        "countedAbsent" from "RollCall" order by number desc limit 2`);
    expect(rollCalls).toEqual([
      {
        ...{ slug: "un-ga-67-19-vote", session: 67, number: 5182, statedYes: 2, statedNo: 1, statedAbstain: null },
        ...{ countedYes: 2, countedNo: 1, countedAbstain: 0, countedAbsent: 2 },
      },
      {
        ...{ slug: "un-ga-29-3236-vote", session: 29, number: 700, statedYes: 2, statedNo: 0, statedAbstain: null },
        ...{ countedYes: 1, countedNo: 0, countedAbstain: 1, countedAbsent: 1 },
      },
    ]);
    expect(result.differences).toBe(1);
    expect(result.notes).toContain("roll call 700 (un-ga-29-3236-vote): stated 2-0-0, counted 1-0-1 (yes-no-abstain)");
  });

  test("a proposal has the text, topics and source of its roll call", async () => {
    const proposal = await database.prisma.proposal.findUniqueOrThrow({
      where: { slug: "un-ga-67-19" },
      include: {
        topics: { include: { topic: true }, orderBy: { ordinal: "asc" } },
        sources: { include: { source: true } },
      },
    });
    expect(proposal).toMatchObject({
      title: "Status of Palestine in the United Nations",
      kind: "RESOLUTION",
      status: "ADOPTED",
    });
    expect(proposal.topics.map(({ topic }) => topic.slug)).toEqual(["palestinian-conflict", "human-rights"]);
    expect(proposal.sources.map(({ source }) => source.title).join()).toContain("Harvard Dataverse hdl:1902.1/12379");
  });

  test("countries that were not on record are states with their codes", async () => {
    const { codes, names } = await database.prisma.actor.findUniqueOrThrow({
      where: { slug: "cote-d-ivoire", kind: "STATE" },
      include: { codes: { orderBy: { ordinal: "asc" } }, names: true },
    });
    expect(codes.map(({ scheme, value }) => `${scheme} ${value}`)).toEqual([
      "ISO_3166_1_ALPHA_2 CI",
      "ISO_3166_1_ALPHA_3 CIV",
      "M49 384",
      "COW 437",
    ]);
    expect(names.map(({ value }) => value)).toEqual(["Ivory Coast", "Côte D'Ivoire"]);
  });

  test("entities have a first revision, which says who recorded them", async () => {
    const revisions = await database.query(sql`
      select r.author, r.version, r.after->>'slug' as slug from "Revision" r where r."entityKind" = 'ROLL_CALL' order by slug`);
    expect(revisions).toEqual([
      { author: "un-votes", version: 1, slug: "un-ga-1-66-rc-3-vote" },
      { author: "un-votes", version: 1, slug: "un-ga-29-3236-vote" },
      { author: "un-votes", version: 1, slug: "un-ga-67-19-vote" },
    ]);
  });

  test("a second run changes nothing, also of the same files compressed", async () => {
    const before = await canonicalDump(database);
    for (const folder of [result.folder, await write(sample, { gzip: true })]) {
      const { sums, rejected } = await importSample(database, folder);
      expect(rejected).toEqual([]);
      for (const { read, unchanged, recorded } of Object.values(sums))
        expect({ unchanged, recorded }).toEqual({ unchanged: read, recorded: 0 });
    }
    expect(await canonicalDump(database)).toBe(before);
  });
});

test("a damaged, a cut and a missing file are told", async () => {
  const database = await testDatabase();
  const folder = await write(sample);
  const votesFile = join(folder, "un_votes.csv");
  const text = await readFile(votesFile);
  await writeFile(votesFile, gzipSync(text).subarray(0, 40));
  await expect(importSample(database, folder)).rejects.toThrow(
    new UnusableFiles("un_votes.csv:2: can be read up to here and then ends: it was not copied completely"),
  );
  await writeFile(votesFile, "rcid,country\n1,France\n");
  await expect(importSample(database, folder)).rejects.toThrow(new UnusableFiles("un_votes.csv has no column vote"));
  await expect(importSample(database, join(folder, "nowhere"))).rejects.toThrow("is not a folder");
  // Nothing was recorded before, so all of it is now.
  await writeFile(votesFile, text);
  const { sums } = await importSample(database, folder);
  for (const { read, recorded } of Object.values(sums)) expect(recorded).toBe(read);
});

/** What a state said before and after it voted. */
const said = `dossier: 1
title: on record
sources: [{ slug: a-source, title: A source, kind: NEWS }]
actors: [{ slug: france, kind: STATE, name: France }]
proposals: [{ slug: un-ga-67-19, title: Palestine, kind: RESOLUTION, status: ADOPTED }]
positions:
  - { holder: france, subject: un-ga-67-19, stance: UNDECIDED, basis: STATEMENT, since: 2011-03, sources: [a-source] }
  - { holder: france, subject: un-ga-67-19, stance: SUPPORTS, basis: STATEMENT, since: 2014, sources: [a-source] }
`;

const recordSaid = (database: Database) =>
  importDossiers(database, [{ path: "said.yaml", text: said }], { author: "test" });

test.each(kinds)("a vote stands from its day until the holder's next position (%s)", async (kind) => {
  const database = await testDatabase({ kind });
  await recordSaid(database);
  await importSample(database, sample);
  const positions = await database.query(sql`
    select p.since, p."standingUntil" as until from "Position" p join "Actor" a on a.id = p."holderId"
      join "Proposal" s on s.id = p."proposalId"
    where a.slug = 'france' and s.slug = 'un-ga-67-19' order by p."sinceLatest"`);
  expect(positions).toEqual([
    { since: "2011-03", until: "2012-11-29" },
    { since: "2012-11-29", until: "2014-12-31" },
    { since: "2014", until: "9999-12-31" },
  ]);
});

test("a user who is no superuser records the same, with the triggers", async () => {
  if (kinds[0] !== "postgres") return;
  const [superuser, other] = [await testDatabase(), await testDatabase()];
  for (const database of [superuser, other]) await recordSaid(database);
  await importSample(superuser, sample);
  const role = raw(`standpoint_test_${process.pid}_writer`);
  await other.withBulkSession(async (session) => {
    await session.query(sql`create role ${role}`);
    await session.query(sql`grant pg_read_all_data, pg_write_all_data to ${role}`);
  });
  const database: Database = {
    ...other,
    withBulkSession: (work) =>
      other.withBulkSession(async (session) => {
        await session.query(sql`set role ${role}`);
        return work(session);
      }),
  };
  try {
    await importSample(database, sample);
    expect(await canonicalDump(other)).toBe(await canonicalDump(superuser));
  } finally {
    await other.withBulkSession((session) => session.query(sql`drop role ${role}`));
  }
});
