import { beforeAll, describe, expect, test } from "@jest/globals";
import { getNamedType, isEnumType, isInputObjectType, isRequiredArgument } from "graphql";
import type { Database } from "../../src/db/database.js";
import { answer, wholeApi } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { type Seeded, seedKit } from "../support/seed-kit.js";
import { positionKit } from "./positions/position-kit.js";

/** Every list of the root that can be ordered and needs no argument, with each field and direction. */
const orders = Object.values(wholeApi().schema.getQueryType()?.getFields() ?? {}).flatMap(
  ({ name, args, extensions }) => {
    const type = args.find((arg) => arg.name === "orderBy")?.type;
    const field = isInputObjectType(type) ? getNamedType(type.getFields().field?.type) : undefined;
    const isPaged = args.some((arg) => arg.name === "after") && !("requiredRole" in extensions);
    const needsMore = args.some(isRequiredArgument);
    if (!isEnumType(field) || !isPaged || needsMore) return [];
    return field
      .getValues()
      .flatMap((value) => ["ASC", "DESC"].map((direction) => [name, value.name, direction] as const));
  },
);

let seeds: Database;
let database: Database;
beforeAll(async () => {
  [seeds, database] = await Promise.all([testDatabase({ seeds: true }), testDatabase()]);
});

test.each(orders)("%s by %s, %s: the pages make up the list", async (list, field, direction) => {
  const page = async (paging: string) => {
    const data = await answer(
      seeds,
      `{ ${list}(orderBy: { field: ${field}, direction: ${direction} }, ${paging}) {
        edges { cursor } pageInfo { endCursor hasNextPage }
      } }`,
    );
    return data[list] as { edges: { cursor: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
  };
  const whole = await page("first: 500");
  const cursors: string[] = [];
  for (let after = ""; ; ) {
    const { edges, pageInfo } = await page(`first: 37${after && `, after: "${after}"`}`);
    cursors.push(...edges.map(({ cursor }) => cursor));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(cursors).toEqual(whole.edges.map(({ cursor }) => cursor));
  expect(new Set(cursors).size).toBe(cursors.length);
});

test("there are orders by what tables show", () => {
  expect(orders.length).toBeGreaterThan(40);
});

describe("what stands where", () => {
  beforeAll(async () => {
    const kit = positionKit(database);
    const { source, statement } = seedKit(database);
    const body = await kit.actor({ slug: "body" });
    const names = { zaire: "Zaire", austria: "austria", aland: "Åland", brazil: "Brazil" };
    const [often, once] = [
      await source({ slug: "often", publisher: "b" }),
      await source({ slug: "once", publisher: "A" }),
    ];
    await source({ slug: "never" });
    const subjects: Seeded[] = [];
    for (const [slug, proposedOn] of [
      ["late", "2020"],
      ["early", "1999"],
      ["voted", undefined],
    ] as const)
      subjects.push(await kit.proposal({ slug, title: slug, proposedOn }));
    const voted = subjects[2];
    if (!voted) throw new Error("There are three proposals.");
    const close = await kit.rollCall({
      slug: "close",
      proposal: voted,
      body,
      session: 2,
      statedYes: 5,
      statedNo: 6,
      heldOn: "2010-01-02",
    });
    await kit.rollCall({
      slug: "clear",
      proposal: voted,
      body,
      session: 1,
      statedYes: 9,
      statedNo: 1,
      heldOn: "2011-01-02",
    });
    await kit.rollCall({ slug: "unknown", proposal: voted, body, session: 3, heldOn: "2012-01-02" });
    let stances = ["SUPPORTS", "OPPOSES", "OPPOSES", "ABSTAINS"] as const as readonly (
      | "SUPPORTS"
      | "OPPOSES"
      | "ABSTAINS"
    )[];
    for (const [slug, name] of Object.entries(names)) {
      const holder = await kit.actor({ slug, name });
      const [stance = "OPPOSES", ...rest] = stances;
      stances = rest;
      await kit.position({ holder, proposal: voted, stance, basis: "VOTE", evidence: { rollCall: close } }, [often]);
    }
    for (const sources of [[often], [often, once], [often]]) await statement({ sources });
  });

  const cases: [question: string, expected: string][] = [
    ["positions(orderBy: { field: HOLDER }) { nodes { holder { name } } }", "Åland austria Brazil Zaire"],
    ["positions(orderBy: { field: STANCE }) { nodes { holder { name } } }", "Zaire Brazil Åland austria"],
    [
      "positions(orderBy: { field: STANCE, direction: DESC }) { nodes { stance } }",
      "OPPOSES OPPOSES ABSTAINS SUPPORTS",
    ],
    ["rollCalls(orderBy: { field: MARGIN }) { nodes { slug } }", "close clear unknown"],
    ["sources(orderBy: { field: STATEMENTS, direction: DESC }) { nodes { slug } }", "often once never"],
    ["sources(orderBy: { field: PUBLISHER }) { nodes { slug } }", "never once often"],
    ["proposals(orderBy: { field: DATE }) { nodes { slug date } }", "early 1999 voted 2010-01-02 late 2020"],
    ["proposals(where: { date: { from: 2010 } }) { nodes { slug } }", "late voted"],
    ["proposals(where: { vote: { margin: { to: 1 } } }) { nodes { slug } }", "voted"],
    ["proposals(where: { vote: { sessions: [7] } }) { nodes { slug } }", ""],
    ["rollCalls(where: { margin: { from: 2 } }) { nodes { slug margin majority } }", "clear 8 FOR"],
    ["rollCalls(where: { majorities: [AGAINST, TIED] }) { nodes { slug majority } }", "close AGAINST"],
    ["rollCalls(where: { sessions: [1, 3] }) { nodes { slug } }", "clear unknown"],
    ["rollCalls(where: { no: { from: 1, to: 1 } }) { nodes { slug } }", "clear"],
    ["rollCalls(where: { not: { no: { from: 1, to: 1 } } }) { nodes { slug } }", "close unknown"],
    ["positions(where: { rollCall: { session: 2 }, stances: [ABSTAINS] }) { nodes { holder { name } } }", "Brazil"],
    ["positions(where: { rollCall: { session: 1 } }) { nodes { holder { name } } }", ""],
    [
      'positions(where: { source: { publisher: { equals: "B" } } }, first: 1) { nodes { allSources { slug } } }',
      "often",
    ],
    ["positions(where: { soleSource: false }) { nodes { stance } }", ""],
    ["statements(where: { soleSource: false }) { nodes { sources { slug } } }", "often once"],
    ['statements(where: { source: { slugs: ["once"] } }) { nodes { sources { slug } } }', "often once"],
    [
      "proposals(orderBy: { field: DATE }) { nodes { dateBounds { earliest latest } } }",
      "1999-01-01 1999-12-31 2010-01-02 2010-01-02 2020-01-01 2020-12-31",
    ],
  ];
  test.each(cases)("%s", async (question, expected) => {
    const text = question.replace("from: 2010", 'from: "2010-01-01"');
    const leaves = (value: unknown): unknown[] =>
      typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [value];
    expect(leaves(await answer(database, `{ ${text} }`)).join(" ")).toBe(expected);
  });

  test("counts by count, the largest first", async () => {
    const counts = (order: string) =>
      answer(database, `{ positionCounts(groupBy: [STANCE], orderBy: ${order}) { stance count } }`);
    expect(await counts("{ field: COUNT, direction: DESC }")).toEqual({
      positionCounts: [
        { stance: "OPPOSES", count: 2 },
        { stance: "SUPPORTS", count: 1 },
        { stance: "ABSTAINS", count: 1 },
      ],
    });
    const stances = async (order: string) =>
      (await counts(order)).positionCounts.map(({ stance }: { stance: string }) => stance);
    expect(await stances("null")).toEqual(["SUPPORTS", "ABSTAINS", "OPPOSES"]);
    expect(await stances("{ field: GROUPS, direction: DESC }")).toEqual(["OPPOSES", "ABSTAINS", "SUPPORTS"]);
  });
});
