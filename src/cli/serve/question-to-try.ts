import type { Database } from "../../db/database.js";

export const missionQuestion = '{ proposal(slug: "two-state-solution") { title supporters { nodes { name } } } }';
const anyQuestion = "{ proposals(first: 5) { nodes { slug title supporters { totalCount } } } }";

/** A question that has an answer in this database. */
export async function questionFor(database: Database): Promise<string> {
  const known = await database.prisma.proposal.count({ where: { slug: "two-state-solution" } });
  return known > 0 ? missionQuestion : anyQuestion;
}

/** The lines that show how to ask it. */
export function howToAsk(url: string, question: string): string[] {
  return [
    `Open ${new URL("/", url)} in a browser for the pages, ${url} for the playground, or send a query from a shell:`,
    "",
    `  curl -s ${url} -H 'content-type: application/json' \\`,
    `    -d '${JSON.stringify({ query: question })}'`,
  ];
}
