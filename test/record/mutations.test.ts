import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { askAs } from "../support/ask.js";
import { testDatabase } from "../support/database.js";

const errors = "errors { __typename message path ... on Conflict { currentVersion } }";

describe("mutations", () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase({ seeds: true });
  });

  const change = async (mutation: string, input: object) => {
    const name = /^\w+/.exec(mutation)?.[0] ?? "";
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`.replace(
      /^(Retract|Reinstate)/,
      "ChangeStanding",
    );
    const { data, errors: failed } = await askAs(
      "EDITOR",
      database,
      `mutation ($input: ${type}!) { ${mutation.replace(name, `${name}(input: $input)`)} }`,
      { input },
    );
    expect(failed).toBeUndefined();
    return data[name];
  };

  test("a statement is recorded, revised, retracted and reinstated", async () => {
    const { statement, errors: none } = await change(
      `recordStatement { statement { id version slug speaker { slug } } ${errors} }`,
      {
        slug: "a-new-statement",
        speaker: "antonio-guterres",
        delivery: "SPOKEN",
        madeOn: "2021-02",
        summary: "He says something new.",
        mentions: [{ proposal: "two-state-solution" }],
        sources: ["s-2021-91"],
      },
    );
    expect(none).toEqual([]);
    expect(statement).toMatchObject({ version: 1, slug: "a-new-statement" });
    const revised = await change(`reviseStatement { statement { id version summary } ${errors} }`, {
      id: statement.id,
      version: 1,
      summary: "He says something else.",
      mentions: null,
    });
    expect(revised).toEqual({
      statement: { id: statement.id, version: 2, summary: "He says something else." },
      errors: [],
    });
  });
});
