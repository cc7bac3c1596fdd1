import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { serverAudits } from "graphql-http";
import type { Server } from "../../src/server.js";
import { schema } from "../support/once/schema.js";
import { testServer } from "../support/server.js";

let server: Server;
let address: string;

beforeAll(async () => {
  server = await testServer({ schema });
  address = await server.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

describe("GraphQL over HTTP, by the published audits", () => {
  test.each(serverAudits({ url: () => `${address}/graphql` }).map((audit) => [audit.name, audit] as const))(
    "%s",
    async (_name, audit) => {
      const result = await audit.fn();
      expect(result).toMatchObject({ status: "ok" });
    },
  );
});
