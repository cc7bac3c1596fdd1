import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Server } from "../../src/server.js";
import { testDatabase } from "../support/database.js";
import { open, siteServer } from "./site-server.js";

let server: Server;
beforeAll(async () => {
  server = await siteServer(await testDatabase({ seeds: true }));
});

const get = (url: string) => server.fastify.inject({ url, headers: { accept: "image/*" } });

describe("previews of links", () => {
  test.each([
    ["/", "/card.png"],
    ["/proposals/two-state-solution", "/proposals/two-state-solution/card.png"],
    ["/actors/russia", "/actors/russia/card.png"],
  ])("%s names a picture of 1200 by 630 pixels", async (url, path) => {
    const { html } = await open(server, url);
    expect(html).toContain(`<meta property="og:image" content="http://localhost:80${path}"`);
    expect(html).toContain('<meta property="og:image:width" content="1200"');
    const { statusCode, headers, rawPayload } = await get(path);
    expect([statusCode, headers["content-type"]]).toEqual([200, "image/png"]);
    expect(rawPayload.subarray(1, 4).toString()).toBe("PNG");
    expect([rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  test("are others on another day, and are not drawn again for a reader who has them", async () => {
    const path = "/proposals/two-state-solution/card.png";
    const now = await get(path);
    expect((await get(`${path}?asOf=2001-01-01`)).rawPayload).not.toEqual(now.rawPayload);
    const again = await server.fastify.inject({ url: path, headers: { "if-none-match": String(now.headers.etag) } });
    expect(again.statusCode).toBe(304);
  });

  test("of what is not on record answer 404", async () => {
    for (const path of ["/proposals/x/card.png", "/actors/x/card.png"]) expect((await get(path)).statusCode).toBe(404);
  });
});
