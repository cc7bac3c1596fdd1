import { expect, test } from "@jest/globals";
import { testDatabase } from "../../support/database.js";
import { importTexts } from "./import-text.js";

test.each([
  ["the one that was certainly held, before one that may have been", ["2019-03/2020", "2020-06/2021"], "2020-07-01", 1],
  ["whatever their order", ["2020-06/2021", "2019-03/2020"], "2020-07-01", 0],
  ["of two that were held, the one that began last", ["2019-03/2020-08-01", "2020-08-01/2021"], "2020-08-01", 1],
  ["one that may have been held, if no other", ["2019-03/2020", "2021/.."], "2020-12-31", 0],
  ["one without dates, if no other", ["", "2021/.."], "2020", 0],
])("a statement's capacity is %s", async (_which, spans, madeOn, expected) => {
  const database = await testDatabase();
  const during = (span: string) => (span ? `, during: ${span}` : "");
  await importTexts(
    database,
    `
dossier: 1
title: Offices
sources: [{ slug: s, title: S, kind: NEWS }]
actors: [{ slug: a, kind: PERSON, name: A }, { slug: b, kind: STATE, name: B }]
affiliations:
${spans.map((span) => `  - { member: a, organization: b, kind: OFFICE, role: R${during(span)} }`).join("\n")}
  - { member: a, organization: b, kind: MEMBERSHIP, role: R, during: 1990/.. }
statements:
  - slug: t
    speaker: a
    capacity: { organization: b, role: R }
    delivery: SPOKEN
    madeOn: ${madeOn}
    summary: T
    sources: [s]
`,
  );
  const { capacity } = await database.prisma.statement.findUniqueOrThrow({
    where: { slug: "t" },
    include: { capacity: true },
  });
  expect(capacity?.during ?? "").toBe(spans[expected]);
});
