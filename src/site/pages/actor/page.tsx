import { whatDoesAnActorHold } from "standpoint-client/questions/what-does-an-actor-hold";
import { actorPath, choices, parameter } from "../../address.js";
import { today } from "../../dates.js";
import { nameIn } from "../../languages.js";
import { respond, type Shell } from "../../layout/shell.js";
import { askThenAndNow, ifOnRecord } from "../../parts/analysis.js";
import type { Page } from "../../site.js";
import { basisNames, stances } from "../../stance.js";
import { notFoundPage } from "../not-found.js";
import { askAlike } from "./alike.js";
import { summaryOf } from "./summary.js";
import { ActorView } from "./view.js";

/** `/actors/<slug>`: what an actor holds, said and did. */
export const actorPage = (shell: Shell): Page => ({
  path: "/actors/:slug",
  async answer(request) {
    const variables = {
      slug: request.params.slug ?? "",
      asOf: parameter(request, "asOf"),
      knownAt: parameter(request, "knownAt"),
      stances: choices(request, "stance", stances),
      bases: choices(request, "basis", basisNames),
      topics: parameter(request, "topic"),
      after: parameter(request, "after"),
    };
    const { slug, asOf, knownAt, topics } = variables;
    // The counts of an actor that is not on record are refused, where the actor itself would be null.
    const asked = await ifOnRecord(
      topics === undefined ? [slug] : [slug, topics],
      Promise.all([askThenAndNow(request, whatDoesAnActorHold, variables), askAlike(request, { slug, asOf, knownAt })]),
    );
    if (!asked?.[0].answer.actor) return notFoundPage(shell, request);
    const [{ answer, isOutdated }, alike] = asked;
    const { counts, latestChange } = answer;
    const actor = asked[0].answer.actor;
    if (!actor) return notFoundPage(shell, request);
    const name = nameIn(actor, shell.languageOf(request));
    const embedded = request.query.has("embed");
    return respond(
      shell,
      request,
      { title: name, description: summaryOf(name, actor, counts), embedded, card: `${actorPath(actor.slug)}/card.png` },
      <ActorView
        shell={shell}
        request={request}
        name={name}
        actor={actor}
        counts={counts}
        alike={alike}
        asked={{ name: "what-does-an-actor-hold", document: whatDoesAnActorHold, variables, isTable: true }}
        cite={latestChange && { asOf: variables.asOf ?? today(), knownAt: knownAt ?? latestChange.recordedAt }}
        times={{ asOf: variables.asOf, knownAt, isOutdated }}
        embedded={embedded}
      />,
    );
  },
});
