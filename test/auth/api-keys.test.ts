import { beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { listApiKeys, revokeApiKey } from "../../src/auth/api-key.repository.js";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { buildApiSchema } from "../../src/modules/schema.js";
import type { Server } from "../../src/server.js";
import { apiKey } from "../support/api-key.js";
import { kinds, recordStatements, testDatabase } from "../support/database.js";
import { ask, testServer } from "../support/server.js";
import { tinyModule, written } from "./tiny-module.js";

const write = 'mutation { write(text: "water") }';

describe.each(kinds)("API keys on %s", (kind) => {
  let database: Database;
  let statements: string[];
  let server: Server;

  beforeAll(async () => {
    database = await testDatabase({ kind });
    const recording = recordStatements(database);
    statements = recording.statements;
    server = await testServer({ schema: buildApiSchema([tinyModule]), database: recording.database });
  });
  beforeEach(async () => {
    await database.query(sql`delete from "ApiKey"`);
    written.length = 0;
  });

  test("name who writes", async () => {
    const { headers } = await apiKey(database, "EDITOR", { name: "ci" });
    expect(await ask(server, write, { headers })).toMatchObject({ status: 200, data: { write: "water" } });
    expect(written).toEqual(["key:ci: water"]);
    expect((await ask(server, "{ whoAsks }", { headers })).data).toEqual({ whoAsks: "key:ci EDITOR" });
  });

  test("are not needed to read, and needed to write", async () => {
    statements.length = 0;
    expect(await ask(server, "{ whoAsks }")).toMatchObject({ status: 200, data: { whoAsks: null } });
    const { errors, data } = await ask(server, write);
    expect({ data, code: errors?.[0]?.extensions?.code }).toEqual({ data: undefined, code: "UNAUTHENTICATED" });
    expect(statements).toEqual([]);
  });

  test("with too low a role are forbidden to write", async () => {
    for (const role of ["READER", "CONTRIBUTOR"] as const) {
      const { headers } = await apiKey(database, role);
      expect((await ask(server, "{ whoAsks }", { headers })).data.whoAsks).toMatch(role);
      const { errors } = await ask(server, write, { headers });
      expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN", requiredRole: "EDITOR" } }]);
    }
    expect(written).toEqual([]);
  });

  test("have a secret of 256 bits, of which the database has the hash alone", async () => {
    const { id, key } = await apiKey(database, "EDITOR");
    expect(key).toMatch(/^standpoint_[0-9a-f]{16}_[0-9a-f]{64}$/);
    const [, , secret = ""] = key.split("_");
    const [row] = await database.query(sql`select * from "ApiKey"`);
    expect(row).toMatchObject({
      id,
      name: "editor",
      role: "EDITOR",
      secretHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(JSON.stringify(await listApiKeys(database))).not.toContain("secretHash");
  });

  // The same answer for each, so that it tells nobody which keys there are.
  test.each<[string, () => Promise<string>]>([
    ["wrong", async () => `${(await apiKey(database, "EDITOR")).key.slice(0, -8)}00000000`],
    ["another's", async () => (await apiKey(database, "EDITOR")).key.replace(/_.{16}_/, "_0123456789abcdef_")],
    ["malformed", async () => (await apiKey(database, "EDITOR")).key.slice(0, -1)],
    ["in capitals", async () => (await apiKey(database, "EDITOR")).key.toUpperCase()],
    ["a token, where there are no rules for tokens", async () => "eyJhbGciOiJub25lIn0.e30."],
    ["expired", async () => (await apiKey(database, "EDITOR", { expiresAt: new Date(Date.now() - 1000) })).key],
    [
      "revoked",
      async () => {
        const { id, key } = await apiKey(database, "EDITOR");
        await revokeApiKey(database, id);
        return key;
      },
    ],
  ])("that are %s are refused, for reading too", async (_name, make) => {
    const headers = { authorization: `Bearer ${await make()}` };
    for (const question of [write, "{ whoAsks }", "{ __typename }"]) {
      const { status, headers: answered, data, errors } = await ask(server, question, { headers });
      expect({ status, data, errors, challenge: answered["www-authenticate"] }).toEqual({
        status: 401,
        errors: [
          {
            message: "This credential is not valid: it is unknown, malformed, expired or revoked.",
            extensions: { code: "UNAUTHENTICATED" },
          },
        ],
        challenge: "Bearer",
      });
    }
    expect(written).toEqual([]);
  });

  test("serve until they expire", async () => {
    const { headers } = await apiKey(database, "EDITOR", { expiresAt: new Date(Date.now() + 60_000) });
    expect((await ask(server, write, { headers })).data).toEqual({ write: "water" });
  });

  test("have a name of their own until they are revoked", async () => {
    const { id } = await apiKey(database, "EDITOR", { name: "ci" });
    await expect(apiKey(database, "ADMIN", { name: "ci" })).rejects.toThrow("There is a key named ci");
    expect(await revokeApiKey(database, id)).toEqual({ name: "ci" });
    await apiKey(database, "ADMIN", { name: "ci" });
    expect(await revokeApiKey(database, "0123456789abcdef")).toBeUndefined();
  });

  describe("tell when they were last used", () => {
    const lastUse = async () => (await listApiKeys(database))[0]?.lastUsedAt;
    const updates = () => statements.filter((text) => /update "ApiKey"/.test(text)).length;

    test("at most once a minute", async () => {
      const { headers } = await apiKey(database, "EDITOR");
      expect(await lastUse()).toBeNull();
      statements.length = 0;
      await ask(server, "{ whoAsks }", { headers });
      const first = await lastUse();
      expect(first).toBeInstanceOf(Date);
      await ask(server, "{ whoAsks }", { headers });
      expect([updates(), await lastUse()]).toEqual([1, first]);
      expect(statements).toHaveLength(3); // two look-ups and a note
      await database.query(sql`update "ApiKey" set "lastUsedAt" = now() - interval '61 seconds'`);
      await ask(server, "{ whoAsks }", { headers });
      expect(updates()).toBe(2);
      expect((await lastUse())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? Number.NaN);
    });

    test("and serve where that cannot be noted", async () => {
      const { headers } = await apiKey(database, "EDITOR");
      const readOnly: Database = {
        ...database,
        query: (statement) =>
          /^\s*update/.test(statement.text) ? Promise.reject(new Error("read-only")) : database.query(statement),
      };
      const replica = await testServer({ schema: buildApiSchema([tinyModule]), database: readOnly });
      expect(await ask(replica, "{ whoAsks }", { headers })).toMatchObject({ data: { whoAsks: "key:editor EDITOR" } });
      expect(await lastUse()).toBeNull();
    });
  });

  test("that cannot be looked up fail the request, with an incident", async () => {
    const { headers } = await apiKey(database, "EDITOR");
    const broken: Database = { ...database, query: () => Promise.reject(new Error("hunter2")) };
    const server = await testServer({ schema: buildApiSchema([tinyModule]), database: broken });
    const answer = await ask(server, "{ whoAsks }", { headers });
    expect(answer).toMatchObject({ status: 500, errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR" } }] });
    expect(JSON.stringify(answer)).not.toContain("hunter2");
  });
});
