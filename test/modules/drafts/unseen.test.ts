import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isObjectType } from "graphql";
import type { Viewer } from "../../../src/auth/viewer.js";
import type { Database } from "../../../src/db/database.js";
import { lastChange } from "../../../src/db/last-change.js";
import { raw, sql } from "../../../src/db/sql.js";
import { exportDossier } from "../../../src/import/dossier/index.js";
import { changeCursor } from "../../../src/modules/changes/change.repository.js";
import { entities, type ListName, listNames, sluggedLists } from "../../../src/record/entities/index.js";
import { globalId } from "../../../src/record/global-id.js";
import { recordBase } from "../../record/base.js";
import { samples } from "../../record/samples.js";
import { type Input, types } from "../../record/writer.js";
import { ask, follow as followed } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { schema } from "../../support/once/schema.js";
import { type Operation, operations } from "../../support/operations.js";
import { type Pool, poolOf } from "../../support/operations-pool.js";
import { runs } from "../../support/runs.js";
import { type Made, nobody, somebody, told } from "./draft-kit.js";

/** In every text of every draft, and nowhere else. */
const word = "Zugzwang";
const slugOf = (list: ListName): string => `zz-${list.toLowerCase()}`;

/** Other operations, or more of them: OPERATIONS_SEED=7 TEST_RUNS=30. */
const seed = Number(process.env.OPERATIONS_SEED ?? 20210126);
const count = runs(150);
const roots = Object.keys(schema.getQueryType()?.getFields() ?? {});

const viewers: Record<string, Viewer | undefined> = {
  nobody: undefined,
  "another contributor": { role: "CONTRIBUTOR", author: "key:other" },
  "its author, who is no contributor any more": { role: "READER", author: "key:contributor" },
};

/** What an entry of a list says, with the word wherever a text of one's own may stand. */
function withWord(list: ListName): Input {
  const texts = ["title", "name", "summary", "description", "note", "role", "place", "quote", "conditions", "venue"];
  const entry = Object.entries(samples[list].entry).map(([field, value]) => [
    field,
    texts.includes(field) ? word : value,
  ]);
  return { ...Object.fromEntries(entry), ...("slug" in samples[list].entry && { slug: slugOf(list) }) };
}

let database: Database;
let made: Map<ListName, Made>;
let asked: Operation[];
let before: Map<string, unknown[]>;
let exported: unknown;
let following: Followed[];

type Events = Awaited<ReturnType<typeof followed>>;

/** What somebody follows. */
interface Followed {
  readonly changes: Events;
  readonly positions: Events;
  /** The first position that is told of. */
  readonly position: ReturnType<Events["next"]>;
}

/** Follows all that goes on, from now on. */
async function follow(viewer: Viewer | undefined): Promise<Followed> {
  const positions = await followed(database, "subscription { positionRecorded { note holder { slug } } }", viewer);
  const position = positions.next();
  const after = changeCursor(await lastChange(database));
  const fields = "kind action author reason entity { id }";
  const changes = await followed(database, `subscription { changes(after: "${after}") { ${fields} } }`, viewer);
  return { changes, positions, position };
}

/** Each operation's answer to a viewer; `id` takes the place of a draft's id that there is not. */
async function answers(viewer: Viewer | undefined, id: string): Promise<unknown[]> {
  const swap = (from: string, to: string, value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(from, to));
  const told: unknown[] = [];
  for (const { query, variables, headers } of asked) {
    const question = swap(nobody, id, { query, variables });
    const asOf = headers["standpoint-as-of"];
    const { data, errors = null } = await ask(database, question.query, question.variables, { viewer, asOf });
    told.push({ query, ...swap(id, nobody, { data, errors }) });
  }
  return told;
}

beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  await recordBase(database);
  following = await Promise.all(Object.values(viewers).map(follow));
  // All follow one feed in this process: once it tells of this, positions are followed as well.
  await somebody(database, "EDITOR").record("topics", { slug: "sentinel", name: "Sentinel" });
  for (const { changes } of following)
    expect((await changes.next()).value.changes).toMatchObject({ kind: "TOPIC", author: "key:editor" });

  const recorded = await poolOf(schema, async (query) => (await ask(database, query)).data);
  const pool: Pool = {
    ...recorded,
    ids: new Map([...recorded.ids, ["Draft", [nobody]]]),
    // Half of what operations name is a draft's.
    slugs: new Map(
      [...recorded.slugs].map(([type, slugs]) => {
        const list = sluggedLists.find((name) => types[name] === type);
        return [type, list ? slugs.slice(0, 6).flatMap((slug) => [slug, slugOf(list)]) : slugs];
      }),
    ),
  };
  asked = roots.flatMap((root, index) =>
    fc.sample(operations(schema, pool, root), { seed: seed + index, numRuns: Math.ceil(count / roots.length) }),
  );
  before = new Map();
  for (const [name, viewer] of Object.entries(viewers)) before.set(name, await answers(viewer, nobody));
  exported = await exportDossier(database);
  const contributor = somebody(database, "CONTRIBUTOR");
  made = new Map();
  for (const list of listNames) {
    made.set(list, await contributor.drafts(list, { ...withWord(list), reason: word }));
    const { draft } = await contributor.revise(list, { ...(await first(list)), ...revisions[list], reason: word });
    if (!draft) throw new Error(`There is no draft of a revision of ${list}`);
  }
  await contributor.reviseDraft({ ...one("topics"), entry: { ...withWord("topics"), name: `${word}!` } });
  await contributor.withdrawDraft(one("meetings"));
  await somebody(database, "EDITOR").reject([one("sources")], word);
});

const one = (list: ListName): Made => {
  const draft = made.get(list);
  if (!draft) throw new Error(`There is no draft of ${list}`);
  return draft;
};

const revisions: Record<ListName, Input> = {
  ...{
    sources: { title: word },
    actors: { description: word },
    affiliations: { role: word },
    meetings: { title: word },
  },
  ...{ topics: { name: word }, proposals: { title: word }, policyActions: { summary: word } },
  ...{ statements: { summary: word }, rollCalls: { note: word }, positions: { note: word } },
};

/** Something to revise: what was recorded first. */
async function first(list: ListName): Promise<Made> {
  const { table, kind } = entities[list];
  const [found] = await database.query<Made>(
    sql`select id, version from ${raw(`"${table}"`)} order by "recordedAt", id limit 1`,
  );
  if (!found) throw new Error(`Nothing of ${list} is on record`);
  return { ...found, id: globalId(kind.toLowerCase(), found.id) };
}

describe.each(Object.keys(viewers))("to %s", (name) => {
  test("whatever is asked has the answer that it had before there were drafts, and tells nothing of them", async () => {
    const after = await answers(viewers[name], one("proposals").id);
    expect(after).toEqual(before.get(name));
    expect(JSON.stringify(after)).not.toMatch(new RegExp(word, "i"));
  });

  test.each(listNames)("node and nodes find no draft of %s, nor what it would record", async (list) => {
    const { id } = one(list);
    const query = "query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id __typename } nodes(ids: $ids) { id } }";
    const asking = (draft: string) =>
      ask(database, query, { id: draft, ids: [draft, `${nobody.slice(0, -1)}0`] }, { viewer: viewers[name] });
    expect(await asking(id)).toEqual(await asking(nobody));
    expect((await asking(id)).data).toEqual({ node: null, nodes: [null, null] });
  });
});

test("the operations ask for nearly all of the schema, and name drafts", () => {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const fields = types.flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  const asksFor = new Set(asked.flatMap(({ fields }) => [...fields]));
  const possible = fields.filter(
    (field) => !/^(__|Mutation|Subscription|\w+Payload\b|Conflict|DraftResult)/.test(field),
  );
  const missed = possible.filter((field) => !asksFor.has(field));
  expect(missed.length).toBeLessThan(possible.length * 0.1);
  const named = asked.filter(({ query, variables }) => /zz-|draft_/.test(query + JSON.stringify(variables)));
  expect(named.length).toBeGreaterThan(asked.length / 10);
});

test("search finds none of it, and an export has none of it", async () => {
  const { data } = await ask(database, `{ search(query: "${word}") { totalCount } }`);
  expect(data.search.totalCount).toBe(0);
  expect(await exportDossier(database)).toEqual(exported);
});

test("its author and the editors see it", async () => {
  const viewer = { role: "CONTRIBUTOR", author: "key:contributor" } as const;
  for (const who of [viewer, { role: "EDITOR", author: "key:editor" } as const]) {
    const { data } = await ask(
      database,
      "query ($id: ID!) { node(id: $id) { id ... on Draft { entry } } }",
      { id: one("proposals").id },
      { viewer: who },
    );
    expect(data.node).toMatchObject({ id: one("proposals").id, entry: { slug: slugOf("proposals"), title: word } });
  }
});

test("feeds and subscriptions tell of it once it is approved, and not before", async () => {
  const [approved] = (await somebody(database, "EDITOR").approve([one("positions")])).results;
  expect(told(approved)).toEqual([]);
  for (const { changes, positions, position } of following) {
    // The next after the sentinel, which came before there were drafts.
    expect((await changes.next()).value.changes).toEqual({
      ...{ kind: "POSITION", action: "RECORDED", author: "key:contributor", reason: word },
      entity: { id: approved.draft.entity.id },
    });
    expect((await position).value.positionRecorded).toEqual({ note: word, holder: { slug: "a-state" } });
    await Promise.all([changes.return(undefined), positions.return(undefined)]);
  }
});
