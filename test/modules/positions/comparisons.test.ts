import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import type { Seeded } from "../../support/seed-kit.js";
import { positionKit } from "./position-kit.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = positionKit(database);
  const [chad, mali, togo] = [
    await kit.actor({ slug: "chad", name: "Chad" }),
    await kit.actor({ slug: "mali", name: "Mali" }),
    await kit.actor({ slug: "togo", name: "Togo" }),
  ];
  const speech = await kit.statement({ slug: "speech" });
  const [treaty, plan] = [
    await kit.proposal({ slug: "treaty", title: "Treaty" }),
    await kit.proposal({ slug: "plan", title: "Plan" }),
  ];
  const dam = await kit.policyAction({ slug: "dam", title: "A dam", agent: chad });
  const hold = (holder: Seeded, subject: { proposal: Seeded } | { policyAction: Seeded }, seed: object) =>
    kit.position({ holder, stance: "SUPPORTS", ...subject, ...seed });
  await hold(chad, { proposal: treaty }, { stance: "SUPPORTS", since: "2001", basis: "STATEMENT" });
  await hold(chad, { proposal: treaty }, { stance: "SUPPORTS", since: "2005", basis: "STATEMENT" });
  await hold(chad, { proposal: treaty }, { stance: "ABSTAINS", since: "2010-05-01", basis: "VOTE" });
  await hold(chad, { proposal: treaty }, { stance: "OPPOSES", since: "2015", basis: "ACTION", retracted: true });
  await hold(
    chad,
    { proposal: treaty },
    { stance: "OPPOSES", since: "2020", basis: "VOTE", evidence: { statement: speech } },
  );
  await hold(chad, { proposal: plan }, { stance: "SUPPORTS", since: "2003", basis: "STATEMENT" });
  await hold(chad, { policyAction: dam }, { stance: "SUPPORTS", since: "2004", basis: "ACTION" });
  await hold(mali, { proposal: treaty }, { stance: "OPPOSES", since: "2002" });
  await hold(mali, { proposal: plan }, { stance: "OPPOSES", since: "2002" });
  await hold(mali, { policyAction: dam }, { stance: "UNDECIDED", since: "2012" });
  await hold(mali, { policyAction: dam }, { stance: "SUPPORTS", since: "2013-07" });
  await hold(togo, { proposal: plan }, { stance: "SUPPORTS", since: "2003" });
});

const subject = "subject { ... on Proposal { slug } ... on PolicyAction { slug } }";

describe("stanceChanges", () => {
  const find = async (args: {
    where?: object;
    across?: object;
    bases?: string[];
    between?: object;
    orderBy?: object;
  }) => {
    const query = /* GraphQL */ `
      query (
        $where: StanceChangeFilter
        $across: SubjectFilter
        $bases: [PositionBasis!]
        $between: DateRange
        $orderBy: StanceChangeOrder
      ) {
        stanceChanges(where: $where, across: $across, bases: $bases, between: $between, orderBy: $orderBy) {
          totalCount
          nodes { holder { slug } ${subject} from to when evidence { __typename } previous { since } position { since } }
        }
      }
    `;
    const { stanceChanges } = await answer(database, query, args);
    expect(stanceChanges.totalCount).toBe(stanceChanges.nodes.length);
    return stanceChanges.nodes;
  };
  const row = (holder: string, on: string, from: string, to: string, when: string, before: string) => ({
    ...{ holder: { slug: holder }, subject: { slug: on }, from, to, when, evidence: null },
    ...{ previous: { since: before }, position: { since: when } },
  });
  const abstained = row("chad", "treaty", "SUPPORTS", "ABSTAINS", "2010-05-01", "2005");
  const decided = row("mali", "dam", "UNDECIDED", "SUPPORTS", "2013-07", "2012");
  const opposed = {
    ...row("chad", "treaty", "ABSTAINS", "OPPOSES", "2020", "2010-05-01"),
    evidence: { __typename: "Statement" },
  };

  it("are positions in a row that differ, without the retracted ones", async () => {
    expect(await find({})).toEqual([abstained, decided, opposed]);
    expect(await find({ orderBy: { field: "WHEN", direction: "DESC" } })).toEqual([opposed, decided, abstained]);
  });

  it.each<[string, object, unknown[]]>([
    ["holder", { where: { holder: { slugs: ["mali"] } } }, [decided]],
    ["subject", { where: { subject: { slugs: ["treaty"] } } }, [abstained, opposed]],
    ["the stance before", { where: { from: ["SUPPORTS", "UNDECIDED"] } }, [abstained, decided]],
    ["the stance after", { where: { to: ["OPPOSES"] } }, [opposed]],
    ["or", { where: { or: [{ to: ["OPPOSES"] }, { holder: { slugs: ["mali"] } }] } }, [decided, opposed]],
    ["not", { where: { not: { holder: { slugs: ["mali"] } } } }, [abstained, opposed]],
    ["when, possibly", { between: { from: "2013-07-15", to: "2020-01-01" } }, [decided, opposed]],
    ["when, certainly", { between: { from: "2013-07-01", to: "2020-12-30", match: "CERTAIN" } }, [decided]],
  ])("can be narrowed by %s", async (_name, args, expected) => {
    expect(await find(args)).toEqual(expected);
  });

  it("can be between positions with some bases alone", async () => {
    const opposedVote = { ...opposed, from: "ABSTAINS", previous: { since: "2010-05-01" } };
    expect(await find({ bases: ["VOTE"] })).toEqual([opposedVote]);
    expect(await find({ bases: ["STATEMENT"] })).toEqual([decided]);
  });

  describe("across subjects that are one question", () => {
    const across = { slugs: ["treaty", "plan"] };

    it("hold each position against the holder's one before on any of them", async () => {
      // Chad's is on the plan in between, with the same stance; of Togo only one of them has a position.
      expect(await find({ across })).toEqual([abstained, opposed]);
      expect(await find({ across: { slugs: ["plan", "dam"] } })).toEqual([
        row("mali", "dam", "OPPOSES", "UNDECIDED", "2012", "2002"),
        decided,
      ]);
    });

    it.each<[string, object, unknown[]]>([
      ["holder", { where: { holder: { slugs: ["mali"] } } }, []],
      ["subject, which is the later one's", { where: { subject: { slugs: ["plan"] } } }, []],
      ["the stance before", { where: { from: ["ABSTAINS"] } }, [opposed]],
      ["basis", { bases: ["VOTE"] }, [{ ...opposed, previous: { since: "2010-05-01" } }]],
      ["when", { between: { to: "2010-12-31" } }, [abstained]],
    ])("can be narrowed by %s", async (_name, args, expected) => {
      expect(await find({ across, ...args })).toEqual(expected);
    });
  });

  it("can be paged through", async () => {
    const query = /* GraphQL */ `
      query ($after: String) { stanceChanges(first: 1, after: $after) { nodes { to } pageInfo { endCursor hasNextPage } } }
    `;
    const first = (await answer(database, query)).stanceChanges;
    const second = (await answer(database, query, { after: first.pageInfo.endCursor })).stanceChanges;
    expect([first.nodes, second.nodes]).toEqual([[{ to: "ABSTAINS" }], [{ to: "SUPPORTS" }]]);
  });
});

describe("agreementWith", () => {
  it("tells on what two agree, for each of several in one operation", async () => {
    const query = /* GraphQL */ `
      {
        actor(slug: "chad") {
          mali: agreementWith(slug: "mali") { ...all }
          togo: agreementWith(slug: "togo") { ...all }
          earlier: agreementWith(slug: "mali", asOf: "2009-01-01") { ...all }
          spoken: agreementWith(slug: "mali", where: { bases: [STATEMENT] }) { shared score }
          since2010: agreementWith(slug: "mali", where: { since: { from: "2010-01-01" } }) { shared }
        }
      }
      fragment all on Agreement {
        actor { slug } shared agreed score
        subjects { totalCount nodes { agrees mine { stance } theirs { stance } ${subject} } }
        against: subjects(agrees: false) { nodes { ${subject} } }
      }
    `;
    const on = (slug: string, mine: string, theirs: string) => ({
      agrees: mine === theirs,
      ...{ mine: { stance: mine }, theirs: { stance: theirs }, subject: { slug } },
    });
    const agreement = (slug: string, agreed: number, nodes: ReturnType<typeof on>[]) => ({
      ...{ actor: { slug }, shared: nodes.length, agreed, score: agreed / nodes.length },
      subjects: { totalCount: nodes.length, nodes },
      against: { nodes: nodes.filter(({ agrees }) => !agrees).map((node) => ({ subject: node.subject })) },
    });
    const [dam, treaty] = [on("dam", "SUPPORTS", "SUPPORTS"), on("treaty", "OPPOSES", "OPPOSES")];
    const plan = on("plan", "SUPPORTS", "OPPOSES");
    expect((await answer(database, query)).actor).toEqual({
      mali: agreement("mali", 2, [dam, plan, treaty]),
      togo: agreement("togo", 1, [on("plan", "SUPPORTS", "SUPPORTS")]),
      earlier: agreement("mali", 0, [plan, on("treaty", "SUPPORTS", "OPPOSES")]),
      spoken: { shared: 1, score: 0 },
      since2010: { shared: 0 },
    });
  });

  it("has no score where nothing is shared", async () => {
    await positionKit(database).actor({ slug: "silent", name: "Silent" });
    const query = `{ actor(slug: "chad") { agreementWith(slug: "silent") { shared agreed score subjects { totalCount } } } }`;
    const nothing = { shared: 0, agreed: 0, score: null, subjects: { totalCount: 0 } };
    expect((await answer(database, query)).actor.agreementWith).toEqual(nothing);
  });
});

describe("contradictions", () => {
  it("are the latest positions of different bases that disagree", async () => {
    const query = /* GraphQL */ `
      query ($asOf: Date) {
        actors(where: { slugs: ["chad", "mali"] }) {
          nodes {
            slug
            contradictions(asOf: $asOf) { totalCount nodes { ${subject} positions { basis stance since } } }
          }
        }
      }
    `;
    const spoken = { basis: "STATEMENT", stance: "SUPPORTS", since: "2005" };
    const none = { totalCount: 0, nodes: [] };
    const chad = (...positions: object[]) => ({
      slug: "chad",
      contradictions: { totalCount: 1, nodes: [{ subject: { slug: "treaty" }, positions }] },
    });
    const ask = async (asOf?: string) => (await answer(database, query, {}, { asOf })).actors.nodes;
    const mali = { slug: "mali", contradictions: none };
    expect(await ask()).toEqual([chad({ basis: "VOTE", stance: "OPPOSES", since: "2020" }, spoken), mali]);
    expect(await ask("2012-01-01")).toEqual([
      chad({ basis: "VOTE", stance: "ABSTAINS", since: "2010-05-01" }, spoken),
      mali,
    ]);
    expect(await ask("2009-01-01")).toEqual([{ slug: "chad", contradictions: none }, mali]);
  });
});

describe("stanceMatrix", () => {
  it("takes one statement for rows, columns and cells, and none of its rows is lost", async () => {
    const query = /* GraphQL */ `
      query ($holders: ActorFilter, $subjects: SubjectFilter, $asOf: Date) {
        stanceMatrix(holders: $holders, subjects: $subjects, asOf: $asOf) {
          rows { id slug recordedAt }
          columns { ... on Proposal { id slug title updatedAt } ... on PolicyAction { id slug title } }
          cells { stance }
        }
      }
    `;
    const variables = {
      holders: { slugs: ["togo", "chad", "silent"] },
      subjects: { slugs: ["treaty", "plan", "dam"] },
    };
    const { data, statements } = await ask(database, query, variables);
    expect(statements).toHaveLength(1);
    expect(data.stanceMatrix.rows.map(({ slug }: { slug: string }) => slug)).toEqual(["chad", "silent", "togo"]);
    expect(data.stanceMatrix.columns.map(({ slug }: { slug: string }) => slug)).toEqual(["dam", "plan", "treaty"]);
    expect(data.stanceMatrix.cells).toEqual([
      [{ stance: "SUPPORTS" }, { stance: "SUPPORTS" }, { stance: "OPPOSES" }],
      [null, null, null],
      [null, { stance: "SUPPORTS" }, null],
    ]);
    const direct = await answer(
      database,
      `{ actor(slug: "chad") { id slug recordedAt } proposal(slug: "plan") { id slug title updatedAt } }`,
    );
    expect([data.stanceMatrix.rows[0], data.stanceMatrix.columns[1]]).toEqual([direct.actor, direct.proposal]);

    const then = await answer(database, query, { ...variables, asOf: "2002-12-31" });
    expect(then.stanceMatrix.cells[0]).toEqual([null, null, { stance: "SUPPORTS" }]);
    const none = await answer(database, query, { ...variables, holders: { kinds: ["COALITION"] } });
    expect(none.stanceMatrix).toMatchObject({ rows: [], cells: [] });
  });

  it("looks for a text once in each proposal's title and summary", async () => {
    const query = `{ stanceMatrix(subjects: { proposals: { text: { contains: "nowhere" } } }) { columns { __typename } } }`;
    const { data, statements } = await ask(database, query);
    expect(data.stanceMatrix.columns).toEqual([]);
    expect(statements.join().match(/strpos/g)).toHaveLength(2);
  });

  it("refuses more rows or columns than it can have, by the argument's name", async () => {
    const { prisma } = database;
    const many = (count: number, make: (slug: string) => object) =>
      Array.from({ length: count }, (_, index) => make(`crowd-${index}`)) as never[]; // each table's rows
    await prisma.actor.createMany({ data: many(251, (slug) => ({ slug, name: slug, kind: "PERSON" })) });
    const query =
      "query ($holders: ActorFilter, $subjects: SubjectFilter) { stanceMatrix(holders: $holders, subjects: $subjects) { rows { slug } } }";
    const refused = (path: string) => [{ extensions: { code: "BAD_USER_INPUT", fields: [{ path }] } }];
    expect((await ask(database, query, { holders: { kinds: ["PERSON"] } })).errors).toMatchObject(refused("holders"));
    await prisma.proposal.createMany({
      data: many(101, (slug) => ({ slug, title: slug, kind: "PLAN", status: "PROPOSED" })),
    });
    const holders = { slugs: ["chad"] };
    expect((await ask(database, query, { holders })).errors).toMatchObject(refused("subjects"));
    const { data } = await ask(database, query, { holders, subjects: { policyActions: { kinds: ["OTHER"] } } });
    expect(data.stanceMatrix.rows).toEqual([{ slug: "chad" }]);
  });
});
