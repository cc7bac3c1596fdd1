import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../src/db/database.js";
import { answer, askAs } from "./support/ask.js";
import { testDatabase } from "./support/database.js";

const folder = new URL("../questions/", import.meta.url);

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
});

function askQuestion(number: string, variables: Record<string, unknown> = {}) {
  const file = readdirSync(folder).find((name) => name.startsWith(`${number}-`));
  if (!file) throw new Error(`There is no question ${number}.`);
  return answer(database, readFileSync(new URL(file, folder), "utf8"), variables);
}

const slugs = (nodes: { slug: string }[]): string[] => nodes.map(({ slug }) => slug).sort();

describe("the questions that are answered by a list in some order", () => {
  test("18: how every state voted, with its codes, on one page", async () => {
    const [rollCall] = (await askQuestion("18")).proposal.rollCalls.nodes;
    const { totalCount, nodes } = rollCall.positions;
    expect(nodes).toHaveLength(totalCount);
    const holders: string[] = nodes.map(({ holder }: { holder: { name: string } }) => holder.name);
    expect(holders).toEqual([...holders].sort());
    expect(nodes[0]).toMatchObject({ stance: "SUPPORTS", holder: { name: "Austria" } });
    expect(nodes[0].holder.codes).toContainEqual({ scheme: "M49", value: "040" });
  });

  test("31: how many statements each source holds, and which rest on one source alone", async () => {
    const { sources, statements, positions } = await askQuestion("31");
    const counts: number[] = sources.nodes.map(
      (source: { statements: { totalCount: number } }) => source.statements.totalCount,
    );
    expect(counts[0]).toBeGreaterThan(1);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    const all = await answer(
      database,
      `{ statements(first: 500) { nodes { slug sources { slug } } }
        positions(where: { bases: [STATEMENT, ACTION] }, first: 500) { nodes { allSources { slug } } } }`,
    );
    const alone = <T extends { sources?: object[]; allSources?: object[] }>(nodes: readonly T[]): T[] =>
      nodes.filter(({ sources: own, allSources }) => (own ?? allSources)?.length === 1);
    const stated: { slug: string; sources: object[] }[] = all.statements.nodes;
    expect(slugs(statements.nodes)).toEqual(slugs(alone(stated)));
    expect(positions.totalCount).toBe(alone(all.positions.nodes).length);
  });

  test("35: what changed since a moment, and the newest cursor", async () => {
    const { changes: all } = await askQuestion("35");
    const recorded = await askAs(
      "EDITOR",
      database,
      'mutation { recordTopic(input: { slug: "new-topic", name: "A new topic" }) { errors { message } } }',
    );
    expect(recorded.data.recordTopic.errors).toEqual([]);
    const { latestChange } = await askQuestion("35");
    const { changes } = await askQuestion("35", { since: latestChange.recordedAt });
    expect(all.totalCount).toBeGreaterThan(100);
    expect(changes.nodes).toMatchObject([{ action: "RECORDED", kind: "TOPIC", recordedAt: latestChange.recordedAt }]);
    const { changes: later } = await askQuestion("16", { after: latestChange.cursor });
    expect(later.nodes).toEqual([]);
    const { changes: none } = await askQuestion("35", { since: "2999-01-01T00:00:00Z" });
    expect(none.nodes).toEqual([]);
  });
});
