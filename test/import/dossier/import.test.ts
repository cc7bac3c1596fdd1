import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import type { Prisma } from "../../../src/db/generated/client.js";
import { ConcurrentRevision, exportDossier, importDossiers } from "../../../src/import/dossier/index.js";
import { kinds, testDatabase } from "../../support/database.js";
import { importTexts, problemsOf, total } from "./import-text.js";

const everything = readFileSync(new URL("everything.dossier.yaml", import.meta.url), "utf8");

const edited = (...edits: [from: string, to: string][]): string =>
  edits.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, everything);

describe.each(kinds)("on the %s database", (kind) => {
  test("an import again changes nothing, not even a version", async () => {
    const database = await testDatabase({ kind });
    const { recorded, revised, unchanged } = total(await importTexts(database, everything));
    expect({ recorded, revised, unchanged }).toEqual({ recorded: 27, revised: 0, unchanged: 0 });
    const before = await recordedAs(database);
    expect(total(await importTexts(database, everything))).toEqual({ recorded: 0, revised: 0, unchanged: 27 });
    expect(await recordedAs(database)).toEqual(before);
  });

  test("what changed is revised, with who, what it was and what it is", async () => {
    const database = await testDatabase({ kind });
    await importTexts(database, everything);
    const report = await importTexts(
      database,
      edited(
        ["title: A mill by the river", "title: A mill"],
        ["sponsors: [ann, ben]", "sponsors: [ben, ann]"],
        ["during: 2020-07-01/..", "during: 2020-07-01/2021"],
        ["holder: valley, subject: mill, stance: OPPOSES", "holder: valley, subject: mill, stance: ABSTAINS"],
        ["summary: Ben says no.", "summary: Ben says no.\n    inReplyTo: ann-speaks\n    quote: No."],
        ["    inReplyTo: ann-speaks\n    summary", "    summary"],
      ),
    );
    expect(report.counts).toMatchObject({
      affiliations: { recorded: 0, revised: 1, unchanged: 3 },
      proposals: { recorded: 0, revised: 1, unchanged: 1 },
      statements: { recorded: 0, revised: 1, unchanged: 1 },
      positions: { recorded: 0, revised: 1, unchanged: 5 },
    });
    const { prisma } = database;
    const mill = await prisma.proposal.findUniqueOrThrow({
      where: { slug: "mill" },
      include: { sponsors: { orderBy: { ordinal: "asc" }, include: { actor: true } } },
    });
    expect(mill).toMatchObject({ version: 2, title: "A mill" });
    expect(mill.updatedAt.getTime()).toBeGreaterThan(mill.recordedAt.getTime());
    expect(mill.sponsors.map(({ actor }) => actor.slug)).toEqual(["ben", "ann"]);
    const revisions = await prisma.revision.findMany({ where: { entityId: mill.id }, orderBy: { version: "asc" } });
    expect(revisions).toMatchObject([
      { entityKind: "PROPOSAL", version: 1, author: "tester", reason: null, before: null },
      {
        version: 2,
        before: { title: "A mill by the river", sponsors: ["ann", "ben"], timeframe: "[2021-21, 2021-22]" },
        after: { title: "A mill", sponsors: ["ben", "ann"], timeframe: "[2021-21, 2021-22]" },
      },
    ]);
    expect(revisions[0]?.after).toEqual(revisions[1]?.before);
  });

  test("imports that run at once wait for each other: nothing is recorded twice", async () => {
    const database = await testDatabase({ kind });
    const reports = await Promise.all([1, 2, 3].map(() => importTexts(database, everything)));
    const sums = reports.map(total).sort((a, b) => b.recorded - a.recorded);
    expect(sums.map(({ recorded }) => recorded)).toEqual([27, 0, 0]);
    expect(sums.map(({ unchanged }) => unchanged)).toEqual([0, 27, 27]);
  });
});

test("dates get their days, links their order, a capacity the affiliation of that day", async () => {
  const database = await testDatabase();
  await importTexts(database, everything);
  const { prisma } = database;
  const proposal = await prisma.proposal.findUniqueOrThrow({ where: { slug: "mill" } });
  expect(proposal).toMatchObject({
    proposedOnEarliest: new Date("2020-03-01"),
    proposedOnLatest: new Date("2020-03-31"),
    timeframe: "[2021-21, 2021-22]",
    timeframeEarliest: new Date("2021-03-01"),
    timeframeLatest: new Date("2021-08-31"),
  });
  const codes = await prisma.externalCode.findMany({
    where: { actor: { slug: "valley" } },
    orderBy: { ordinal: "asc" },
  });
  expect(codes.map(({ value }) => value)).toEqual(["008", "NO", "Q42"]);
  const statement = await prisma.statement.findUniqueOrThrow({
    where: { slug: "ann-speaks" },
    include: { capacity: true, replies: true },
  });
  expect(statement.capacity).toMatchObject({ role: "Miller General", during: "2019-03/2020-06-30" });
  expect(statement.replies).toMatchObject([{ slug: "ben-answers" }]);
});

test("what a file does not name is left alone, and can be named by another", async () => {
  const database = await testDatabase();
  await importTexts(database, everything);
  const before = await exportDossier(database);
  const more = "dossier: 1\ntitle: More\nmeetings: [{ slug: summer, title: Summer, body: council, heldOn: 2020-22 }]";
  expect(total(await importTexts(database, more))).toEqual({ recorded: 1, revised: 0, unchanged: 0 });
  const after = await exportDossier(database);
  const without = after.replace(/ {2}- slug: summer\n(?: {4}.*\n)+/, "").replace("entries: 28", "entries: 27");
  expect(without).toBe(before);
});

test("files of one import refer to each other, in any order", async () => {
  const database = await testDatabase();
  const report = await importTexts(
    database,
    "dossier: 1\ntitle: A\nmeetings: [{ slug: m, title: M, body: b, heldOn: 2020 }]",
    "dossier: 1\ntitle: B\nactors: [{ slug: b, kind: ORGANIZATION, name: B }]",
  );
  expect(total(report).recorded).toBe(2);
});

test("anything wrong, and nothing is recorded", async () => {
  const database = await testDatabase();
  const told = await problemsOf(database, everything, "dossier: 1\ntitle: B\ntopics: [{ slug: X, name: X }]");
  expect(told).toHaveLength(1);
  expect(await recordedAs(database)).toEqual([]);
});

test("a dry run tells what would change and changes nothing", async () => {
  const database = await testDatabase();
  const files = [{ path: "a.yaml", text: everything }];
  expect(total(await importDossiers(database, files, { author: "x", dryRun: true })).recorded).toBe(27);
  expect(await recordedAs(database)).toEqual([]);
});

test("more votes than a roll call states is a warning", async () => {
  const database = await testDatabase();
  const { warnings } = await importTexts(database, edited(["abstain: 1,", "abstain: 0,"]));
  expect(warnings).toMatchObject([{ path: "rollCalls[0].stated.abstain", message: "0 stated, but the files have 1" }]);
});

test("a chain of replies may be longer than one statement inserts", async () => {
  const database = await testDatabase();
  const count = 5100;
  const replies = Array.from({ length: count }, (_, index) => {
    const inReplyTo = index < count - 1 ? `, inReplyTo: t${index + 1}` : "";
    return `  - { slug: t${index}, delivery: SPOKEN, madeOn: 2020, summary: T, sources: [s]${inReplyTo} }`;
  });
  const text = `dossier: 1\ntitle: T\nsources: [{ slug: s, title: S, kind: NEWS }]\nstatements:\n${replies.join("\n")}`;
  expect(total(await importTexts(database, text)).recorded).toBe(count + 1);
  expect(await database.prisma.statement.count({ where: { inReplyToId: null } })).toBe(1);
});

test("an entity that someone else revises meanwhile is not overwritten: nothing is recorded", async () => {
  const database = await testDatabase();
  await importTexts(database, everything);
  const interrupted = beforeEachStatement(database, async (statement, transaction) => {
    if (!("sql" in statement) || !statement.sql.startsWith('update "Topic"')) return;
    await transaction.topic.updateMany({ where: { slug: "water" }, data: { version: 2, name: "H2O" } });
  });
  const changed = importTexts(interrupted, edited(["name: Water", "name: Waters"], ["name: Bread", "name: Loaves"]));
  await expect(changed).rejects.toThrow(ConcurrentRevision);
  const topics = await database.prisma.topic.findMany({ orderBy: { slug: "asc" } });
  expect(topics).toMatchObject([
    { name: "Bread", version: 1 },
    { name: "Water", version: 1 },
  ]);
});

test("the number of statements does not grow with the entries", async () => {
  const few = await countStatements(await testDatabase(), manyEntries(2));
  const many = await countStatements(await testDatabase(), manyEntries(200));
  expect(many).toEqual(few);
  expect(few.first).toBeLessThan(60);
  expect(few.again).toBeLessThan(20);
});

/** A dossier with this many entries of kinds that refer to each other, chained replies among them. */
function manyEntries(count: number): string {
  const each = (line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `  - ${line(index)}`).join("\n");
  return `dossier: 1
title: Many
sources:
${each((i) => `{ slug: s${i}, title: S, kind: NEWS }`)}
actors:
${each((i) => `{ slug: a${i}, kind: STATE, name: A, names: [{ value: B, kind: ALIAS }] }`)}
affiliations:
${each((i) => `{ member: a${i}, organization: a${(i + 1) % count}, kind: MEMBERSHIP, sources: [s${i}] }`)}
proposals:
${each((i) => `{ slug: p${i}, title: P, kind: PLAN, status: PROPOSED, relations: [{ kind: ENDORSES, proposal: p${(i + 1) % count} }] }`)}
statements:
${each((i) => `{ slug: t${i}, delivery: SPOKEN, madeOn: 2020, summary: T, sources: [s${i}]${i < count - 1 ? `, inReplyTo: t${i + 1}` : ""} }`)}
positions:
${each((i) => `{ holder: a${i}, subject: p${i}, stance: SUPPORTS, basis: STATEMENT, since: 2020, evidence: { statement: t${i} } }`)}
`;
}

async function countStatements(
  database: Database,
  text: string,
): Promise<{ first: number; again: number; changed: number }> {
  let count = 0;
  const counting = beforeEachStatement(database, () => {
    count += 1;
  });
  const countFor = async (dossier: string) => {
    count = 0;
    await importTexts(counting, dossier);
    return count;
  };
  return {
    first: await countFor(text),
    again: await countFor(text),
    changed: await countFor(text.replaceAll("summary: T", "summary: U").replaceAll("name: A", "name: C")),
  };
}

type Statement = Parameters<Prisma.TransactionClient["$executeRaw"]>[0];

/** The same database; something is done before each statement of a transaction. */
function beforeEachStatement(
  database: Database,
  act: (statement: Statement, transaction: Prisma.TransactionClient) => Promise<void> | void,
): Database {
  const watched = (transaction: Prisma.TransactionClient): Prisma.TransactionClient =>
    new Proxy(transaction, {
      get(target, name, receiver) {
        if (name !== "$queryRaw" && name !== "$executeRaw") return Reflect.get(target, name, receiver);
        return async (statement: Statement) => {
          await act(statement, transaction);
          return target[name](statement);
        };
      },
    });
  const prisma = new Proxy(database.prisma, {
    get: (target, name, receiver) =>
      name === "$transaction"
        ? (work: (transaction: Prisma.TransactionClient) => Promise<unknown>, options: object) =>
            target.$transaction((transaction) => work(watched(transaction)), options)
        : Reflect.get(target, name, receiver),
  });
  return { ...database, prisma };
}

/** Every entity's and revision's identity, in an order of no meaning. */
async function recordedAs({ prisma }: Database): Promise<string[]> {
  const fields = { select: { id: true, version: true, updatedAt: true } };
  const found = await Promise.all([
    prisma.source.findMany(fields),
    prisma.actor.findMany(fields),
    prisma.affiliation.findMany(fields),
    prisma.meeting.findMany(fields),
    prisma.topic.findMany(fields),
    prisma.proposal.findMany(fields),
    prisma.policyAction.findMany(fields),
    prisma.statement.findMany(fields),
    prisma.rollCall.findMany(fields),
    prisma.position.findMany(fields),
    prisma.revision.findMany({ select: { id: true, version: true } }),
  ]);
  return found
    .flat()
    .map((row) => JSON.stringify(row))
    .sort();
}
