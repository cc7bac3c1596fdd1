import { tmpdir } from "node:os";
import { PGlite } from "@electric-sql/pglite";
import { expect, test } from "@jest/globals";
import { pino } from "pino";
import { checkingDisk, diskCheck } from "../../src/db/embedded/disk-space.js";
import { embeddedDatabase } from "../../src/db/embedded/embedded.js";
import { DiskFull } from "../../src/db/errors.js";
import { apiKey } from "../support/api-key.js";
import { embeddedTemplate } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { ask, testServer } from "../support/server.js";

const log = pino({ level: "silent" });

test("a disk with less than the reserved space is full", () => {
  expect(diskCheck(tmpdir(), log, 0)).not.toThrow();
  expect(diskCheck(tmpdir(), log, Number.MAX_SAFE_INTEGER)).toThrow(DiskFull);
  expect(diskCheck(tmpdir(), log, Number.MAX_SAFE_INTEGER)).toThrow(`MB are free for ${tmpdir()}, and writes need`);
});

test("while the disk is full the embedded database refuses writes and reads on; then it writes again", async () => {
  let isFull = false;
  const check = () => {
    if (isFull) throw new DiskFull("The disk is full");
  };
  const engine = await PGlite.create({ loadDataDir: await embeddedTemplate() });
  const database = embeddedDatabase(checkingDisk(engine, check));
  const server = await testServer({ schema, database });
  const { headers } = await apiKey(database, "EDITOR");
  const record = (slug: string) =>
    ask(
      server,
      `mutation { recordTopic(input: { slug: "${slug}", name: "A topic" }) { topic { slug } errors { message } } }`,
      { headers },
    );
  const slugs = async () =>
    (await ask(server, "{ topics { slug } }")).data.topics.map(({ slug }: { slug: string }) => slug);

  expect((await record("before")).data.recordTopic.topic).toEqual({ slug: "before" });
  isFull = true;
  const refused = await record("meanwhile");
  expect(refused).toMatchObject({ status: 503, errors: [{ extensions: { code: "UNAVAILABLE" } }] });
  expect(refused.errors?.[0]?.message).toContain("The server's disk is full. Nothing was changed");
  expect(await slugs()).toEqual(["before"]);
  await expect(database.withBulkSession((session) => session.copy("Topic", ["slug"], [["copied"]]))).rejects.toThrow(
    DiskFull,
  );
  isFull = false;
  expect((await record("after")).data.recordTopic.topic).toEqual({ slug: "after" });
  expect(await slugs()).toEqual(["before", "after"]); // of one name: by id, which grows
  await server.close();
  await database.close();
});
