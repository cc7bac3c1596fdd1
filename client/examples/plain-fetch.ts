/** A standard question by `fetch` alone: a document is its text, and its types come along. */
import type { TypedDocument } from "standpoint-client";
import { whereDoStatesStand } from "standpoint-client/questions/where-do-states-stand";

async function ask<Result, Variables>(
  url: string,
  document: TypedDocument<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

/** The actors with a stance on a proposal, and their stances. */
export async function stancesOn(url: string, slug: string): Promise<string[]> {
  const { proposal } = await ask(url, whereDoStatesStand, { slug });
  return proposal?.positions.nodes.map(({ holder, stance }) => `${holder.name}: ${stance}`) ?? [];
}
