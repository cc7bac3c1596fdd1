import { describe, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { sql } from "../../../src/db/sql.js";
import { importDossiers } from "../../../src/import/dossier/index.js";
import { UnusableFiles } from "../../../src/import/votes/index.js";
import { kinds, testDatabase } from "../../support/database.js";
import { canonicalDump, importSample, votes } from "./imported.js";
import { country, type Sample } from "./sample.js";

const { france, namibia, ivoryCoast } = country;

const row = (rcid: number, unres: string, more = {}) => ({
  ...{ rcid, session: 54, date: "1999-12-17", unres, short: `SUBJECT ${unres}`, descr: `Text of ${rcid}` },
  ...{ stated_yes: 2, stated_no: 1, ...more },
});

const dossier = (database: Database, text: string, { overwrite = false } = {}) =>
  importDossiers(database, [{ path: "a.yaml", text: `dossier: 1\ntitle: on record\n${text}` }], {
    author: "an editor",
    overwrite,
  });

test.each(kinds)("the record is the same whichever release comes first (%s)", async (kind) => {
  const first: Sample = {
    rollCalls: [row(1, "R/54/1")],
    votes: [
      [1, ...france, "yes"],
      [1, "Turkey", "TR", "no"],
    ],
  };
  const second: Sample = {
    rollCalls: [row(1, "A/RES/54/1", { short: "SUBJECT R/54/1", stated_abstain: 1 }), row(2, "R/54/2")],
    votes: [
      [1, "France", "", "yes"],
      [1, "Türkiye", "TR", "no"],
      [1, ...ivoryCoast, "abstain"],
      [2, ...namibia, "yes"],
    ],
    absences: [[1, ...namibia, "recorded"]],
    issues: [[1, "hr", "Human rights"]],
    countries: [
      [220, ...france, "FRA", "France"],
      [640, "Turkey", "TR", "TUR", "Republic of Turkey"],
      [437, ...ivoryCoast, "CIV", "Côte D'Ivoire"],
    ],
  };
  const facts = (database: Database) =>
    database.query(sql`
      select slug, name, array(select n.value from "ActorName" n where n."actorId" = a.id order by n.ordinal) as names,
        array(select c.scheme || ' ' || c.value from "ExternalCode" c where c."actorId" = a.id order by c.ordinal) as codes
      from "Actor" a order by slug`);
  const rollCalls = (database: Database) =>
    database.query(sql`
      select r.slug, r.number, "statedYes", "statedNo", "statedAbstain", "countedAbsent", "countedYes", p.title,
        array(select o.slug from "ProposalTopic" l join "Topic" o on o.id = l."topicId" where l."proposalId" = p.id) as topics
      from "RollCall" r join "Proposal" p on p.id = r."proposalId" order by r.number`);
  const [oneWay, otherWay] = [await testDatabase({ kind }), await testDatabase({ kind })];
  for (const sample of [first, second]) await importSample(oneWay, sample);
  for (const sample of [second, first]) await importSample(otherWay, sample);
  expect(await facts(otherWay)).toEqual(await facts(oneWay));
  expect(await rollCalls(otherWay)).toEqual(await rollCalls(oneWay));
  expect(await votes(otherWay)).toEqual(await votes(oneWay));
  expect(await rollCalls(oneWay)).toMatchObject([{ statedAbstain: 1, countedAbsent: 1, topics: ["human-rights"] }, {}]);
  const dump = await canonicalDump(oneWay);
  const { corrected, conflicts } = await importSample(oneWay, second);
  expect({ corrected, conflicts }).toEqual({ corrected: [], conflicts: [] });
  expect(await canonicalDump(oneWay)).toBe(dump);
});

test("a release completes what an earlier one lacked: a text column, and the vote on the whole", async () => {
  const part = row(1, "R/54/1", { para: "1", descr: "Paragraph 3" });
  const whole = row(2, "R/54/1");
  const lacking: Sample = { rollCalls: [{ ...part, short: "" }], votes: [[1, ...france, "yes"]] };
  const complete: Sample = { rollCalls: [part, whole], votes: [...lacking.votes, [2, ...france, "no"]] };
  const [oneWay, otherWay] = [await testDatabase(), await testDatabase()];
  for (const sample of [lacking, complete]) await importSample(oneWay, sample);
  for (const sample of [complete, lacking]) await importSample(otherWay, sample);
  const proposals = (database: Database) =>
    database.query(sql`select slug, title, summary, note, status from "Proposal" order by slug`);
  expect(await proposals(oneWay)).toEqual(await proposals(otherWay));
  expect(await proposals(oneWay)).toMatchObject([
    { slug: "un-ga-54-1", title: "SUBJECT R/54/1", summary: "Text of 2", status: "ADOPTED" },
    { slug: "un-ga-54-1-rc-1", title: "SUBJECT R/54/1", summary: "Paragraph 3" },
  ]);
  const { corrected, conflicts } = await importSample(oneWay, complete);
  expect({ corrected, conflicts }).toEqual({ corrected: [], conflicts: [] });
});

describe("a vote that is there twice under two numbers", () => {
  const cast = (rcid: number): Sample["votes"] => [
    [rcid, ...france, "yes"],
    [rcid, ...namibia, "no"],
  ];

  test("in one file: the later row is rejected with its votes", async () => {
    const database = await testDatabase();
    const again = { descr: "Text of 1" };
    const { rejected } = await importSample(database, {
      rollCalls: [row(1, "R/54/1"), row(2, "A/RES/54/1", again), row(3, "R/54/1", { para: "1", descr: "Paragraph 3" })],
      votes: [...cast(1), ...cast(2), ...cast(3)],
      issues: [[2, "hr", "Human rights"]],
    });
    const why = "roll call 2 repeats roll call 1: it has the same resolution, day, text and votes";
    expect(rejected).toEqual(
      [
        `un_roll_calls.csv:3 ${why}`,
        `un_roll_call_issues.csv:2 no roll call 2 is recorded: ${why}`,
        `un_votes.csv:4 no roll call 2 is recorded: ${why}`,
        `un_votes.csv:5 no roll call 2 is recorded: ${why}`,
      ].sort((a, b) => order(a) - order(b)),
    );
    expect((await votes(database)).map(({ subject }) => subject)).toEqual([
      ...["un-ga-54-1", "un-ga-54-1", "un-ga-54-1-rc-3", "un-ga-54-1-rc-3"],
    ]);
  });
  const order = (line: string) =>
    ["un_roll_calls", "un_votes", "un_roll_call_issues"].findIndex((file) => line.startsWith(`${file}.`));

  test("in a release that numbers anew: it is the one on record", async () => {
    const database = await testDatabase();
    await importSample(database, { rollCalls: [row(1, "R/54/1"), row(2, "R/54/2")], votes: [...cast(1), ...cast(2)] });
    const dump = await canonicalDump(database);
    const { sums, notes } = await importSample(database, {
      rollCalls: [row(901, "R/54/1"), row(902, "R/54/2", { descr: "Text of 2" })],
      votes: [...cast(901), ...cast(902)],
    });
    expect(sums["un_votes.csv"]).toEqual({ read: 4, recorded: 0, unchanged: 4, rejected: 0 });
    expect(notes).toContain("roll call 901 is recorded as roll call 1 (un-ga-54-1-vote)");
    expect((await canonicalDump(database)).replaceAll("Text of 901", "Text of 1")).not.toContain("un-ga-54-1-rc-901");
    expect(dump).toContain("un-ga-54-1");
  });

  test("a number that is another vote on record is rejected", async () => {
    const database = await testDatabase();
    await importSample(database, { rollCalls: [row(1, "R/54/1")], votes: cast(1) });
    const other = row(1, "R/60/9", { session: 60, date: "2005-12-02" });
    const { rejected } = await importSample(database, { rollCalls: [other], votes: cast(1) });
    expect(rejected[0]).toMatch(
      /^un_roll_calls.csv:2 roll call 1 is recorded as un-ga-54-1-vote of 1999-12-17, which is another vote/,
    );
    expect(rejected).toHaveLength(3);
  });
});

test("a proposal from elsewhere gets the topics that it lacks; one that an editor removed stays away", async () => {
  const database = await testDatabase();
  const proposal = (topics: string) =>
    dossier(
      database,
      `topics: [{ slug: bread, name: Bread }]\nproposals:\n  - { slug: un-ga-54-1, title: Bread, kind: RESOLUTION, status: ADOPTED, topics: [${topics}] }\n`,
    );
  await proposal("bread");
  const sample: Sample = {
    rollCalls: [row(1, "R/54/1")],
    votes: [[1, ...france, "yes"]],
    issues: [[1, "hr", "Human rights"]],
  };
  const first = await importSample(database, sample);
  expect(first.sums["un_roll_call_issues.csv"]).toEqual({ read: 1, recorded: 1, unchanged: 0, rejected: 0 });
  expect(first.conflicts).toEqual([]);
  const topics = () =>
    database.query(sql`select o.slug from "ProposalTopic" l join "Topic" o on o.id = l."topicId" order by l.ordinal`);
  expect(await topics()).toEqual([{ slug: "bread" }, { slug: "human-rights" }]);
  const revisions = sql`select author, version, action, after->'topics' as topics from "Revision"
    where "entityKind" = 'PROPOSAL' order by version`;
  expect(await database.query(revisions)).toEqual([
    { author: "an editor", version: 1, action: "RECORDED", topics: ["bread"] },
    { author: "un-votes", version: 2, action: "REVISED", topics: ["bread", "human-rights"] },
  ]);

  await database.prisma.proposalTopic.deleteMany({ where: { topic: { slug: "human-rights" } } });
  const { conflicts } = await importSample(database, sample);
  expect(conflicts).toEqual([
    "the topic human-rights of un-ga-54-1 was removed and is not added again without --overwrite",
  ]);
  expect(await topics()).toEqual([{ slug: "bread" }]);
  await importSample(database, sample, 7, { overwrite: true });
  expect(await topics()).toEqual([{ slug: "bread" }, { slug: "human-rights" }]);
});

describe.each(kinds)("a release that contradicts the record (%s)", (kind) => {
  const before: Sample = {
    rollCalls: [row(1, "R/54/1")],
    votes: [
      [1, ...france, "yes"],
      [1, ...namibia, "no"],
    ],
  };
  const after: Sample = {
    rollCalls: [row(1, "R/54/1", { stated_yes: 1, stated_no: 1, short: "A BETTER TITLE" })],
    votes: [
      [1, ...france, "abstain"],
      [1, ...namibia, "no"],
    ],
  };
  const state = (database: Database) =>
    database.query(sql`
      select r."statedYes", r."countedYes", r."countedAbstain", r.version, p.title, v.stance, v.version as "voteVersion"
      from "RollCall" r join "Proposal" p on p.id = r."proposalId" join "Position" v on v."evidenceRollCallId" = r.id
        join "Actor" a on a.id = v."holderId" where a.slug = 'france'`);

  test("changes nothing and reports each difference, unless told to overwrite", async () => {
    const database = await testDatabase({ kind });
    await importSample(database, before);
    const old = await canonicalDump(database);
    const contradictions = [
      'stated totals of roll call 1: "2-1-" in the record, "1-1-" in the file',
      'title of un-ga-54-1: "SUBJECT R/54/1" in the record, "A BETTER TITLE" in the file',
      'vote of france in roll call 1: "SUPPORTS" in the record, "ABSTAINS" in the file',
    ];
    for (const dryRun of [true, false]) {
      const { sums, corrected, conflicts } = await importSample(database, after, 7, { dryRun });
      const why = "The record's value is by an earlier import and stays unchanged; --overwrite replaces it";
      expect(conflicts.sort()).toEqual(contradictions.map((what) => `${what}. ${why}`));
      expect(corrected).toEqual([]);
      expect(sums["un_votes.csv"]).toEqual({ read: 2, recorded: 0, unchanged: 1, rejected: 1 });
      expect(await canonicalDump(database)).toBe(old);
    }

    const { sums, corrected: overwritten } = await importSample(database, after, 7, { overwrite: true });
    expect(overwritten.sort()).toEqual(contradictions);
    expect(sums["un_votes.csv"]).toEqual({ read: 2, recorded: 1, unchanged: 1, rejected: 0 });
    const corrected = { statedYes: 1, countedYes: 0, countedAbstain: 1, version: 2, title: "A BETTER TITLE" };
    expect(await state(database)).toEqual([{ ...corrected, stance: "ABSTAINS", voteVersion: 2 }]);

    // An editor says otherwise, as dossiers let one.
    await dossier(
      database,
      `proposals:
  - { slug: un-ga-54-1, title: The editor's, kind: RESOLUTION, status: ADOPTED, summary: Text of 1, note: Numbered R/54/1 in the data., sources: [un-general-assembly-voting-data] }
`,
      { overwrite: true },
    );
    const { conflicts } = await importSample(database, after);
    expect(conflicts).toEqual([
      `title of un-ga-54-1: "The editor's" in the record, "A BETTER TITLE" in the file. The record's value is by an editor and stays unchanged; --overwrite replaces it`,
    ]);
    expect(await state(database)).toMatchObject([{ title: "The editor's" }]);
    await importSample(database, after, 7, { overwrite: true });
    expect(await state(database)).toMatchObject([{ title: "A BETTER TITLE" }]);
  });

  test("a vote that an editor retracted or revised is rejected, not recorded again", async () => {
    const database = await testDatabase({ kind });
    await importSample(database, before);
    await database.query(sql`
      update "Position" set "retractedAt" = now(), "retractionReason" = 'wrong', version = 2
      where "holderId" = (select id from "Actor" where slug = 'france')`);
    const { sums, conflicts } = await importSample(database, after);
    expect(sums["un_votes.csv"]).toEqual({ read: 2, recorded: 0, unchanged: 1, rejected: 1 });
    expect(conflicts.join()).toContain("The entity was retracted, and stays unchanged");
  });
});

describe("the source of the data", () => {
  const sample: Sample = { rollCalls: [row(1, "R/54/1")], votes: [[1, ...france, "yes"]] };

  test("is one that the import names", async () => {
    const database = await testDatabase();
    const source = {
      slug: "undl",
      title: "UN Digital Library",
      kind: "DATASET",
      url: "https://digitallibrary.un.org",
    } as const;
    await importSample(database, sample, 7, { source });
    const named = sql`select s.slug, s.title from "RollCallSource" l join "Source" s on s.id = l."sourceId"`;
    expect(await database.query(named)).toEqual([{ slug: "undl", title: "UN Digital Library" }]);
    const { sums } = await importSample(database, sample, 7, { source: "undl" });
    expect(sums["un_roll_calls.csv"]).toMatchObject({ unchanged: 1 });
  });

  test("has to be on record where it is named by its slug", async () => {
    const database = await testDatabase();
    const refused = importSample(database, sample, 7, { source: "nowhere" });
    await expect(refused).rejects.toThrow(
      new UnusableFiles(
        "No source has the slug nowhere. Record it first, or give a file that describes it with --source",
      ),
    );
    expect(await database.query(sql`select from "Actor"`)).toEqual([]);
  });

  test("of sessions that the usual source does not cover is asked for", async () => {
    const database = await testDatabase();
    const later = {
      rollCalls: [row(1, "R/78/1", { session: 78, date: "2023-12-01" })],
      votes: [[1, ...france, "yes"]],
    } satisfies Sample;
    const { notes } = await importSample(database, later);
    expect(notes).toEqual([expect.stringContaining("give the source of these files with --source"), expect.anything()]);
  });
});
