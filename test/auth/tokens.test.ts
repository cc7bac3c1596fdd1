import { Buffer } from "node:buffer";
import { beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { importJWK, SignJWT } from "jose";
import { pino } from "pino";
import { buildApiSchema } from "../../src/graphql/schema.js";
import type { Server } from "../../src/server.js";
import { type Answer, ask, testServer } from "../support/server.js";
import { type Issuer, startIssuer } from "./issuer.js";
import { tinyModule, written } from "./tiny-module.js";

const schema = buildApiSchema([tinyModule]);
const write = 'mutation { write(text: "water") }';
const now = () => Math.floor(Date.now() / 1000);

const asking = (server: Server, token: string, question = write): Promise<Answer> =>
  ask(server, question, { headers: { authorization: `Bearer ${token}` } });
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

let issuer: Issuer;
let server: Server;
beforeAll(async () => {
  issuer = await startIssuer();
  server = await testServer({ schema, tokens: issuer.rules });
});
beforeEach(() => {
  written.length = 0;
});

describe("a token", () => {
  test("names who writes", async () => {
    expect(await asking(server, await issuer.token())).toMatchObject({ status: 200, data: { write: "water" } });
    expect(written).toEqual(["jwt:ada: water"]);
  });

  test.each<[unknown, string]>([
    [["CONTRIBUTOR", "ADMIN", "EDITOR"], "jwt:ada ADMIN"],
    [["CONTRIBUTOR", "owner", 7, null], "jwt:ada CONTRIBUTOR"],
    ["EDITOR", "jwt:ada EDITOR"],
    ["openid CONTRIBUTOR", "jwt:ada CONTRIBUTOR"],
    [["READER"], "jwt:ada READER"],
    ["READER CONTRIBUTOR", "jwt:ada CONTRIBUTOR"],
    [["editor"], "jwt:ada READER"],
    [{ EDITOR: true }, "jwt:ada READER"],
    [[], "jwt:ada READER"],
    [undefined, "jwt:ada READER"],
  ])("with the roles %j is %s", async (roles, expected) => {
    expect((await asking(server, await issuer.token({ roles }), "{ whoAsks }")).data).toEqual({ whoAsks: expected });
  });

  test("without a role may read, and not write", async () => {
    const token = await issuer.token({ roles: ["owner"] });
    expect(await asking(server, token, "{ __typename }")).toMatchObject({ status: 200, data: { __typename: "Query" } });
    const { status, errors } = await asking(server, token);
    expect({ status, errors }).toMatchObject({
      status: 200,
      errors: [
        {
          message: expect.stringContaining("none of the roles"),
          extensions: { code: "FORBIDDEN", requiredRole: "EDITOR" },
        },
      ],
    });
    expect(written).toEqual([]);
  });

  test("of several audiences is taken, and one whose time has just come", async () => {
    const token = await issuer.token({ aud: ["other", issuer.rules.audience], nbf: now() + 1 });
    expect((await asking(server, token)).data).toEqual({ write: "water" });
  });

  test.each(["RS256", "PS512", "EdDSA"])("signed by %s is taken", async (alg) => {
    const other = await startIssuer(alg);
    const taking = await testServer({ schema, tokens: other.rules });
    expect((await asking(taking, await other.token())).data).toEqual({ write: "water" });
  });
});

const unspecific = "This credential is not valid: it is unknown, malformed, expired or revoked.";

/** Signed with the public key as though it were a shared secret. */
async function confused(): Promise<string> {
  const { publicKey } = issuer;
  const secret = Buffer.from(JSON.stringify(publicKey));
  const claims = {
    iss: issuer.rules.issuer,
    aud: issuer.rules.audience,
    sub: "ada",
    roles: ["ADMIN"],
    exp: now() + 60,
  };
  return new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(secret);
}

async function unsigned(): Promise<string> {
  const [, payload] = (await issuer.token({ roles: ["ADMIN"] })).split(".");
  return `${encoded({ alg: "none", kid: "one" })}.${payload}.`;
}

describe("a request is refused whose token", () => {
  test.each<[string, () => Promise<string>, string]>([
    ["has expired", () => issuer.token({ exp: now() - 60 }), "This token has expired: get a new one."],
    ["never expires", () => issuer.token({ exp: undefined }), "it says no time at which it expires (`exp`)"],
    ["is not valid yet", () => issuer.token({ nbf: now() + 60 }), "its time has not come yet (`nbf`)"],
    ["is for another audience", () => issuer.token({ aud: "other" }), "it was made for another audience (`aud`)"],
    ["is for no audience", () => issuer.token({ aud: undefined }), "it was made for another audience (`aud`)"],
    ["is by another issuer", () => issuer.token({ iss: "https://other" }), "it was made by another issuer (`iss`)"],
    ["names nobody", () => issuer.token({ sub: undefined }), "it does not say whom it names (`sub`)"],
    ["names a blank", () => issuer.token({ sub: " " }), "`sub` names nobody"],
    ["names two lines", () => issuer.token({ sub: "ada\nEve" }), "`sub` names nobody"],
    ["is signed with another key", () => issuer.forged(), unspecific],
    ["expired, and is signed with another key", () => issuer.forged({ exp: now() - 60 }), unspecific],
    ["names a key that is unknown", () => issuer.token({}, { kid: "two" }), unspecific],
    ["is signed with the public key (HS256)", confused, unspecific],
    ["is not signed (none)", unsigned, unspecific],
    ["is cut off", async () => (await issuer.token()).slice(0, -4), unspecific],
    ["is none", async () => "secret", unspecific],
  ])("%s", async (_name, make, message) => {
    const token = await make();
    for (const question of [write, "{ whoAsks }"]) {
      const { status, data, errors, headers } = await asking(server, token, question);
      expect({ status, data, errors, challenge: headers["www-authenticate"] }).toEqual({
        status: 401,
        data: undefined,
        errors: [{ message: expect.stringContaining(message), extensions: { code: "UNAUTHENTICATED" } }],
        challenge: "Bearer",
      });
    }
    expect(written).toEqual([]);
  });

  test("is signed with a shared secret that the issuer publishes by mistake", async () => {
    const other = await startIssuer();
    const jwk = { kty: "oct", k: Buffer.from("a".repeat(32)).toString("base64url"), kid: "one", alg: "HS256" };
    other.answerWith(200, JSON.stringify({ keys: [jwk] }));
    const taking = await testServer({ schema, tokens: other.rules });
    const claims = { iss: other.rules.issuer, aud: other.rules.audience, sub: "ada", exp: now() + 60 };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", kid: "one" })
      .sign(await importJWK(jwk, "HS256"));
    expect((await asking(taking, token)).status).toBe(401);
  });
});

test("the issuer's keys are asked for once, not with each token", async () => {
  const other = await startIssuer();
  const taking = await testServer({ schema, tokens: other.rules });
  for (const _ of [1, 2, 3]) await asking(taking, await other.token());
  await asking(taking, await other.token({}, { kid: "two" }));
  expect(other.asked()).toBe(1);
});

describe("while the issuer's keys cannot be had", () => {
  test.each<[string, (issuer: Issuer) => void | Promise<void>]>([
    ["since its server is down", (other) => other.stop()],
    ["since its server fails", (other) => other.answerWith(500, "{}")],
    ["since what it sends is no JSON", (other) => other.answerWith(200, "<html>")],
    ["since what it sends is no set of keys", (other) => other.answerWith(200, "{}")],
  ])("%s, it is said that the token cannot be checked, not that it is wrong", async (_name, fail) => {
    const other = await startIssuer();
    await fail(other);
    const lines: string[] = [];
    const log = pino({ level: "warn" }, { write: (line: string) => void lines.push(line) });
    const taking = await testServer({ schema, tokens: other.rules, log });
    const token = await other.token();
    const { status, data, errors, headers } = await asking(taking, token);
    expect({ status, data, errors }).toEqual({
      status: 503,
      data: undefined,
      errors: [
        {
          message: "This token cannot be checked now: the keys of its issuer cannot be had. Ask again in a moment.",
          extensions: { code: "SERVICE_UNAVAILABLE" },
        },
      ],
    });
    expect(headers).not.toHaveProperty("www-authenticate");
    expect(lines).toEqual([expect.stringContaining("the keys at JWKS_URL cannot be had")]);
    expect(lines[0]).not.toContain(token);
    expect((await ask(taking, "{ whoAsks }")).data).toEqual({ whoAsks: null });
  });

  test("and it is checked when they can be had again", async () => {
    const other = await startIssuer();
    const keys = JSON.stringify({ keys: [other.publicKey] });
    other.answerWith(500, "{}");
    const taking = await testServer({ schema, tokens: other.rules });
    expect((await asking(taking, await other.token())).status).toBe(503);
    other.answerWith(200, keys);
    expect((await asking(taking, await other.token())).status).toBe(200);
  });
});
