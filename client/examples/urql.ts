/** A standard question by urql. In React, Vue or Svelte, give the same text and variables to `useQuery`. */
import { type AnyVariables, Client, cacheExchange, fetchExchange } from "@urql/core";
import type { TypedDocument } from "standpoint-client";
import { whereDoStatesStand } from "standpoint-client/questions/where-do-states-stand";

async function ask<Result, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocument<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const { data, error } = await client.query<Result, Variables>(document.toString(), variables);
  if (data === undefined) throw error ?? new Error("The answer has no data");
  return data;
}

/** The actors with a stance on a proposal, and their stances. */
export async function stancesOn(url: string, slug: string): Promise<string[]> {
  const client = new Client({ url: `${url}/graphql`, exchanges: [cacheExchange, fetchExchange] });
  const { proposal } = await ask(client, whereDoStatesStand, { slug });
  return proposal?.positions.nodes.map(({ holder, stance }) => `${holder.name}: ${stance}`) ?? [];
}
