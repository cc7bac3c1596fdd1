import { afterAll, expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { openDatabase } from "../../src/db/open.js";
import { sql } from "../../src/db/sql.js";
import { type Child, startChild } from "../db/child.js";
import { databaseForProcesses, kinds } from "../support/database.js";
import { runs } from "../support/runs.js";
import { recordBase } from "./base.js";
import { inconsistencies, tableCounts } from "./consistency.js";

const kills = runs(2);

type Where = Awaited<ReturnType<typeof databaseForProcesses>>;

/**
 * A process that waits for a number, opens the database, and from then on makes the request with that number, the next,
 * and so on, each with the number as its idempotency key, and prints the number and the version of each that is answered.
 * Requests come in rounds of six: a proposal, a statement that mentions it, and a position that rests on that are
 * recorded; the proposal is revised, the statement retracted, and reinstated.
 */
const writer = (where: Where): Child =>
  startChild(`
    import { createInterface } from "node:readline";
    import { parse } from "graphql";
    import { pino } from "pino";
    import { openDatabase } from "dist/db/open.js";
    import { executorOf } from "dist/execution/executor.js";
    import { buildApiSchema } from "dist/modules/schema.js";
    import { modules } from "dist/modules/index.js";
    import { globalId } from "dist/record/global-id.js";

    const execute = executorOf(buildApiSchema(modules));
    const log = pino({ level: "silent" });
    console.log("ready");
    const { value: first } = await createInterface(process.stdin)[Symbol.asyncIterator]().next();
    if (first === undefined) process.exit(); // whoever started it is gone
    const database = await openDatabase({ ...${JSON.stringify(where)}, log });

    const idOf = async (prefix, table, slug) => {
      const found = await database.prisma[table].findUniqueOrThrow({ where: { slug } });
      return globalId(prefix, found.id);
    };
    const requests = [
      (round) => ["recordProposal", {
        slug: "p-" + round, title: "Proposal " + round, kind: "PLAN", status: "PROPOSED", proposedOn: "2021-01",
        sponsors: ["a-state", "a-other"], participants: [{ actor: "a-body", role: "HOST" }, { actor: "a-state", role: "PARTY" }],
        relations: round > 0 ? [{ kind: "BUILDS_ON", proposal: "p-" + (round - 1) }] : [], topics: ["t-one"], sources: ["s-one"],
      }],
      (round) => ["recordStatement", {
        slug: "q-" + round, speaker: "a-person", capacity: { organization: "a-body" }, delivery: "SPOKEN", madeOn: "2021",
        summary: "Statement " + round, mentions: [{ proposal: "p-" + round }, { actor: "a-state" }], sources: ["s-two", "s-one"],
      }],
      (round) => ["recordPosition", {
        holder: ["a-state", "a-other", "a-body"][round % 3], subject: "p-" + round, stance: "SUPPORTS", basis: "STATEMENT",
        since: "2021", evidence: { statement: "q-" + round }, sources: ["s-one"],
      }],
      async (round) => ["reviseProposal", {
        id: await idOf("proposal", "proposal", "p-" + round), version: 1, title: "Revised " + round, sponsors: ["a-body"],
        participants: [{ actor: "a-person", role: "MEDIATOR" }], topics: ["t-two", "t-one"],
      }],
      async (round) => ["retract", { id: await idOf("statement", "statement", "q-" + round), version: 1, reason: "No." }],
      async (round) => ["reinstate", { id: await idOf("statement", "statement", "q-" + round), version: 2, reason: "Yes." }],
    ];
    for (let number = Number(first); ; number++) {
      const [name, input] = await requests[number % requests.length](Math.floor(number / requests.length));
      const type = name.startsWith("re") && !/[A-Z]/.test(name) ? "ChangeStandingInput" : name[0].toUpperCase() + name.slice(1) + "Input";
      const source = "mutation ($input: " + type + "!) { answer: " + name + "(input: $input) { errors { message } } }";
      const context = {
        database, log, requestId: "test", viewer: { role: "EDITOR", author: "key:writer" },
      };
      const variables = { input: { ...input, idempotencyKey: String(number) } };
      const result = await execute({ document: parse(source), operationName: undefined, variables, context });
      const { data, errors } = JSON.parse(JSON.stringify(result));
      console.log(errors || data.answer.errors.length > 0 ? JSON.stringify({ name, errors, data }) : number);
    }`);

const open = (where: Where): Promise<Database> => openDatabase({ ...where, log: pino({ level: "silent" }) });
const opened: Database[] = [];
afterAll(() => Promise.all(opened.map((database) => database.close())));

test.each(kinds)(
  `${kills} kills in the middle of writing: all that was acknowledged is there, and nothing by half (%s)`,
  async (kind) => {
    const where = await databaseForProcesses(kind);
    const prepared = await open(where);
    await recordBase(prepared);
    const before = await tableCounts(prepared);
    await prepared.close();

    let acknowledged = -1;
    // The next one starts while one writes: it takes longer to load than to write.
    let next = writer(where);
    for (let kill = 0; kill < kills; kill++) {
      const child = next;
      expect(await child.line()).toBe("ready");
      next = writer(where);
      // The request under way when the last one died, once more: it was done or not.
      child.say(String(acknowledged + 1));
      const until = acknowledged + 1 + Math.floor(Math.random() * 8);
      while (acknowledged < until) {
        const line = await child.line();
        expect(line).toBe(String(acknowledged + 1));
        acknowledged += 1;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      await child.kill();
      acknowledged = await lastAnswered(child, acknowledged);
    }
    await next.kill();

    const database = await open(where);
    opened.push(database);
    const keys = await database.query<{ number: number; entity: string }>(
      sql`select key::int as number, "entityId" as entity from "IdempotencyKey" order by 1`,
    );
    // The one under way at the last kill may be there too, whole.
    const done = keys.length;
    expect([acknowledged + 1, acknowledged + 2]).toContain(done);
    expect(keys.map(({ number }) => number)).toEqual(Array.from({ length: done }, (_, number) => number));
    expect(await inconsistencies(database)).toEqual([]);
    expect(difference(await tableCounts(database), before)).toEqual(expectedAfter(done));
  },
  // Loading the modules anew each time is what takes long.
  120_000 + kills * 20_000,
);

/** The number of the last request that it had answered when it died. */
async function lastAnswered(child: Child, before: number): Promise<number> {
  const line = await child.line().catch(() => undefined); // the process ended
  if (line === undefined) return before;
  expect(line).toBe(String(before + 1));
  return lastAnswered(child, before + 1);
}

const requestsInRound = [0, 1, 2, 3, 4, 5];

/** How many rows each table has more after so many requests; tables with none are left out. */
function expectedAfter(requests: number): Record<string, number> {
  const [proposals = 0, statements = 0, positions = 0, revised = 0, retracted = 0, back = 0] = requestsInRound.map(
    (place) => Math.max(0, Math.ceil((requests - place) / 6)),
  );
  const counts = {
    ...{ Proposal: proposals, SubjectSlug: proposals, ProposalSource: proposals, ProposalTopic: proposals + revised },
    ...{ ProposalSponsor: 2 * proposals - revised, Participation: 2 * proposals - revised },
    ...{ ProposalRelation: Math.max(0, proposals - 1), Statement: statements, StatementSource: 2 * statements },
    ...{ StatementMention: 2 * statements, Position: positions, PositionSource: positions },
    // Each position is on a proposal of its own, and by one of three holders.
    ...{ SubjectPlace: positions, SubjectStances: positions },
    ...{ HolderPlace: Math.min(3, positions), HolderStances: Math.min(3, positions) },
    ...{
      SearchDocument: proposals + statements - retracted + back,
      SearchName: 2 * proposals, // its title and its slug; statements have no names
      Change: requests,
      Revision: requests,
      IdempotencyKey: requests,
    },
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

function difference(after: Record<string, number>, before: Record<string, number>): Record<string, number> {
  const more = Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)] as const);
  return Object.fromEntries(more.filter(([, count]) => count !== 0));
}
