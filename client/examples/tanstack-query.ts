/** A standard question by TanStack Query. In React, give the same options to `useQuery`. */
import { QueryClient } from "@tanstack/query-core";
import { type Client, createClient } from "standpoint-client";
import { whereDoStatesStand } from "standpoint-client/questions/where-do-states-stand";

const standing = (standpoint: Client, slug: string) => ({
  queryKey: ["where-do-states-stand", slug],
  queryFn: ({ signal }: { signal: AbortSignal }) => standpoint.request(whereDoStatesStand, { slug }, { signal }),
});

/** The actors with a stance on a proposal, and their stances. */
export async function stancesOn(url: string, slug: string): Promise<string[]> {
  const queries = new QueryClient();
  const { proposal } = await queries.fetchQuery(standing(createClient({ url }), slug));
  queries.clear(); // or its timers keep a program alive
  return proposal?.positions.nodes.map(({ holder, stance }) => `${holder.name}: ${stance}`) ?? [];
}
