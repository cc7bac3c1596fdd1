import { Buffer } from "node:buffer";
import { beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { importJWK, type JWK, SignJWT } from "jose";
import { pino } from "pino";
import { buildApiSchema } from "../../src/modules/schema.js";
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

const wrongSignature = "its signature does not match any key that its issuer publishes";

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
    ["never expires", () => issuer.token({ exp: undefined }), "it has no expiry time (`exp`)"],
    ["is not valid yet", () => issuer.token({ nbf: now() + 60 }), "it is not valid yet (`nbf`)"],
    ["is for another audience", () => issuer.token({ aud: "other" }), "it was issued for another audience (`aud`)"],
    ["is for no audience", () => issuer.token({ aud: undefined }), "it was issued for another audience (`aud`)"],
    ["is by another issuer", () => issuer.token({ iss: "https://other" }), "it was issued by another issuer (`iss`)"],
    ["names nobody", () => issuer.token({ sub: undefined }), "it has no subject (`sub`)"],
    ["names a blank", () => issuer.token({ sub: " " }), "`sub` is not valid"],
    ["names two lines", () => issuer.token({ sub: "ada\nEve" }), "`sub` is not valid"],
    ["is signed with another key", () => issuer.forged(), wrongSignature],
    ["expired, and is signed with another key", () => issuer.forged({ exp: now() - 60 }), wrongSignature],
    ["names a key that is unknown", () => issuer.token({}, { kid: "two" }), "the key that it names (`kid`, `alg`)"],
    ["is signed with the public key (HS256)", confused, "not signed by one of the algorithms RS256"],
    ["is not signed (none)", unsigned, "not signed by one of the algorithms RS256"],
    ["is cut off", async () => (await issuer.token()).slice(0, -4), wrongSignature],
    ["is none", async () => "secret", "it is not a signed token (a JWT"],
    ["has claims that are no JSON", async () => "eyJhbGciOiJFUzI1NiIsImtpZCI6Im9uZSJ9.YWJj.YWJj", wrongSignature],
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

describe("of an issuer with several keys", () => {
  /** An issuer that publishes its own key among others, for the same algorithm, all without ids. */
  async function startRotating(publish: (own: JWK, others: JWK[]) => object[]) {
    const own = await startIssuer();
    const others = await Promise.all([startIssuer(), startIssuer()]);
    const keys = publish(
      own.publicKey,
      others.map(({ publicKey }) => publicKey),
    );
    own.answerWith(200, JSON.stringify({ keys }));
    const lines: { msg: string; reason?: string }[] = [];
    const log = pino({ level: "warn" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    return { own, others, lines, taking: await testServer({ schema, tokens: own.rules, log }) };
  }
  const withoutId = ({ kid: _, ...jwk }: JWK): JWK => jwk;
  const nameless = { kid: undefined };

  test.each<[string, (own: JWK, others: JWK[]) => object[]]>([
    ["the last of three without ids", (own, others) => [...others, own].map(withoutId)],
    ["the first of three without ids", (own, others) => [own, ...others].map(withoutId)],
    ["one of three with ids", (own, others) => [...others.map((jwk, index) => ({ ...jwk, kid: `k${index}` })), own]],
    [
      "beside one that cannot be read",
      (own, others) => [{ ...others[0], x: "?" }, others[1], own].map((jwk) => withoutId(jwk as JWK)),
    ],
    ["alone", (own) => [withoutId(own)]],
  ])("a token that names no key is checked by each: its key is %s", async (_name, publish) => {
    const { own, others, taking, lines } = await startRotating(publish);
    expect((await asking(taking, await own.token({}, nameless))).data).toEqual({ write: "water" });
    expect(lines).toEqual([]);

    expect((await asking(taking, await own.token({ exp: now() - 60 }, nameless))).errors).toMatchObject([
      { message: "This token has expired: get a new one." },
    ]);
    const strange = await startIssuer();
    const { status, errors } = await asking(taking, await strange.token({}, nameless));
    expect({ status, errors }).toMatchObject({
      status: 401,
      errors: [{ message: expect.stringContaining(wrongSignature), extensions: { code: "UNAUTHENTICATED" } }],
    });
    expect(others).toHaveLength(2);
  });

  test("a refusal is logged for operators, with its reason, once for each reason and without the token", async () => {
    const { own, taking, lines } = await startRotating((jwk, others) => [...others, jwk].map(withoutId));
    const tokens = [await own.forged({}), await own.forged({}), await own.token({ aud: "x" }, nameless), "secret"];
    for (const token of tokens) await asking(taking, token);
    expect(lines.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("the key that it names"),
      expect.stringContaining("another audience"),
      expect.stringContaining("not a signed token"),
    ]);
    for (const token of tokens) expect(JSON.stringify(lines)).not.toContain(token);
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
          message: "This token cannot be checked now: the keys of its issuer cannot be fetched. Retry in a moment.",
          extensions: { code: "SERVICE_UNAVAILABLE" },
        },
      ],
    });
    expect(headers).not.toHaveProperty("www-authenticate");
    expect(lines).toEqual([expect.stringContaining("the keys at JWKS_URL cannot be fetched")]);
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
