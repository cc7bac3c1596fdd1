import { whatDoesAnActorHold } from "standpoint-client/questions/what-does-an-actor-hold";
import { whereDoStatesStand } from "standpoint-client/questions/where-do-states-stand";
import { parameter } from "../address.js";
import { type Card, drawCard } from "../card/card.js";
import type { Shell } from "../layout/shell.js";
import { ifOnRecord } from "../parts/analysis.js";
import { labelOf } from "../parts/label.js";
import { readableTitle } from "../parts/title.js";
import type { Page, PageRequest, PageResponse } from "../site.js";
import { byStance, summaryOf as summaryOfActor } from "./actor/summary.js";
import { example } from "./home.js";
import { notFoundPage } from "./not-found.js";
import { countLeanings } from "./proposal/picture.js";
import { countsOf, summaryOf } from "./proposal/summary.js";

async function respondCard(card: Card): Promise<PageResponse> {
  return {
    status: 200,
    contentType: "image/png",
    body: await drawCard(card),
    headers: { "x-content-type-options": "nosniff" },
  };
}

/** Where a proposal stands, as a card. */
async function proposalCard(shell: Shell, request: PageRequest, slug: string, title?: string): Promise<PageResponse> {
  const asOf = parameter(request, "asOf");
  const { proposal } = await request.client.request(whereDoStatesStand, {
    ...{ slug, asOf, knownAt: parameter(request, "knownAt") },
  });
  if (!proposal) return notFoundPage(shell, request);
  const stances = Object.fromEntries(countsOf(proposal).map(({ stance, count }) => [stance, count]));
  return respondCard({
    kicker: "Who stands where",
    title: title ?? readableTitle(proposal.title),
    sentence: title ? `${readableTitle(proposal.title)}: ${summaryOf(proposal, asOf)}` : summaryOf(proposal, asOf),
    bars: [
      { label: "Recorded stances", counts: stances },
      { label: "States' leanings by related votes", counts: countLeanings(proposal).counts },
    ],
    brand: shell.brand.name,
  });
}

/** `/card.png`: the preview of the first page. */
export const homeCard = (shell: Shell): Page => ({
  path: "/card.png",
  async answer(request) {
    const question = "Who stands where, and where is that written?";
    const response = await proposalCard(shell, request, example, question);
    if (response.status === 200) return response;
    // Nothing is on record yet.
    return respondCard({ kicker: "", title: question, sentence: "", bars: [], brand: shell.brand.name });
  },
});

/** `/proposals/<slug>/card.png` */
export const proposalCardPage = (shell: Shell): Page => ({
  path: "/proposals/:slug/card.png",
  answer: (request) => proposalCard(shell, request, request.params.slug ?? ""),
});

/** `/actors/<slug>/card.png` */
export const actorCardPage = (shell: Shell): Page => ({
  path: "/actors/:slug/card.png",
  async answer(request) {
    const { slug = "" } = request.params;
    const times = { asOf: parameter(request, "asOf"), knownAt: parameter(request, "knownAt") };
    const answer = await ifOnRecord([slug], request.client.request(whatDoesAnActorHold, { slug, ...times }));
    if (!answer?.actor) return notFoundPage(shell, request);
    const { actor, counts } = answer;
    return respondCard({
      kicker: labelOf(actor.kind),
      title: actor.name,
      sentence: summaryOfActor(actor.name, actor, counts),
      bars: [
        { label: "By words and deeds", counts: byStance(counts, (basis) => basis !== "VOTE") },
        { label: "By vote", counts: byStance(counts, (basis) => basis === "VOTE") },
      ],
      brand: shell.brand.name,
    });
  },
});
