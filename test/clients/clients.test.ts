import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { Client, fetchExchange } from "@urql/core";
import { GraphQLClient } from "graphql-request";
import { createClient } from "graphql-sse";
import type { Database } from "../../src/db/database.js";
import { askAs } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";

let database: Database;
let deployments: Deployments;
let url: Record<"single" | "gateway", string>;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  deployments = await startDeployments(database);
  await deployments.single.listen({ host: "127.0.0.1", port: 0 });
  url = {
    single: `${deployments.single.fastify.listeningOrigin}/graphql`,
    gateway: `${deployments.gateway.fastify.listeningOrigin}/graphql`,
  };
});

const question = "query Actor($slug: String!) { actor(slug: $slug) { __typename id slug } }";
const variables = { slug: "china" };
const actor = { __typename: "Actor", id: expect.stringMatching(/^actor_/), slug: "china" };
const write = 'mutation { recordTopic(input: { slug: "x", name: "X" }) { topic { id } } }';
const refusal = { extensions: { code: "UNAUTHENTICATED" } };

describe.each(["single", "gateway"] as const)("real clients of the %s", (deployment) => {
  test("urql", async () => {
    const client = new Client({ url: url[deployment], exchanges: [fetchExchange] });
    expect((await client.query(question, variables)).data).toEqual({ actor });
    expect((await client.query("{ nothing }", {})).error?.message).toContain("Cannot query field");
    expect((await client.mutation(write, {})).error?.graphQLErrors).toMatchObject([refusal]);
  });

  test("urql follows a subscription", async () => {
    const client = new Client({ url: url[deployment], exchanges: [fetchExchange], fetchSubscriptions: true });
    const told = await new Promise((resolve) => {
      client.subscription('subscription { changes(after: "none") { cursor } }', {}).subscribe(resolve);
    });
    expect(told).toMatchObject({ error: { message: expect.stringContaining("is not a cursor") } });
  });

  test("Apollo Client", async () => {
    const link = new HttpLink({ uri: url[deployment], headers: { authorization: "" } });
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    expect((await client.query({ query: gql(question), variables })).data).toEqual({ actor });
    await expect(client.query({ query: gql("{ nothing }") })).rejects.toThrow("Cannot query field");
    await expect(client.mutate({ mutation: gql(write) })).rejects.toMatchObject({ errors: [refusal] });
    client.stop();
  });

  test("graphql-request", async () => {
    for (const method of ["GET", "POST"] as const) {
      const client = new GraphQLClient(url[deployment], { method });
      expect(await client.request(question, variables)).toEqual({ actor });
      await expect(client.request("{ nothing }")).rejects.toMatchObject({ response: { status: 400 } });
    }
    await expect(new GraphQLClient(url[deployment]).request(write)).rejects.toMatchObject({
      response: { errors: [refusal] },
    });
  });

  test("graphql-sse, with aliases that name keys", async () => {
    const { data } = await askAs(
      "EDITOR",
      database,
      `mutation { recordTopic(input: { slug: "${deployment}", name: "N" }) { errors { message } } }`,
    );
    expect(data.recordTopic.errors).toEqual([]);
    const client = createClient({ url: url[deployment], retryAttempts: 0 });
    const after = Buffer.from(JSON.stringify(["Change.SEQUENCE", "ASC", "0"])).toString("base64url");
    const query = `subscription ($after: String) {
      id: changes(after: $after, kinds: [TOPIC]) { cursor id: entity { __typename: __typename ... on Topic { id: slug __typename2: id } } }
    }`;
    const events = client.iterate({ query, variables: { after } });
    expect((await events.next()).value).toEqual({
      data: {
        id: {
          cursor: expect.any(String),
          id: { __typename: "Topic", id: expect.any(String), __typename2: expect.stringMatching(/^topic_/) },
        },
      },
    });
    await events.return?.();
    client.dispose();
  });
});
