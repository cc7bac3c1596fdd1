import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { type Logger, pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { openDatabase } from "../../src/db/open.js";
import type { Server } from "../../src/server.js";
import { apiKey } from "../support/api-key.js";
import { databaseForProcesses, kinds } from "../support/database.js";
import { DatabaseLink } from "../support/database-link.js";
import { startDeployments } from "../support/federation.js";
import { type Answer, ask } from "../support/server.js";

/** Short, so that the tests need not wait; the right values are far apart on a slow machine, too. */
const limits = { connect: 1_000, statement: 1_000, write: 1_000, commit: 1_000 };
const onServer = kinds.includes("postgres") ? describe : describe.skip;

onServer("a database that fails", () => {
  let link: DatabaseLink;
  let database: Database;
  let direct: pg.Client;
  let servers: Record<string, Server>;
  let editor: Record<string, string>;
  let number = 0;
  const lines: { level: number; msg: string }[] = [];

  beforeAll(async () => {
    const { url = "" } = await databaseForProcesses("postgres");
    const opened = await DatabaseLink.open(url);
    link = opened.link;
    const log: Logger = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    database = await openDatabase({ url: opened.url, dataDir: "", log, limits });
    editor = (await apiKey(database, "EDITOR")).headers;
    const { single, gateway } = await startDeployments(database, log);
    servers = { single, gateway };
    direct = new pg.Client({ connectionString: url });
    await direct.connect();
  });
  afterAll(async () => {
    await direct.end();
    await database.close();
    await link.close();
  });
  beforeEach(() => {
    lines.length = 0;
  });
  afterEach(async () => {
    await link.restore();
    for (const server of Object.values(servers)) await isWell(server);
  });

  const read = "{ topics { slug } }";
  const several = '{ __typename first: topics { slug } actor(slug: "none") { name } }';
  const writing =
    "mutation ($input: RecordTopicInput!) { recordTopic(input: $input) { topic { version } errors { message } } }";
  const newTopic = () => {
    number += 1;
    return { slug: `topic-${number}`, name: `Topic ${number}`, idempotencyKey: `key-${number}` };
  };
  const write = (server: Server, input: object = newTopic()) =>
    ask(server, writing, { variables: { input }, headers: editor });
  const known = async (slug: string) =>
    (await direct.query('select 1 from "Topic" where slug = $1', [slug])).rows.length > 0;

  /** Resolves once a server reads and writes again. */
  async function isWell(server: Server): Promise<void> {
    for (;;) {
      const answers = [await ask(server, read, { headers: editor }), await write(server)];
      if (answers.every(({ status, errors }) => status === 200 && !errors)) return;
    }
  }

  const refusal = (message: string) => ({
    status: 503,
    headers: expect.objectContaining({ "retry-after": "5" }),
    errors: [
      expect.objectContaining({ message: expect.stringContaining(message), extensions: { code: "UNAVAILABLE" } }),
    ],
  });
  const away = refusal("The database cannot be reached");
  const without = ({ data }: Answer) => expect(data ?? null).toBeNull();

  describe.each(["single", "gateway"])("behind the %s", (name) => {
    const server = () => servers[name] as Server; // made before all tests

    test("is UNAVAILABLE for every request while it is away, and nothing else", async () => {
      await link.refuse();
      const asked = [
        ...Array.from({ length: 20 }, () => ask(server(), read)),
        ask(server(), several),
        ask(server(), read, { headers: editor }),
        ask(server(), read, { headers: { "standpoint-known-at": "2999-01-01T00:00:00Z" } }),
        ask(server(), read, { headers: { accept: "application/graphql-response+json" } }),
        write(server()),
      ];
      for (const answer of await Promise.all(asked)) {
        expect(answer).toMatchObject(away);
        without(answer);
      }
      const incidents = lines.filter((line) => "incidentId" in line);
      expect(incidents).toEqual([]);
      // One of the outage; each request has a line of its own besides.
      const told = lines.filter(({ level, msg }) => level >= 40 && msg.startsWith("the database cannot be used"));
      expect(told.length).toBeLessThanOrEqual(1);
      await link.restore();
      await isWell(server());
    });

    test("whose connections went dead without a reset fails requests in time, then is well again", async () => {
      await Promise.all(Array.from({ length: 8 }, () => ask(server(), read)));
      link.forget();
      const answers = await Promise.all([...Array.from({ length: 8 }, () => ask(server(), read)), write(server())]);
      for (const answer of answers) if (answer.status !== 200) expect(answer).toMatchObject(away);
      await isWell(server());
    });

    test("that answers nothing at all is UNAVAILABLE, too", async () => {
      link.silence();
      for (const answer of await Promise.all([
        ask(server(), read),
        ask(server(), read, { headers: editor }),
        write(server()),
      ]))
        expect(answer).toMatchObject(away);
    });

    test.each([
      ["cut", false],
      ["silence", false],
      ["passThenCut", true],
    ] as const)(
      "whose connection fails at COMMIT (%s): the outcome is unknown, and the same again is safe",
      async (fate, isDone) => {
        const input = newTopic();
        link.when("COMMIT", fate);
        const answer = await write(server(), input);
        expect(answer).toMatchObject(refusal("it is unknown whether the change was recorded"));
        expect(await known(input.slug)).toBe(isDone);
        expect(await write(server(), input)).toMatchObject({
          status: 200,
          data: { recordTopic: { topic: { version: 1 }, errors: [] } },
        });
        const { rows } = await direct.query('select count(*)::int as count from "Topic" where slug = $1', [input.slug]);
        expect(rows).toEqual([{ count: 1 }]);
      },
    );

    test("in which a row is locked: a write is given up in time, the others that wait for it as well, and nothing is written", async () => {
      const { slug } = newTopic();
      await write(server(), { slug, name: "Locked" });
      const { data } = await ask(server(), `{ topic(slug: "${slug}") { id } }`);
      const revise = (name: string) =>
        ask(
          server(),
          "mutation ($input: ReviseTopicInput!) { reviseTopic(input: $input) { topic { name } errors { message } } }",
          {
            variables: { input: { id: data.topic.id, version: 1, name } },
            headers: editor,
          },
        );
      await direct.query("begin");
      await direct.query('select 1 from "Topic" where slug = $1 for update', [slug]);
      const answers = await Promise.all(["One", "Two", "Three"].map(revise));
      for (const answer of answers) expect(answer).toMatchObject(refusal("Nothing was changed"));
      // Others read meanwhile.
      expect(await ask(server(), read)).toMatchObject({ status: 200 });
      await direct.query("rollback");
      expect((await revise("Four")).data.reviseTopic).toEqual({ topic: { name: "Four" }, errors: [] });
    });
  });
});
