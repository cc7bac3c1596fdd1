import type { VNode } from "preact";
import { StandpointError } from "standpoint-client";
import { type WhatMayBeMeantQuery, whatMayBeMeant } from "standpoint-client/questions/what-may-be-meant";
import { actorPath, address, proposalPath, statementPath, topicPath } from "../address.js";
import { respond, SearchForm, type Shell } from "../layout/shell.js";
import { labelOf } from "../parts/label.js";
import type { PageRequest, PageResponse } from "../site.js";

/** The page for an address that leads nowhere: it suggests what the last part of the address may mean. */
export async function notFoundPage(
  shell: Shell,
  request: PageRequest,
  words = wordsOf(request.path),
): Promise<PageResponse> {
  const options = { title: "Not found", description: "There is no page at this address.", status: 404, unlisted: true };
  return respond(
    shell,
    request,
    options,
    <article class="page narrow">
      <h1>There is no page at this address</h1>
      <p class="lead">The record has nothing under “{words}”. An entry may have another name here.</p>
      <SearchForm words={words} id="not-found-search" />
      <Suggestions suggestions={await suggestionsFor(request, words)} />
    </article>,
  );
}

type Suggestion = WhatMayBeMeantQuery["suggest"][number];

/** Fewer letters would suggest anything. */
const fewestLetters = 3;

/** What is called as the words, or else as their first word. A 404 stays a 404 where the API cannot answer. */
async function suggestionsFor({ client }: PageRequest, words: string): Promise<readonly Suggestion[]> {
  const [first = ""] = words.split(" ");
  const texts = [...new Set([words, first])].filter(({ length }) => length >= fewestLetters);
  try {
    for (const text of texts) {
      const { suggest } = await client.request(whatMayBeMeant, { text });
      if (suggest.length > 0) return suggest;
    }
  } catch (error) {
    if (!(error instanceof StandpointError)) throw error;
  }
  return [];
}

function Suggestions({ suggestions }: { readonly suggestions: readonly Suggestion[] }): VNode | null {
  if (suggestions.length === 0) return null;
  return (
    <section aria-labelledby="suggestions">
      <h2 id="suggestions">Did you mean</h2>
      <ul class="entries">
        {suggestions.map(({ kind, text, result }) => (
          <li key={`${kind} ${text}`}>
            <a href={pathOf(result, text)}>{text}</a>
            <span class="aside">{labelOf(kind)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function pathOf(result: Suggestion["result"], text: string): string {
  switch (result.__typename) {
    case "Actor":
      return actorPath(result.slug);
    case "Proposal":
      return proposalPath(result.slug);
    case "Statement":
      return statementPath(result.slug);
    case "Topic":
      return topicPath(result.slug);
    default:
      return address("/search", { q: text });
  }
}

/** What the last part of a path may mean: "two-state-solution" becomes "two state solution". */
function wordsOf(path: string): string {
  const [last = ""] = path.split("/").slice(-1);
  try {
    return decodeURIComponent(last).replaceAll("-", " ").slice(0, 80);
  } catch {
    return "";
  }
}
