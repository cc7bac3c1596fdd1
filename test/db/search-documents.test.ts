import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { kinds, testDatabase } from "../support/database.js";
import { retracted, seedKit } from "../support/seed-kit.js";

describe.each(kinds)("search documents on %s", (kind) => {
  let database: Database;
  let seed: ReturnType<typeof seedKit>;

  beforeAll(async () => {
    database = await testDatabase({ kind });
    seed = seedKit(database);
  });

  /** The ids of what a query finds, the best first. */
  const found = async (query: string): Promise<string[]> => {
    const rows = await database.query<{ id: string }>(sql`
      select "entityId" as "id" from "SearchDocument", standpoint_search_query(${query}) query
      where "document" @@ query order by ts_rank("document", query) desc`);
    return rows.map(({ id }) => id);
  };

  test("fold case and accents, in several scripts", async () => {
    const [row] = await database.query(sql`select
      standpoint_fold('Łódź ÉCOLE Straße Ærø İstanbul') as latin, standpoint_fold('ПУТИН Йорк') as cyrillic,
      standpoint_fold('ΑΘΉΝΑ') as greek, standpoint_fold('فِلَسْطِين') as arabic`);
    expect(row).toEqual({
      latin: "lodz ecole strasse aero istanbul",
      cyrillic: "путин иорк",
      greek: "αθηνα",
      arabic: "فلسطين",
    });
  });

  test("find an actor by its names, misspellings, codes and description", async () => {
    const actor = await seed.actor({ slug: "spokesman", name: "Stéphane Dujarric", description: "Speaks for the UN" });
    await database.prisma.actorName.create({
      data: { actorId: actor.id, ordinal: 0, kind: "AS_PRINTED", value: "Stefana Dijaric" },
    });
    await database.prisma.externalCode.create({
      data: { actorId: actor.id, ordinal: 0, scheme: "WIKIDATA", value: "Q3498498" },
    });
    for (const query of ["stephane dujarric", "STÉPHANE", "dijaric", "Duj", "q3498498", "speaking un"]) {
      expect([query, await found(query)]).toEqual([query, [actor.id]]);
    }
    await database.prisma.actorName.deleteMany({ where: { actorId: actor.id } });
    expect(await found("dijaric")).toEqual([]);
  });

  test("find proposals and actions by title, summary, stem and the words of the slug, the title first", async () => {
    const bySummary = await seed.proposal({ slug: "p-1", title: "A conference", summary: "On the Quartet's revival" });
    const byTitle = await seed.proposal({ slug: "un-sc-2334", title: "Revival of the Quartet" });
    expect(await found("quartet revival")).toEqual([byTitle.id, bySummary.id]);
    expect(await found("conferences")).toEqual([bySummary.id]);
    expect(await found("UN-SC-2334")).toEqual([byTitle.id]);
    expect(await found("2334")).toEqual([byTitle.id]);
    const action = await seed.policyAction({ slug: "embassy", title: "Embassies are relocated" });
    expect(await found("relocating embassy")).toEqual([action.id]);
  });

  test("find statements, sources, meetings and topics", async () => {
    const statement = await seed.statement({
      ...{ slug: "s", summary: "Supports negotiations", speakerAsPrinted: "R. Mills" },
      ...{ quote: "credible engagement", quoteLanguage: "en" },
    });
    const source = await seed.source({ slug: "letter", title: "Letter S/2021/91", publisher: "Council secretariat" });
    const meeting = await seed.meeting({ slug: "open-debate", title: "Open debate", symbol: "S/PV.8000" });
    const topic = await seed.topic({ slug: "borders", name: "Borders", description: "Where one land ends" });
    expect(await found("negotiation mills engagement")).toEqual([statement.id]);
    expect(await found("s/2021/91")).toEqual([source.id]);
    expect(await found("secretariat")).toEqual([source.id]);
    expect(await found("S/PV.8000")).toEqual([meeting.id]);
    expect(await found("border")).toEqual([topic.id]);
    expect(await found("land")).toEqual([topic.id]);
  });

  test("leave out what is retracted, and have it again when it is reinstated", async () => {
    const proposal = await seed.proposal({ slug: "zanzibar", title: "Zanzibar" });
    await database.prisma.proposal.update({ where: { id: proposal.id }, data: retracted });
    expect(await found("zanzibar")).toEqual([]);
    await database.prisma.proposal.update({
      where: { id: proposal.id },
      data: { retractedAt: null, retractionReason: null, title: "Zanzibar again" },
    });
    expect(await found("zanzibar again")).toEqual([proposal.id]);
    await database.prisma.proposal.delete({ where: { id: proposal.id } });
    expect(await found("zanzibar")).toEqual([]);
  });

  test.each(["", "   ", "...", "'", "\\", "a:*b & | !(", "<->", "the", "the the", "%_"])(
    "take %j for a query",
    async (query) => {
      await expect(found(query)).resolves.toBeInstanceOf(Array);
    },
  );
});
