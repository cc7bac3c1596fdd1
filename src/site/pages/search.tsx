import type { VNode } from "preact";
import {
  type WhatDoesASearchFindQuery,
  whatDoesASearchFind,
} from "standpoint-client/questions/what-does-a-search-find";
import {
  actorPath,
  address,
  changed,
  choices,
  meetingPath,
  parameter,
  proposalPath,
  statementPath,
  topicPath,
} from "../address.js";
import { countOf, dateText } from "../dates.js";
import { respond, SearchForm, type Shell } from "../layout/shell.js";
import { Tools } from "../layout/tools.js";
import { labelOf } from "../parts/label.js";
import { readableTitle } from "../parts/title.js";
import type { Page, PageRequest } from "../site.js";

type Search = WhatDoesASearchFindQuery["search"];
type Hit = Search["nodes"][number];

const kinds = ["ACTOR", "PROPOSAL", "STATEMENT", "POLICY_ACTION", "MEETING", "SOURCE", "TOPIC"] as const;
const kindNames: Readonly<Record<(typeof kinds)[number], string>> = {
  ACTOR: "Actors",
  PROPOSAL: "Proposals",
  STATEMENT: "Statements",
  POLICY_ACTION: "Policy actions",
  MEETING: "Meetings",
  SOURCE: "Sources",
  TOPIC: "Topics",
};

/** `/search?q=`: what is on record under some words, codes or symbols. */
export const searchPage = (shell: Shell): Page => ({
  path: "/search",
  async answer(request) {
    const words = parameter(request, "q");
    const variables = {
      words: words ?? "",
      kinds: choices(request, "kind", kinds),
      after: parameter(request, "after"),
    };
    const search = words ? (await request.client.request(whatDoesASearchFind, variables)).search : undefined;
    const title = words ? `Search: ${words}` : "Search the record";
    const description = search
      ? `${countOf(search.totalCount, "entry", "entries")} on record for “${words}”.`
      : "Find actors, proposals, statements, meetings, sources and topics, in the spellings of many languages.";
    const asked = { name: "what-does-a-search-find", document: whatDoesASearchFind, variables, isTable: true };
    return respond(
      shell,
      request,
      { title, description, unlisted: true },
      <article class="page">
        <header class="page-head">
          <h1>{words ? <>Results for “{words}”</> : "Search the record"}</h1>
          <p class="lead">{description}</p>
          {!words && <SearchForm words="" id="page-search" />}
        </header>
        {search ? (
          <section aria-label="Results">
            <Kinds request={request} />
            <Results search={search} words={words ?? ""} />
            {search.pageInfo.hasNextPage && (
              <p>
                <a class="more" href={changed(request, { after: search.pageInfo.endCursor })}>
                  Next results
                </a>
              </p>
            )}
            <Tools shell={shell} request={request} asked={asked} />
          </section>
        ) : (
          <WaysIn />
        )}
      </article>,
    );
  },
});

const WaysIn = (): VNode => (
  <section aria-labelledby="ways">
    <h2 id="ways">Ways in</h2>
    <ul class="cards">
      {["Palestine", "Security Council", "nuclear weapons", "A/RES/67/19", "Россия", "climate"].map((words) => (
        <li key={words}>
          <a href={address("/search", { q: words })}>{words}</a>
        </li>
      ))}
    </ul>
  </section>
);

function Kinds({ request }: { readonly request: PageRequest }): VNode {
  const chosen = request.query.get("kind");
  return (
    <nav class="chips" aria-label="Kinds of entry">
      <a href={changed(request, { kind: undefined, after: undefined })} aria-current={chosen ? undefined : "true"}>
        All
      </a>
      {kinds.map((kind) => (
        <a
          key={kind}
          href={changed(request, { kind, after: undefined })}
          aria-current={chosen === kind ? "true" : undefined}
        >
          {kindNames[kind]}
        </a>
      ))}
    </nav>
  );
}

function Results({ search, words }: { readonly search: Search; readonly words: string }): VNode {
  if (search.nodes.length === 0)
    return (
      <p class="empty">
        Nothing on record is called “{words}”. Try fewer words, another spelling, or a symbol such as A/RES/67/19.
      </p>
    );
  return (
    <ol class="results">
      {search.nodes.map((hit) => {
        const { title, href, note } = shownAs(hit);
        return (
          <li key={`${hit.__typename} ${hit.slug}`}>
            <span class="kicker">{typeOf(hit)}</span>
            <a class="result" href={href}>
              {title}
            </a>
            {note && <span class="aside">{note}</span>}
          </li>
        );
      })}
    </ol>
  );
}

const typeOf = (hit: Hit): string => {
  if (hit.__typename === "Actor") return labelOf(hit.actorKind);
  return labelOf(hit.__typename.replace(/(?<=[a-z])(?=[A-Z])/g, "_"));
};

interface Shown {
  readonly title: string;
  readonly href?: string;
  readonly note?: string | null;
}

function shownAs(hit: Hit): Shown {
  switch (hit.__typename) {
    case "Actor":
      return { title: hit.name, href: actorPath(hit.slug), note: hit.description };
    case "Proposal":
      return {
        title: readableTitle(hit.title),
        href: proposalPath(hit.slug),
        note: [dateText(hit.date), hit.about].filter(Boolean).join(": "),
      };
    case "Statement":
      return {
        title: hit.summary,
        href: statementPath(hit.slug),
        note: [hit.speaker?.name, dateText(hit.madeOn)].filter(Boolean).join(", "),
      };
    case "PolicyAction":
      return { title: hit.title, note: dateText(hit.announcedOn) };
    case "Meeting":
      return { title: hit.title, href: meetingPath(hit.slug), note: dateText(hit.heldOn) };
    case "Source":
      return { title: hit.title, href: hit.url ?? undefined, note: hit.publisher };
    case "Topic":
      return { title: hit.name, href: topicPath(hit.slug) };
  }
}
