import type { VNode } from "preact";
import {
  type WhatDoesAStatementSayQuery,
  whatDoesAStatementSay,
} from "standpoint-client/questions/what-does-a-statement-say";
import { actorPath, meetingPath, parameter, statementPath } from "../address.js";
import { dateText } from "../dates.js";
import { respond, type Shell } from "../layout/shell.js";
import { Tools } from "../layout/tools.js";
import { labelOf } from "../parts/label.js";
import { SourceList } from "../parts/sources.js";
import { StanceMark } from "../parts/stance-mark.js";
import { SubjectLink } from "../parts/subject-link.js";
import { TimesNotice } from "../parts/times-notice.js";
import type { Page } from "../site.js";
import { notFoundPage } from "./not-found.js";

type Statement = NonNullable<WhatDoesAStatementSayQuery["statement"]>;

/** `/statements/<slug>`: what was said, by whom, and which positions it shows. */
export const statementPage = (shell: Shell): Page => ({
  path: "/statements/:slug",
  async answer(request) {
    const knownAt = parameter(request, "knownAt");
    const variables = { slug: request.params.slug ?? "", knownAt };
    const [{ statement, latestChange }, current] = await Promise.all([
      request.client.request(whatDoesAStatementSay, variables),
      knownAt === undefined ? undefined : request.client.request(whatDoesAStatementSay, { slug: variables.slug }),
    ]);
    if (!statement) return notFoundPage(shell, request);
    const isOutdated = current !== undefined && JSON.stringify(current.statement) !== JSON.stringify(statement);
    const asked = { name: "what-does-a-statement-say", document: whatDoesAStatementSay, variables };
    const cite = latestChange ? { knownAt: knownAt ?? latestChange.recordedAt } : undefined;
    const title = statement.speaker?.name ?? statement.speakerAsPrinted ?? "A statement";
    return respond(
      shell,
      request,
      { title: `${title}, ${dateText(statement.madeOn)}`, description: statement.summary },
      <article class="page narrow">
        <StatementHead statement={statement} />
        <TimesNotice request={request} times={{ asOf: undefined, knownAt, isOutdated }} retraction={statement} />
        <Tools shell={shell} request={request} asked={asked} cite={cite} />
        <Shown statement={statement} />
        <SourceList sources={statement.sources} />
      </article>,
    );
  },
});

function StatementHead({ statement }: { readonly statement: Statement }): VNode {
  const { summary, quote, quoteLanguage, madeOn, delivery, speaker, speakerAsPrinted, onBehalfOf, capacity } =
    statement;
  return (
    <header class="page-head">
      <p class="kicker">
        {labelOf(delivery)} · {dateText(madeOn)}
      </p>
      <h1 class="said">{summary}</h1>
      <p class="lead">
        {speaker ? <a href={actorPath(speaker.slug)}>{speaker.name}</a> : speakerAsPrinted}
        {capacity?.role && `, ${capacity.role}`}
        {onBehalfOf && (
          <>
            , on behalf of <a href={actorPath(onBehalfOf.slug)}>{onBehalfOf.name}</a>
          </>
        )}
        {statement.meeting && (
          <span class="aside">
            At <a href={meetingPath(statement.meeting.slug)}>{statement.meeting.title}</a>
          </span>
        )}
      </p>
      {quote && <blockquote lang={quoteLanguage ?? undefined}>{quote}</blockquote>}
      {statement.inReplyTo && (
        <p>
          In reply to: <a href={statementPath(statement.inReplyTo.slug)}>{statement.inReplyTo.summary}</a>
        </p>
      )}
    </header>
  );
}

/** The positions that rest on a statement. */
const Shown = ({ statement: { positions } }: { readonly statement: Statement }): VNode => (
  <section aria-labelledby="shows">
    <h2 id="shows">Positions that it shows</h2>
    {positions.nodes.length === 0 ? (
      <p class="empty">No position rests on this statement. What it says is no clear stance on anything on record.</p>
    ) : (
      <ul class="entries">
        {positions.nodes.map(({ id, holder, stance, subject, since }) => (
          <li key={id}>
            <a href={actorPath(holder.slug)}>{holder.name}</a> <StanceMark stance={stance} />{" "}
            <SubjectLink subject={subject} /> <span class="aside">since {dateText(since)}</span>
          </li>
        ))}
      </ul>
    )}
  </section>
);
