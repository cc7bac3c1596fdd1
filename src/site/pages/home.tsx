import type { VNode } from "preact";
import { type WhatIsOnRecordQuery, whatIsOnRecord } from "standpoint-client/questions/what-is-on-record";
import { whereDoStatesStand } from "standpoint-client/questions/where-do-states-stand";
import { actorPath, address, groupPath, proposalPath, rollCallPath, statementPath, topicPath } from "../address.js";
import { countOf, dateText, momentText } from "../dates.js";
import { respond, SearchForm, type Shell } from "../layout/shell.js";
import { shownTally, tallyText } from "../parts/tally.js";
import { readableTitle } from "../parts/title.js";
import type { Page } from "../site.js";
import { Picture, type Pictured } from "./proposal/picture.js";
import { summaryOf } from "./proposal/summary.js";

/** `/`: what this is, what is on record, and ways in. */
export const homePage = (shell: Shell): Page => ({
  path: "/",
  forPrograms: "graphql",
  async answer(request) {
    const [record, { proposal }] = await Promise.all([
      request.client.request(whatIsOnRecord),
      request.client.request(whereDoStatesStand, { slug: example, names: shell.languageOf(request) !== "en" }),
    ]);
    const options = {
      title: "who stands where, and where that is written",
      description:
        "A record of which states, organisations and people support or oppose what, since when, on what evidence.",
      card: "/card.png",
    };
    return respond(
      shell,
      request,
      options,
      <HomeView shell={shell} record={record} proposal={proposal} language={shell.languageOf(request)} />,
    );
  },
});

/** The proposal that the page shows as its first example. */
export const example = "two-state-solution";

interface HomeProps {
  readonly shell: Shell;
  readonly record: WhatIsOnRecordQuery;
  readonly proposal: Pictured | null | undefined;
  readonly language: string;
}

function HomeView({ shell, record, proposal, language }: HomeProps): VNode {
  const { latestChange } = record;
  return (
    <article class="page home">
      <header class="hero">
        <h1>Who stands where, and where is that written?</h1>
        <p class="lead">
          {shell.brand.name} records which states, organisations and people support or oppose what, since when, and on
          what evidence. Each stance leads to the words, the vote or the deed that shows it.
        </p>
        <SearchForm words="" id="home-search" />
        <p class="try">
          Try <a href="/search?q=Palestine">Palestine</a>, <a href="/search?q=Resolution+2334">Resolution 2334</a>,{" "}
          <a href="/search?q=nuclear+weapons">nuclear weapons</a> or <a href="/search?q=Россия">Россия</a>.
        </p>
      </header>
      {latestChange ? <Counts record={record} moment={latestChange.recordedAt} /> : <EmptyRecord />}
      {proposal && <Example proposal={proposal} language={language} />}
      <Newest record={record} />
      {latestChange && <Questions />}
    </article>
  );
}

/** What to do where nothing is on record. */
export const EmptyRecord = (): VNode => (
  <section class="notice">
    <h2>Nothing is on record yet</h2>
    <p>
      Load what comes with Standpoint, dossiers and votes: run <code>npx standpoint seed</code> on the server, then open
      this page again. To record your own, see <code>docs/dossiers.md</code>, or{" "}
      <code>npx standpoint import --help</code>.
    </p>
  </section>
);

function Counts({ record, moment }: { readonly record: WhatIsOnRecordQuery; readonly moment: string }): VNode {
  const { actors, states, proposals, statements, rollCalls, sources } = record;
  const counts = [
    [actors.totalCount, "actors", `of them ${countOf(states.totalCount, "state")}, past ones included`],
    [proposals.totalCount, "proposals", "what can be supported or opposed"],
    [rollCalls.totalCount, "roll calls", "how each member voted"],
    [statements.totalCount, "statements", "who said what, when"],
    [sources.totalCount, "sources", "where it is written"],
  ] as const;
  return (
    <section aria-labelledby="on-record">
      <div class="section-head">
        <h2 id="on-record">On record</h2>
        <p class="count">
          newest change <a href="/changes">{momentText(moment)}</a>
        </p>
      </div>
      <ul class="counts">
        {counts.map(([count, what, note]) => (
          <li key={what}>
            <b>{count.toLocaleString("en")}</b> <span>{what}</span> <small>{note}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Example({ proposal, language }: { readonly proposal: Pictured; readonly language: string }): VNode {
  return (
    <section class="example" aria-labelledby="example">
      <p class="kicker">A first example</p>
      <h2 id="example">
        <a href={proposalPath(proposal.slug)}>Who supports the {proposal.title.toLowerCase()}?</a>
      </h2>
      {proposal.summary && <p>{proposal.summary}</p>}
      <p>{summaryOf(proposal, undefined)}</p>
      <Picture proposal={proposal} language={language} />
      <p>
        <a class="more" href={proposalPath(proposal.slug)}>
          See who, since when, and on what evidence
        </a>
        {proposal.leanings.totalCount > 0 && (
          <span class="aside">and which way {countOf(proposal.leanings.totalCount, "state")} lean by their votes</span>
        )}
      </p>
    </section>
  );
}

function Newest({ record: { rollCalls, newestStatement } }: { readonly record: WhatIsOnRecordQuery }): VNode | null {
  if (rollCalls.nodes.length === 0 && newestStatement.nodes.length === 0) return null;
  return (
    <div class="columns">
      {rollCalls.nodes.length > 0 && (
        <section aria-labelledby="votes">
          <h2 id="votes">Latest votes</h2>
          <ul class="entries">
            {rollCalls.nodes.map(({ slug, heldOn, body, proposal, tally }) => (
              <li key={slug}>
                <a href={rollCallPath(slug)}>{readableTitle(proposal.title)}</a>
                <span class="aside">
                  {dateText(heldOn)}, {body.name}: {tallyText(shownTally(tally))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {newestStatement.nodes.length > 0 && (
        <section aria-labelledby="statements">
          <h2 id="statements">Latest statements</h2>
          <ul class="entries">
            {newestStatement.nodes.map(({ slug, madeOn, summary, speaker }) => (
              <li key={slug}>
                <a href={statementPath(slug)}>{summary}</a>
                <span class="aside">
                  {dateText(madeOn)}
                  {speaker && (
                    <>
                      , <a href={actorPath(speaker.slug)}>{speaker.name}</a>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Ways into the record by what readers ask. */
const questions = [
  ["Which states lean which way on two states, and why?", `${proposalPath(example)}#leanings`],
  ["How did the states vote on resolution 2334?", proposalPath("un-sc-2334")],
  ["Who supports a ban on nuclear weapons?", proposalPath("tpnw")],
  ["Who supports the conference that Russia proposed?", proposalPath("ministerial-conference-2021")],
  ["What does the United States hold?", actorPath("united-states")],
  ["How often do France and Russia vote alike?", address("/compare", { actors: "france,russia", since: "2000-01-01" })],
  ["How united is the European Union?", groupPath("european-union")],
  ["Which votes on Palestine were the most contested?", topicPath("israeli-palestinian-question")],
  ["How did the permanent members vote, as a matrix?", "/matrix"],
  ["What changed this week?", "/changes"],
  ["What does Palestine hold?", actorPath("palestine")],
  ["What was said about settlements?", address("/search", { q: "settlements" })],
] as const;

const Questions = (): VNode => (
  <section aria-labelledby="questions">
    <h2 id="questions">What readers ask</h2>
    <ul class="cards">
      {questions.map(([title, path]) => (
        <li key={path}>
          <a href={path}>{title}</a>
        </li>
      ))}
    </ul>
    <p class="explain">
      More questions, with their answers as files for a spreadsheet: <a href="/q">the list of standard questions</a>.
      Your own question: <a href="/graphql">the playground</a>.
    </p>
  </section>
);
