import { describe, expect, test } from "@jest/globals";
import { send } from "../../../../src/modules/alerts/webhooks/send.js";
import { type LookupAll, webhookAgent } from "../../../../src/modules/alerts/webhooks/webhook-agent.js";
import { webhookNetworks, webhookUrlProblem } from "../../../../src/modules/alerts/webhooks/webhook-url.js";
import { networks, receiver, serverOf } from "./webhook-kit.js";

/** Every notation that is read as an address in a private network, or in none that is anybody's. */
const privateHosts = [
  ...["127.0.0.1", "127.1", "2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "017700000001", "127.0.0.1."],
  ...["%31%32%37.0.0.1", "１２７.0.0.1", "0.0.0.0", "0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"],
  ...["100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1"],
  ...["255.255.255.255", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:a00:1]"],
  ...["[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]"],
  ...["[2001:0:7f00:1::]", "[fe80::1]", "[fec0::1]", "[fc00::1]", "[fd00::1]", "[ff02::1]", "[2001:db8::1]"],
  ...["[100::1]", "[5f00::1]", "[4000::1]"],
];

const publicHosts = ["8.8.8.8", "0x08080808", "172.32.0.1", "[2606:4700::1111]", "[::ffff:8.8.8.8]"];

describe("an address in a webhook's URL", () => {
  test.each(privateHosts)("%s is refused when it is saved, and when it is asked", async (host) => {
    expect(webhookUrlProblem(`https://${host}/hook`, [])).toMatch(/private address/);
    const agent = webhookAgent(webhookNetworks([]));
    const message = { url: `https://${host}/hook`, headers: {}, body: "{}" };
    expect(await send(message, agent, AbortSignal.timeout(10_000))).toEqual({
      kind: "failed",
      reason: "The host name is unknown, or resolves to a private network.",
    });
    await agent.destroy();
  });

  test.each(publicHosts)("%s is taken", (host) => {
    expect(webhookUrlProblem(`https://${host}/hook`, [])).toBeUndefined();
    expect(webhookUrlProblem(`http://${host}/hook`, networks)).toMatch(/https/);
  });

  test.each(["http://127.0.0.1/", "http://[::ffff:127.0.0.1]/", "https://127.1/", "http://name.internal:8080/?a=b"])(
    "%s is taken where its network is allowed",
    (url) => {
      expect(webhookUrlProblem(url, networks)).toBeUndefined();
    },
  );
});

test.each([
  ["hook", "is not a URL"],
  ["", "is not a URL"],
  ["https://", "is not a URL"],
  ["ftp://example.org/", "https://"],
  ["javascript:alert(1)", "https://"],
  ["http://example.org/", "https://"],
  ["https://me:secret@example.org/", "a user name or a password"],
  ["https://me@example.org/", "a user name or a password"],
  ["https://example.org/#there", "fragment"],
  ["https://example.org/#", "fragment"],
  [`https://example.org/${"x".repeat(2_000)}`, "at most 2000"],
])("the URL %s is refused", (url, why) => {
  expect(webhookUrlProblem(url, [])).toContain(why);
});

test("a URL of example.org is taken", () => {
  expect(webhookUrlProblem("https://example.org:8443/hook?for=me", [])).toBeUndefined();
});

describe("a name", () => {
  const leadingTo =
    (...addresses: string[]): LookupAll =>
    (_hostname, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );
  const ask = async (url: string, lookup: LookupAll | undefined, allowed: string[]) => {
    const agent = webhookAgent(webhookNetworks(allowed), lookup);
    const attempt = await send({ url, headers: {}, body: "{}" }, agent, AbortSignal.timeout(10_000));
    await agent.destroy();
    return attempt;
  };
  const named = (url: string) => url.replace("127.0.0.1", "hook.example");
  const noAddress = { kind: "failed", reason: expect.stringContaining("The host name is unknown") };

  test("is asked at the addresses that are allowed alone, though it leads to others too", async () => {
    const { url, received } = await receiver();
    // Nobody listens there; were it asked first, the attempt would fail or wait.
    const both = leadingTo("127.0.0.2", "127.0.0.1", "::1");
    expect(await ask(named(url), both, ["127.0.0.1/32"])).toEqual({ kind: "delivered", status: 204 });
    expect(received).toHaveLength(1);
    expect(await ask(named(url), both, ["10.0.0.0/8"])).toEqual(noAddress);
    expect(received).toHaveLength(1);
  });

  test("that leads to private addresses, or to none, is not asked", async () => {
    const { url, received } = await receiver();
    const secure = named(url).replace("http:", "https:");
    for (const lookup of [leadingTo("127.0.0.1", "::1", "::ffff:127.0.0.1", "fe80::1%eth0"), leadingTo()]) {
      expect(await ask(named(url), lookup, [])).toEqual(noAddress);
      expect(await ask(secure, lookup, [])).toEqual(noAddress);
    }
    expect(await ask(url.replace("127.0.0.1", "localhost"), undefined, [])).toEqual(noAddress);
    // By http not even a public one.
    expect(await ask("http://hook.example/", leadingTo("8.8.8.8"), networks)).toEqual(noAddress);
    expect(received).toEqual([]);
  });

  test("is looked up with each connection, so that it gains nothing by leading elsewhere later", async () => {
    const { url, received } = await receiver();
    const answers = [["127.0.0.1"], ["127.0.0.3"]];
    const turning: LookupAll = (...asked) => leadingTo(...(answers.shift() ?? []))(...asked);
    expect(await ask(named(url), turning, ["127.0.0.1/32"])).toMatchObject({ kind: "delivered" });
    expect(await ask(named(url), turning, ["127.0.0.1/32"])).toEqual(noAddress);
    expect(received).toHaveLength(1);
  });
});

test("a redirect is not followed", async () => {
  const { url, received } = await receiver();
  const redirecting = await serverOf((_request, response) => response.writeHead(307, { location: url }).end());
  const agent = webhookAgent(webhookNetworks(networks));
  const attempt = await send({ url: redirecting, headers: {}, body: "{}" }, agent, AbortSignal.timeout(10_000));
  expect(attempt).toEqual({
    kind: "failed",
    status: 307,
    reason: "The address responded with the status 307 (Temporary Redirect); redirects are not followed.",
  });
  expect(received).toEqual([]);
  await agent.destroy();
});
