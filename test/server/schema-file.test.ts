import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";

let deployments: Deployments;
beforeAll(async () => {
  deployments = await startDeployments(await testDatabase());
});

describe.each(["single", "gateway"] as const)("the %s", (name) => {
  const get = (url: string, headers: Record<string, string> = {}) =>
    deployments[name].fastify.inject({ method: "GET", url, headers });

  test("returns the API's schema, which is in schema/api.graphql", async () => {
    const { statusCode, headers, body } = await get("/schema.graphql");
    expect({ statusCode, type: headers["content-type"] }).toEqual({
      statusCode: 200,
      type: "text/plain; charset=utf-8",
    });
    expect(body).toBe(readFileSync("schema/api.graphql", "utf8"));
    const compressed = await get("/schema.graphql", { "accept-encoding": "br" });
    expect(brotliDecompressSync(compressed.rawPayload).toString()).toBe(body);
    const again = await get("/schema.graphql", { "if-none-match": String(headers.etag) });
    expect({ status: again.statusCode, body: again.body }).toEqual({ status: 304, body: "" });
  });

  test.each(["/", "/q", "/schema.graphql", "/health/live", "/health/ready", "/graphql?query={__typename}"])(
    "answers HEAD as GET at %s",
    async (url) => {
      const [got, head] = [await get(url), await deployments[name].fastify.inject({ method: "HEAD", url })];
      const stable = ({ "x-request-id": _id, "server-timing": _time, date: _date, ...headers }: typeof got.headers) =>
        headers;
      expect({ status: head.statusCode, body: head.body }).toEqual({ status: got.statusCode, body: "" });
      expect(stable(head.headers)).toEqual(stable(got.headers));
    },
  );
});
