import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Database } from "../../../src/db/database.js";
import { answer, ask, wholeApi } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted, seedKit } from "../../support/seed-kit.js";
import { ask as askServer, testServer } from "../../support/server.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = seedKit(database);
  const spokesman = await kit.actor({ slug: "dujarric", name: "Stéphane Dujarric", kind: "PERSON" });
  const names = [
    { value: "Stefana Dijaric", kind: "AS_PRINTED" as const },
    { value: "Spokesman of the Secretary-General", kind: "ALIAS" as const },
  ];
  await database.prisma.actorName.createMany({
    data: names.map((name, ordinal) => ({ ...name, ordinal, actorId: spokesman.id })),
  });
  await kit.actor({ slug: "ivory-coast", name: "Côte d’Ivoire" });
  await kit.actor({ slug: "guterres", name: "António Guterres", kind: "PERSON" });
  await kit.actor({ slug: "moscow", name: "Москва" });
  await kit.topic({ slug: "jerusalem", name: "Jerusalem", description: "The status of the city." });
  await kit.proposal({ slug: "un-sc-2334", title: "Resolution 2334", summary: "Settlements have no legal validity." });
  await kit.proposal({ slug: "conference", title: "Ministerial conference", summary: "Guterres was to be invited." });
  await kit.policyAction({ slug: "embassy", title: "Embassy to Jerusalem", summary: "It was moved." });
  await kit.meeting({ slug: "debate", title: "Open debate", symbol: "S/2021/91" });
  await kit.statement({ slug: "said", summary: "He supports the two-state solution.", speakerAsPrinted: "al-Maliki" });
  await kit.source({ slug: "report", title: "Report from Moscow", publisher: "An agency" });
  const gone = await kit.actor({ slug: "gone", name: "Vanished Guterres" });
  await database.prisma.actor.update({ where: { id: gone.id }, data: retracted });
});

const query = /* GraphQL */ `
  query ($query: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
    search(query: $query, kinds: $kinds, first: $first, after: $after) {
      totalCount
      edges { cursor }
      nodes {
        __typename
        ... on Source { slug }
        ... on Actor { slug }
        ... on Topic { slug }
        ... on Proposal { slug }
        ... on PolicyAction { slug }
        ... on Meeting { slug }
        ... on Statement { slug }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
const find = async (text: string, variables: object = {}): Promise<string[]> => {
  const { search } = await answer(database, query, { query: text, ...variables });
  return search.nodes.map(({ slug }: { slug: string }) => slug);
};

describe("search", () => {
  it.each<[string, string, string[]]>([
    ["a name as it was misprinted", "Stefana Dijaric", ["dujarric"]],
    ["a name without its accents", "stephane dujarric", ["dujarric"]],
    ["a name with accents that it lacks", "Gútèrres antonio", ["guterres"]],
    ["accents written as marks of their own", "Co\u0302te", ["ivory-coast"]],
    ["words on both sides of an apostrophe", "cote d ivoire", ["ivory-coast"]],
    ["the same with the other apostrophe", "COTE D'IVOIRE", ["ivory-coast"]],
    ["another script", "МОСКВА", ["moscow"]],
    ["the beginning of the last word", "antonio gut", ["guterres"]],
    ["not the beginning of another word", "ant guterres", []],
    ["all words only", "stephane guterres", []],
    ["words that say nothing aside", "spokesman for the secretary-general", ["dujarric"]],
    ["another English ending", "settlement", ["un-sc-2334"]],
    ["another ending before a prefix", "supporting two-st", ["said"]],
    ["a document's symbol", "S/2021/91", ["debate"]],
    ["a number", "2334", ["un-sc-2334"]],
    ["a speaker as printed", "maliki", ["said"]],
    ["the best match first: a name before prose", "guterres", ["guterres", "conference"]],
    ["nothing", "nowhere", []],
  ])("finds %s: %s", async (_name, text, expected) => {
    expect(await find(text)).toEqual(expected);
  });

  it("finds only the kinds asked for", async () => {
    expect((await find("jerusalem")).sort()).toEqual(["embassy", "jerusalem"]);
    expect(await find("jerusalem", { kinds: ["TOPIC", "ACTOR"] })).toEqual(["jerusalem"]);
    expect(await find("jerusalem", { kinds: ["SOURCE"] })).toEqual([]);
  });

  it("tells the type of each result", async () => {
    const { search } = await answer(database, query, { query: "moscow" });
    expect(search).toMatchObject({ totalCount: 1, nodes: [{ __typename: "Source", slug: "report" }] });
  });

  it.each([
    "guterres:*",
    "guterres & | !",
    "'guterres'",
    'guterres"',
    "guterres\\",
    "<guterres>",
    "(guterres",
    "guterres;--",
    "guterres %_",
  ])("takes %s for words alone", async (text) => {
    expect(await find(text)).toContain("guterres");
  });

  it.each(["", "   ", "…", "'", ":*", "&", "\\", "\u0301"])("refuses %j, which has no word", async (text) => {
    const { errors } = await ask(database, query, { query: text });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "query" }] } }]);
  });

  it("answers or refuses whatever people type, and never fails", async () => {
    const server = await testServer({ schema: wholeApi().schema, database });
    const unit = fc.oneof(
      fc.constantFrom(..."aé½ß'\"\\:*&|!()<>-.½⑴ŉ ﷺ\u0000\u0301"),
      fc.string({ unit: "binary", maxLength: 2 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, minLength: 1, maxLength: 30 }), async (text) => {
        const { errors } = await askServer(server, query, { variables: { query: text } });
        for (const { extensions } of errors ?? []) expect(extensions?.code).toBe("BAD_USER_INPUT");
      }),
      { numRuns: 200 },
    );
    await server.close();
  });

  it("takes two hundred characters and no more", async () => {
    expect(await find("a b ".repeat(50))).toEqual([]);
    const { errors } = await ask(database, query, { query: "a".repeat(201) });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "query" }] } }]);
  });

  it("follows a change of the record", async () => {
    const kit = seedKit(database);
    const { id } = await kit.proposal({ slug: "renamed", title: "Zanzibar treaty" });
    expect(await find("zanzibar")).toEqual(["renamed"]);
    await database.prisma.proposal.update({ where: { id }, data: { title: "Pemba treaty" } });
    expect([await find("zanzibar"), await find("pemba")]).toEqual([[], ["renamed"]]);
  });
});

describe("suggest", () => {
  const suggest = async (text: string, rest = ""): Promise<[text: string, kind: string, slug: string][]> => {
    const question = `query ($text: String!) {
      suggest(text: $text${rest}) { text kind result { ... on Actor { slug } ... on Meeting { slug } ... on Topic { slug } } } }`;
    const { suggest: made } = await answer(database, question, { text });
    return made.map((one: { text: string; kind: string; result: { slug: string } }) => [
      one.text,
      one.kind,
      one.result.slug,
    ]);
  };

  it("completes a name, an alias, a symbol and a later word, one for each entity", async () => {
    expect(await suggest("st")).toEqual([["Stéphane Dujarric", "ACTOR", "dujarric"]]);
    expect(await suggest("spokesman of")).toEqual([["Spokesman of the Secretary-General", "ACTOR", "dujarric"]]);
    expect(await suggest("dij")).toEqual([["Stefana Dijaric", "ACTOR", "dujarric"]]);
    expect(await suggest("s/2021")).toEqual([["S/2021/91", "MEETING", "debate"]]);
  });

  it("shows an entity by a name rather than a code, and by the code where no name fits", async () => {
    await database.prisma.actor.create({
      data: {
        ...{ slug: "frankland", kind: "STATE", name: "Frankland" },
        codes: {
          create: [
            { scheme: "ISO_3166_1_ALPHA_3", value: "FRK", ordinal: 0 },
            { scheme: "COW", value: "FRA", ordinal: 1 },
          ],
        },
      },
    });
    expect(await suggest("fra")).toEqual([["Frankland", "ACTOR", "frankland"]]);
    expect(await suggest("frk")).toEqual([["FRK", "ACTOR", "frankland"]]);
  });

  it("leaves out what is retracted, and other kinds where some are given", async () => {
    expect(await suggest("vanish")).toEqual([]);
    expect(await suggest("jerus", ", kinds: [TOPIC]")).toEqual([["Jerusalem", "TOPIC", "jerusalem"]]);
    expect(await suggest("jerus", ", kinds: [MEETING]")).toEqual([]);
  });

  it("takes one statement, and as many suggestions as it may make", async () => {
    expect((await ask(database, '{ suggest(text: "s") { result { __typename } } }')).statements).toHaveLength(1);
    expect(await suggest("s", ", first: 1")).toHaveLength(1);
    const { errors } = await ask(database, '{ suggest(text: "s", first: 51) { kind } }');
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "first" }] } }]);
  });
});

describe("a search for exactly what something is named", () => {
  beforeAll(async () => {
    const kit = seedKit(database);
    const { id: actorId } = await kit.actor({ slug: "ruritania", name: "Ruritania" });
    await kit.actor({ slug: "kingdom", name: "Ruritania (Ruritania, Ruritania) and Strelsau Republic Republic" });
    await kit.proposal({ slug: "about", title: "Ruritania: Ruritania and Ruritania", summary: "Ruritania." });
    await kit.source({ slug: "rur", title: "RUR RUR", publisher: "RUR" });
    await kit.meeting({ slug: "plenary", title: "Plenary", symbol: "A/RES/77/1" });
    await kit.source({ slug: "res", title: "RES A 1 77, A RES 77 1, RES A 77 1" });
    const { actorName, externalCode } = database.prisma;
    await actorName.create({ data: { actorId, ordinal: 0, kind: "ALIAS", value: "Strelsau Republic" } });
    await externalCode.create({ data: { actorId, ordinal: 0, scheme: "ISO_3166_1_ALPHA_3", value: "RUR" } });
  });

  it.each([
    ["a name", "Ruritania", "ruritania", "about"],
    ["an alias", "Strelsau Republic", "ruritania", "kingdom"],
    ["a code", "rur", "ruritania", "rur"],
    ["a symbol, however it is punctuated", "A RES-77 1", "plenary", "res"],
  ])("finds it before what has the words more often: %s", async (_name, text, named, other) => {
    const found = await find(text);
    expect(found[0]).toBe(named);
    expect(found).toContain(other);
  });
});

describe("paging through a search", () => {
  beforeAll(async () => {
    const kit = seedKit(database);
    for (let number = 0; number < 7; number += 1) await kit.topic({ name: "Equal rank" });
    await kit.topic({ name: "Equal", description: "Another rank." });
  });

  it("gives each result once, equal ranks included", async () => {
    const whole = await find("equal", { first: 100 });
    expect(new Set(whole).size).toBe(8);
    const paged: string[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const { search } = await answer(database, query, { query: "equal", first: 3, after });
      paged.push(...search.nodes.map(({ slug }: { slug: string }) => slug));
      expect(search.totalCount).toBe(8);
      after = search.pageInfo.endCursor;
      more = search.pageInfo.hasNextPage;
    }
    expect(paged).toEqual(whole);
  });

  it("refuses a cursor of another list", async () => {
    const { errors } = await ask(database, query, { query: "equal", after: "bm8" });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "after" }] } }]);
  });

  it("takes one statement", async () => {
    const nodes = "query ($query: String!) { search(query: $query) { nodes { __typename } } }";
    expect((await ask(database, nodes, { query: "equal" })).statements).toHaveLength(1);
    expect((await ask(database, nodes, { query: "jerusalem" })).statements).toHaveLength(1);
    expect((await ask(database, nodes, { query: "nowhere" })).statements).toHaveLength(1);
    const counted = "query ($query: String!) { search(query: $query) { totalCount } }";
    expect((await ask(database, counted, { query: "equal" })).statements).toHaveLength(1);
  });
});
