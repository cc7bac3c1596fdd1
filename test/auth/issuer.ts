import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "@jest/globals";
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";
import type { TokenRules } from "../../src/auth/token.js";

/** Who signs tokens, and publishes the keys to check them with on a server of this machine. */
export interface Issuer {
  readonly rules: TokenRules;
  readonly publicKey: JWK;
  /** A token as it should be, for an hour, with these claims besides or instead; undefined leaves one out. */
  token(claims?: JWTPayload, header?: { kid?: string; alg?: string }): Promise<string>;
  /** Signs with a key that the issuer has never published, under the id of the one that it has. */
  forged(claims?: JWTPayload): Promise<string>;
  /** What the server answers from now on, instead of the keys. */
  answerWith(status: number, body: string): void;
  /** How often the keys were asked for. */
  asked(): number;
  stop(): Promise<void>;
}

const stopping: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(stopping.splice(0).map((stop) => stop())));

const issuer = "https://login.test";
const audience = "standpoint-test";

/** Starts an issuer; it stops after the test file. */
export async function startIssuer(alg = "ES256"): Promise<Issuer> {
  const [own, strange] = await Promise.all([generateKeyPair(alg, { extractable: true }), generateKeyPair(alg)]);
  const publicKey = { ...(await exportJWK(own.publicKey)), kid: "one", alg, use: "sig" };
  let answer = { status: 200, body: JSON.stringify({ keys: [publicKey] }) };
  let count = 0;
  const server = createServer((_request, response) => {
    count += 1;
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // of a server that listens on a port
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  stopping.push(stop);

  const sign = (key: CryptoKey, claims: JWTPayload, header: { kid?: string; alg?: string }) => {
    const inAnHour = Math.floor(Date.now() / 1000) + 3600;
    const usual = { iss: issuer, aud: audience, sub: "ada", exp: inAnHour, roles: ["EDITOR"] };
    return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg, kid: "one", ...header }).sign(key);
  };
  return {
    rules: { jwksUrl: `http://127.0.0.1:${port}/jwks`, issuer, audience },
    publicKey,
    token: (claims = {}, header = {}) => sign(own.privateKey, claims, header),
    forged: (claims = {}) => sign(strange.privateKey, claims, {}),
    answerWith: (status, body) => {
      answer = { status, body };
    },
    asked: () => count,
    stop,
  };
}
