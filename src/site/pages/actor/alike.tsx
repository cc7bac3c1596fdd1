import type { VNode } from "preact";
import { LimitError } from "standpoint-client";
import {
  type WhoVotesMostAndLeastLikeAnActorQuery,
  whoVotesMostAndLeastLikeAnActor,
} from "standpoint-client/questions/who-votes-most-and-least-like-an-actor";
import { address } from "../../address.js";
import { TableSection } from "../../parts/analysis.js";
import type { PageRequest } from "../../site.js";

type Agreement = NonNullable<WhoVotesMostAndLeastLikeAnActorQuery["actor"]>["agreements"]["nodes"][number];

/** Agreement with each other state, the highest first; "no time" where the server stopped the question at its limit. */
export type Alike = readonly Agreement[] | "no time";

/** Asks who votes most and least like an actor. The rest of the page is right without the answer. */
export async function askAlike(
  { client }: PageRequest,
  variables: { readonly slug: string; readonly asOf?: string; readonly knownAt?: string },
): Promise<Alike> {
  try {
    const { actor } = await client.request(whoVotesMostAndLeastLikeAnActor, variables);
    return actor?.agreements.nodes ?? [];
  } catch (error) {
    if (error instanceof LimitError) return "no time";
    throw error;
  }
}

/** How many states are shown at each end. */
const shownAtEachEnd = 5;

/** The states whose votes are closest to those of an actor, and those furthest from them. */
export function AlikeTables({ slug, alike }: { readonly slug: string; readonly alike: Alike }): VNode | null {
  if (alike === "no time")
    return (
      <section aria-labelledby="closest">
        <h2 id="closest">Who votes most and least like it</h2>
        <p class="empty">The server had no time to compute this. Try again later.</p>
      </section>
    );
  if (alike.length < 2 * shownAtEachEnd) return null;
  const furthest = alike.slice(-shownAtEachEnd).reverse();
  return (
    <div class="columns">
      <AlikeTable id="closest" title="Votes most like it" slug={slug} agreements={alike.slice(0, shownAtEachEnd)} />
      <AlikeTable id="furthest" title="Votes least like it" slug={slug} agreements={furthest} />
    </div>
  );
}

interface AlikeTableProps {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly agreements: readonly Agreement[];
}

const AlikeTable = ({ id, title, slug, agreements }: AlikeTableProps): VNode => (
  <TableSection
    id={id}
    title={title}
    columns={["State", "Agreement", "Same vote"]}
    rows={agreements.map(({ actor, score, shared, agreed }) => ({
      key: actor.slug,
      cells: [
        <a href={address("/compare", { actors: `${slug},${actor.slug}` })}>{actor.name}</a>,
        `${score?.toFixed(2)} (n = ${shared})`,
        `${agreed} of ${shared}`,
      ],
    }))}
  />
);
