import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { isObjectType, Kind, parse } from "graphql";
import { Prisma } from "../../src/db/generated/client.js";
import { readRowFragments } from "../../src/dump/row-fragments.js";
import { entityTables } from "../../src/graphql/entity-table.js";
import { RandomHistory, randomly } from "../known/random-history.js";
import { answer, wholeApi } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { runs } from "../support/runs.js";
import { dumped, type Row, temporaryFolder } from "./reading.js";

const fragments = await readRowFragments();
const types = entityTables.map(({ name }) => name);

/** Applies the feed after a cursor to rows, as docs/dumps.md says. */
async function followed(database: Parameters<typeof answer>[0], rows: Map<string, Row>, from: string | null) {
  // A field of one name has other types in other entities, so each type is selected apart.
  const entity = types.map((type) => `${type}: entity { id ... on ${type} { retractedAt ...${type}Row } }`).join(" ");
  const query = `query ($after: String) { changes(after: $after, first: 10) { pageInfo { hasNextPage endCursor }
    nodes { entityId kind ${entity} positions(first: 500) { nodes { retractedAt ...PositionRow } } } } } ${fragments}`;
  const put = ({ retractedAt, ...row }: Row) =>
    retractedAt === null ? rows.set(row.id, row as Row) : rows.delete(row.id);
  for (let after = from, more = true; more; ) {
    const { changes } = await answer(database, query, { after });
    for (const { entityId, positions, ...change } of changes.nodes) {
      const entity = types.map((type) => change[type]).find((one) => one && "retractedAt" in one);
      if (entity) {
        if (entity.id !== entityId) rows.delete(entityId); // merged away
        put(entity);
      }
      for (const position of positions?.nodes ?? []) put(position);
    }
    more = changes.pageInfo.hasNextPage;
    after = changes.pageInfo.endCursor ?? after;
  }
}

test("a dump and the feed after it are the next dump", async () => {
  const database = await testDatabase();
  const history = new RandomHistory(database, randomly(7));
  await history.begin();
  const folder = await temporaryFolder();
  const { cursor, rows } = await dumped(database, join(folder, "first"));
  for (let step = 0; step < runs(40) || !history.done.has("merge"); step++) await history.step();
  expect([...history.done.keys()]).toEqual(expect.arrayContaining(["merge", "retract", "revise", "record"]));
  await followed(database, rows, cursor);
  const second = await dumped(database, join(folder, "second"));
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(second.rows));
});

test("a copy from the feed's beginning is a dump, imported votes too", async () => {
  const database = await testDatabase({ seeds: true });
  const rows = new Map<string, Row>();
  await followed(database, rows, null);
  const { rows: expected } = await dumped(database, join(await temporaryFolder(), "dump"), { gzip: true });
  expect([...rows].filter(([id, row]) => JSON.stringify(row) !== JSON.stringify(expected.get(id)))).toEqual([]);
  expect([...expected.keys()].filter((id) => !rows.has(id))).toEqual([]);
});

/** What rows leave out, and why. */
const left: Record<string, string> = {
  revisions: "who wrote what when",
  retractedAt: "a retracted entity has no row",
  retractionReason: "a retracted entity has no row",
  mergedFrom: "a merge is in the feed",
  date: "computed from roll calls",
  standing: "computed from other positions",
  allSources: "those of the evidence, too",
  margin: "computed from votes",
  majority: "computed from votes",
  outcome: "recorded as `statedOutcome`, or computed from the proposal and the votes",
  outcomeBasis: "computed as `outcome` is",
  counted: "computed from votes",
  membersComplete: "computed for a day",
  relatedFrom: "the other end of relations",
  reversedBy: "the other end of reverses",
};
const leftBounds = "Bounds of what is left out or given itself";

test("every field of an entity is in its row, or is left out for a reason", () => {
  const selected = new Map(
    parse(fragments).definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? [[definition.typeCondition.name.value, definition.selectionSet.selections] as const]
        : [],
    ),
  );
  expect([...selected.keys()].sort()).toEqual([...types].sort());
  for (const [name, selections] of selected) {
    const type = wholeApi().schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no type`);
    const names = selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
    const missing = Object.values(type.getFields())
      .filter(
        ({ type: output, args }) => !`${output}`.includes("Connection") && !args.some((arg) => arg.name === "asOf"),
      )
      .map((field) => field.name)
      .filter((field) => !names.includes(field) && !(field in left) && !(field === "dateBounds" && leftBounds));
    expect({ name, missing }).toEqual({ name, missing: [] });
  }
});

/** Tables that a dump has nothing of, and why. */
const notDumped: Record<string, string> = {
  ApiKey: "secret",
  IdempotencyKey: "secret",
  Draft: "not on record",
  Question: "somebody's",
  SavedQuestion: "somebody's, with secrets",
  AnswerChange: "somebody's",
  WebhookDelivery: "somebody's",
  Revision: "who wrote what when",
  Change: "the feed",
  ImportBatch: "the feed",
  ActorMerge: "the feed",
  ActorMergePart: "the feed",
  SearchDocument: "made of other tables",
  SearchName: "made of other tables",
  SubjectSlug: "made of other tables",
  HolderPlace: "made of other tables",
  HolderStances: "made of other tables",
  SubjectPlace: "made of other tables",
  SubjectStances: "made of other tables",
};

/** Tables of links and parts, by the field of a row that holds them. */
const within: Record<string, readonly [type: string, field: string]> = {
  ActorName: ["Actor", "names"],
  ExternalCode: ["Actor", "codes"],
  AffiliationSource: ["Affiliation", "sources"],
  ProposalSponsor: ["Proposal", "sponsors"],
  Participation: ["Proposal", "participants"],
  ProposalRelation: ["Proposal", "relations"],
  ProposalRelationSource: ["Proposal", "relations"],
  ProposalTopic: ["Proposal", "topics"],
  ProposalSource: ["Proposal", "sources"],
  PolicyActionTarget: ["PolicyAction", "targets"],
  PolicyActionReversal: ["PolicyAction", "reverses"],
  PolicyActionBearing: ["PolicyAction", "bearsOn"],
  PolicyActionSource: ["PolicyAction", "sources"],
  StatementMention: ["Statement", "mentions"],
  StatementSource: ["Statement", "sources"],
  RollCallSource: ["RollCall", "sources"],
  RollCallAbsence: ["RollCall", "absences"],
  PositionSource: ["Position", "sources"],
};

test("every table has its rows in a dump, within those of another, or is left out for a reason", () => {
  const known = [...types, ...Object.keys(within), ...Object.keys(notDumped)];
  expect(known.sort()).toEqual(Object.values(Prisma.ModelName).sort());
  for (const [type, field] of Object.values(within)) {
    const fragment = new RegExp(`fragment ${type}Row on ${type} \\{[^]*?\\n\\}`).exec(fragments)?.[0];
    expect(fragment).toMatch(new RegExp(`\\b${field}\\b`));
  }
});

test("nothing secret and nobody's name is in a dump", async () => {
  const database = await testDatabase();
  const history = new RandomHistory(database, randomly(3));
  await history.begin();
  await database.prisma.apiKey.create({
    data: { id: "0123456789abcdef", name: "somebody-secret", role: "ADMIN", secretHash: "ab".repeat(32) },
  });
  const { text } = await dumped(database, join(await temporaryFolder(), "dump"));
  expect(text).not.toMatch(/secret|key:|"author"|"reason"/);
});

test("a folder appears complete or not at all, and only a dump is replaced", async () => {
  const database = await testDatabase();
  await new RandomHistory(database, randomly(3)).begin();
  const parent = await temporaryFolder();
  const folder = join(parent, "dump");
  const stopped = new AbortController();
  stopped.abort(new Error("stopped"));
  await expect(dumped(database, folder, { signal: stopped.signal })).rejects.toThrow("stopped");
  expect(await readdir(parent)).toEqual([]);
  await dumped(database, folder);
  await dumped(database, folder, { license: "CC0-1.0" });
  expect(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")).license).toBe("CC0-1.0");
  expect(await readdir(parent)).toEqual(["dump"]);
  await writeFile(join(folder, "manifest.json"), "{}");
  await expect(dumped(database, folder)).rejects.toThrow("exists and is not a dump");
});
