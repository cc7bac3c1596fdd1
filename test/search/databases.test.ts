import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import type { Server } from "../../src/server.js";
import { kinds } from "../support/database.js";
import { ask } from "../support/server.js";
import { serveEach } from "./each-database.js";
import { names } from "./names.js";
import { contained, misses, searches } from "./searches.js";

/** Names in alphabetical order, by Unicode's root collation: first by letters, then by accents, then by case. */
const alphabetical: readonly string[] = [
  ...["“Quartet”", "«Quartet»", "(Interim) Committee", "1967 Committee", "242 Group", "Abkhazia", "Åland", "Albania"],
  ...["Ålesund", "alliance", "Alliance", "Álliance", "Alliances", "Austria", "co operation", "co-operation", "Coop"],
  ...["Cooperation", "Costa Rica", "Cote Bleue", "Côte d’Ivoire", "Cotonou", "Czechia", "Czechoslovakia", "Dakar"],
  ...["Đakovo", "Dniester", "ISAF", "Izmail", "İzmir", "Lodge", "Łódź", "London", "Nunavut", "Ñuñoa", "Oregon"],
  ...["Øresund", "Österreich", "Ottawa", "resume", "Resume", "résumé", "Résumé", "Sao Paulo", "São Tomé", "Saotome"],
  ...["Strasbourg", "Straße", "strategy", "Turkey", "Türkiye", "Turkmenistan", "Zambia", "Zunyi", "Zürich", "Αθήνα"],
  ...["Ελβετία", "Ελλάς", "Елец", "Ёлкино", "Ереван", "Иордания", "Йемен", "Україна", "Երևան", "ירושלים", "القاهرة"],
  ...["مصر", "ประเทศไทย", "대한민국", "ウクライナ", "中国", "日本"],
];

let servers: ReadonlyMap<string, Server>;

/** The hard names are those of states; the titles to sort, of one entity of each type. */
async function fill(database: Database): Promise<void> {
  const states = Object.keys(names).map(slugOf);
  await database.query(sql`insert into "Actor" ("id", "slug", "name", "kind")
    select gen_random_uuid(), "slug", "name", 'STATE'
    from unnest(${states}::text[], ${Object.values(names)}::text[]) listed("slug", "name")`);
  // Recorded in another order than they are listed in.
  const titles = alphabetical.toSorted();
  const listed = sql`unnest(${titles}::text[]) with ordinality listed("title", "place")`;
  await database.query(sql`insert into "Actor" ("id", "slug", "name", "kind")
    select gen_random_uuid(), 'person-' || "place", "title", 'PERSON' from ${listed}`);
  await database.query(sql`insert into "Topic" ("id", "slug", "name")
    select gen_random_uuid(), 'topic-' || "place", "title" from ${listed}`);
  await database.query(sql`insert into "Source" ("id", "slug", "title", "kind")
    select gen_random_uuid(), 'source-' || "place", "title", 'NEWS' from ${listed}`);
  await database.query(sql`insert into "Proposal" ("id", "slug", "title", "kind", "status")
    select gen_random_uuid(), 'proposal-' || "place", "title", 'PLAN', 'PROPOSED' from ${listed}`);
  await database.query(sql`insert into "PolicyAction" ("id", "slug", "title", "kind", "status", "agentId")
    select gen_random_uuid(), 'action-' || "place", "title", 'OTHER', 'IN_EFFECT',
      (select "id" from "Actor" where "slug" = 'person-1') from ${listed}`);
  await database.query(sql`insert into "Meeting" ("id", "slug", "title", "heldOn", "heldOnEarliest", "heldOnLatest")
    select gen_random_uuid(), 'meeting-' || "place", "title", '2021', '2021-01-01', '2021-12-31' from ${listed}`);
}

const slugOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

beforeAll(async () => {
  servers = await serveEach(fill);
});

/** What each database answers, by its name. */
async function onEach<Result>(question: (server: Server) => Promise<Result>): Promise<Record<string, Result>> {
  const answers: Record<string, Result> = {};
  for (const [name, server] of servers) answers[name] = await question(server);
  return answers;
}

const everywhere = <Result>(result: Result): Record<string, Result> =>
  Object.fromEntries([...servers.keys()].map((name) => [name, result]));

async function nodes<Node>(server: Server, query: string, variables = {}): Promise<Node[]> {
  const { data, errors } = await ask(server, query, { variables });
  expect(errors).toBeUndefined();
  return data.list.nodes;
}

const hard = new Set(Object.keys(names).map(slugOf));

/** The first that a search finds of the actors whose names are hard to find. */
const first = (text: string) => async (server: Server) => {
  const query = `query ($text: String!) {
    list: search(query: $text, kinds: [ACTOR], first: 100) { nodes { ... on Actor { slug } } } }`;
  return (await nodes<{ slug: string }>(server, query, { text })).find(({ slug }) => hard.has(slug))?.slug;
};

test("there is a server's database for each locale, where there is a server", () => {
  expect([...servers.keys()]).toEqual(
    expect.arrayContaining(kinds.includes("postgres") ? ["embedded", "C", "C.UTF-8", "en_US"] : ["embedded"]),
  );
});

describe("on each database search", () => {
  test.each(Object.entries(names))("finds %s first by an exact copy of its name, %j", async (slug, name) => {
    expect(await onEach(first(name))).toEqual(everywhere(slugOf(slug)));
  });

  test.each(searches)("for %j finds %s first", async (text, slug) => {
    expect(await onEach(first(text))).toEqual(everywhere(slugOf(slug)));
  });

  test.each(misses)("for %j finds nothing", async (text) => {
    if (/[\p{L}\p{N}]/u.test(text)) expect(await onEach(first(text))).toEqual(everywhere(undefined));
  });
});

test.each(contained)("on each database a text filter %j finds %j", async (name, slugs) => {
  const query =
    "query ($name: TextFilter!) { list: actors(where: { kinds: [STATE], name: $name }) { nodes { slug } } }";
  expect(await onEach((server) => nodes(server, query, { name }))).toEqual(
    everywhere(slugs.map((slug) => ({ slug: slugOf(slug) }))),
  );
});

describe("on each database the order is alphabetical", () => {
  const named = alphabetical.map((title) => ({ title }));
  const lists = {
    "actors by name":
      "list: actors(where: { kinds: [PERSON] }, orderBy: { field: NAME }, first: 100) { nodes { title: name } }",
    "sources by title": "list: sources(orderBy: { field: TITLE }, first: 100) { nodes { title } }",
    "proposals by title": "list: proposals(orderBy: { field: TITLE }, first: 100) { nodes { title } }",
    "policy actions by title": "list: policyActions(orderBy: { field: TITLE }, first: 100) { nodes { title } }",
    "meetings by title": "list: meetings(orderBy: { field: TITLE }, first: 100) { nodes { title } }",
  };

  test.each(Object.entries(lists))("of %s", async (_name, list) => {
    expect(await onEach((server) => nodes(server, `{ ${list} }`))).toEqual(everywhere(named));
  });

  test("of topics, and of a matrix's rows and columns", async () => {
    const query = `{ topics { title: name } stanceMatrix(holders: { kinds: [PERSON] }, subjects: { policyActions: { kinds: [OTHER] } }) {
      rows { title: name } columns { ... on PolicyAction { title } } } }`;
    expect(await onEach(async (server) => (await ask(server, query)).data)).toEqual(
      everywhere({ topics: named, stanceMatrix: { rows: named, columns: named } }),
    );
  });

  test.each([
    ["ASC", "first", "after"],
    ["DESC", "first", "after"],
    ["ASC", "last", "before"],
    ["DESC", "last", "before"],
  ])("on every page: %s, %s of seven", async (direction, size, cursor) => {
    const query = `query ($cursor: String) {
      actors(where: { kinds: [PERSON] }, orderBy: { field: NAME, direction: ${direction} }, ${size}: 7, ${cursor}: $cursor) {
        nodes { title: name } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`;
    const paged = async (server: Server): Promise<object[]> => {
      const found: object[] = [];
      for (let at: string | null = null, more = true; more; ) {
        const { data } = await ask(server, query, { variables: { cursor: at } });
        const { startCursor, endCursor, hasNextPage, hasPreviousPage } = data.actors.pageInfo;
        if (size === "first") found.push(...data.actors.nodes);
        else found.unshift(...data.actors.nodes);
        at = size === "first" ? endCursor : startCursor;
        more = size === "first" ? hasNextPage : hasPreviousPage;
      }
      return found;
    };
    expect(await onEach(paged)).toEqual(everywhere(direction === "ASC" ? named : named.toReversed()));
  });
});
