import {
  type WhatChangedInATimeQueryVariables,
  whatChangedInATime,
} from "standpoint-client/questions/what-changed-in-a-time";
import { changed, choices, parameter } from "../address.js";
import { countOf, dateText, momentText } from "../dates.js";
import { respond, type Shell } from "../layout/shell.js";
import { Tools } from "../layout/tools.js";
import { ChangeList } from "../parts/change-list.js";
import type { Page } from "../site.js";
import { EmptyRecord } from "./home.js";

type ChangedKind = "proposals" | "positions" | "statements" | "policyActions" | "rollCalls" | "actors" | "sources";

/** Types of entity by which the list can be narrowed, as the question counts them. */
const kindsOf: Record<ChangedKind, NonNullable<WhatChangedInATimeQueryVariables["kinds"]>> = {
  proposals: "PROPOSAL",
  positions: "POSITION",
  statements: "STATEMENT",
  policyActions: "POLICY_ACTION",
  rollCalls: "ROLL_CALL",
  actors: ["ACTOR", "AFFILIATION"],
  sources: "SOURCE",
};

const kindNames: Readonly<Record<ChangedKind, string>> = {
  proposals: "proposals",
  positions: "positions",
  statements: "statements",
  policyActions: "policy actions",
  rollCalls: "roll calls",
  actors: "actors and memberships",
  sources: "sources",
};

const week = 7 * 24 * 60 * 60 * 1000;

/** `/changes`: what was put on record or changed since a day; in the week before the newest change when left out. */
export const changesPage = (shell: Shell): Page => ({
  path: "/changes",
  async answer(request) {
    const day = parameter(request, "since") ?? new Date(Date.now() - week).toISOString().slice(0, 10);
    const kind = choices(request, "kind", Object.keys(kindsOf) as ChangedKind[])?.[0];
    const variables = {
      since: `${day}T00:00:00Z`,
      kinds: kind && kindsOf[kind],
      after: parameter(request, "after"),
    };
    const answer = await request.client.request(whatChangedInATime, variables);
    const { changes, latestChange } = answer;
    const isWhole = !changes.pageInfo.hasNextPage && variables.after === undefined;
    const asked = { name: "what-changed-in-a-time", document: whatChangedInATime, variables, isTable: true };
    const sentence = `${countOf(changes.totalCount, "change")} ${kind ? `of ${kindNames[kind]} ` : ""}since ${dateText(day)}.`;
    return respond(
      shell,
      request,
      { title: "What changed", description: sentence },
      <article class="page">
        <header class="page-head">
          <h1>What changed</h1>
          <p class="lead">
            {sentence} {latestChange && `The newest is of ${momentText(latestChange.recordedAt)}.`}
          </p>
          <p class="summary">
            Everything that was recorded, revised, retracted, merged or imported. <a href="/corrections">Corrections</a>{" "}
            has only what was put right. Programs follow the same list as a <a href="/method#reuse">feed</a>.
          </p>
          <form class="day-form" action="/changes">
            <label for="since">Since</label>
            <input id="since" type="date" name="since" value={day} required />
            <button type="submit">Show</button>
          </form>
        </header>
        {!latestChange && <EmptyRecord />}
        {latestChange && changes.nodes.length === 0 && (
          <p class="empty">
            Nothing changed in this time.{" "}
            <a href={changed(request, { since: latestChange.recordedAt.slice(0, 10), after: undefined })}>
              Show the day of the newest change
            </a>
          </p>
        )}
        {latestChange && (
          <nav class="chips kinds" aria-label="What changed">
            <a href={changed(request, { kind: undefined, after: undefined })} aria-current={kind ? undefined : "true"}>
              All
            </a>
            {(Object.keys(kindsOf) as ChangedKind[]).map((one) => (
              <a
                key={one}
                href={changed(request, { kind: one, after: undefined })}
                aria-current={kind === one ? "true" : undefined}
              >
                {kindNames[one]} <b>{answer[one].totalCount.toLocaleString("en")}</b>
              </a>
            ))}
          </nav>
        )}
        {!isWhole && changes.nodes.length > 0 && <p class="explain">The earliest change is first.</p>}
        <ChangeList changes={isWhole ? [...changes.nodes].reverse() : changes.nodes} />
        {changes.pageInfo.hasNextPage && (
          <p>
            <a class="more" href={changed(request, { after: changes.pageInfo.endCursor, since: day })}>
              The next {Math.min(100, changes.totalCount)} changes, later ones
            </a>
          </p>
        )}
        <Tools shell={shell} request={request} asked={asked} />
      </article>,
    );
  },
});
