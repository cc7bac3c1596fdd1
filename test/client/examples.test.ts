import { beforeAll, expect, test } from "@jest/globals";
import { stancesOn as byApolloClient } from "../../client/examples/apollo-client.js";
import { stancesOn as byFetch } from "../../client/examples/plain-fetch.js";
import { stancesOn as byTanstackQuery } from "../../client/examples/tanstack-query.js";
import { stancesOn as byUrql } from "../../client/examples/urql.js";
import { testDatabase } from "../support/database.js";
import { startDeployments } from "../support/federation.js";

let urls: Record<"single" | "gateway", string>;
beforeAll(async () => {
  const { single, gateway } = await startDeployments(await testDatabase({ seeds: true }));
  await single.listen({ host: "127.0.0.1", port: 0 });
  urls = { single: single.fastify.listeningOrigin, gateway: gateway.fastify.listeningOrigin };
});

test.each([
  ["fetch", byFetch],
  ["urql", byUrql],
  ["Apollo Client", byApolloClient],
  ["TanStack Query", byTanstackQuery],
])("the example with %s", async (_name, stancesOn) => {
  for (const url of Object.values(urls)) {
    expect(await stancesOn(url, "two-state-solution")).toContain("United States: SUPPORTS");
    expect(await stancesOn(url, "no-such-proposal")).toEqual([]);
  }
});
