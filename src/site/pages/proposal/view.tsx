import type { VNode } from "preact";
import type { HowDidTheStancesComeAboutQuery } from "standpoint-client/questions/how-did-the-stances-on-a-proposal-come-about";
import { dateText } from "../../dates.js";
import type { Shell } from "../../layout/shell.js";
import { type Asked, Tools } from "../../layout/tools.js";
import { DayForm } from "../../parts/day-form.js";
import type { Group } from "../../parts/filter-form.js";
import { labelOf } from "../../parts/label.js";
import { Method } from "../../parts/method.js";
import { SourceList } from "../../parts/sources.js";
import { type Times, TimesNotice } from "../../parts/times-notice.js";
import { readableTitle } from "../../parts/title.js";
import type { PageRequest } from "../../site.js";
import { Context } from "./context.js";
import { History } from "./history.js";
import { HoldersTable } from "./holders.js";
import { Leanings, LeaningsInWords } from "./leanings.js";
import { Picture } from "./picture.js";
import { type Proposal, summaryOf } from "./summary.js";

interface ViewProps {
  readonly shell: Shell;
  readonly request: PageRequest;
  readonly proposal: Proposal;
  readonly history?: NonNullable<HowDidTheStancesComeAboutQuery["proposal"]>["positionHistory"];
  /** Groups by which the table can be narrowed. */
  readonly groups: readonly Group[];
  readonly asked: Asked;
  readonly cite?: { readonly asOf: string; readonly knownAt: string };
  readonly times: Times;
  readonly language: string;
  readonly embedded: boolean;
}

export function ProposalView(props: ViewProps): VNode {
  const { shell, request, proposal, groups, history, asked, cite, times, language, embedded } = props;
  const isNarrowed = ["stance", "basis", "group", "after"].some((name) => request.query.get(name));
  const sentence = summaryOf(proposal, times.asOf);
  const title = readableTitle(proposal.title);
  if (embedded)
    return (
      <figure class="figure">
        <figcaption>
          <a href={request.path}>{title}</a>
          <p>{sentence}</p>
        </figcaption>
        <Picture proposal={proposal} language={language} isNarrowed={isNarrowed} asOf={times.asOf} />
      </figure>
    );
  return (
    <article class="page">
      <header class="page-head">
        <p class="kicker">
          {labelOf(proposal.kind)} · {labelOf(proposal.status)}
          {proposal.date && <> · {dateText(proposal.date)}</>}
        </p>
        <h1>{title}</h1>
        {title !== proposal.title && <p class="aside">On record as “{proposal.title}”</p>}
        <p class="lead">{sentence}</p>
        <LeaningsInWords proposal={proposal} />
        {proposal.summary && <p class="summary">{proposal.summary}</p>}
      </header>
      <TimesNotice request={request} times={times} retraction={proposal} />
      <section class="answer" aria-labelledby="stances">
        <div class="section-head">
          <h2 id="stances">Where everyone stands</h2>
          <DayForm request={request} asOf={times.asOf} />
        </div>
        <figure class="figure">
          <Picture proposal={proposal} language={language} isNarrowed={isNarrowed} asOf={times.asOf} hasMap />
        </figure>
        <Tools shell={shell} request={request} asked={asked} cite={cite} embeds />
      </section>
      <HoldersTable request={request} proposal={proposal} groups={groups} language={language} />
      <Leanings proposal={proposal} language={language} />
      {history && <History history={history} />}
      <Context proposal={proposal} />
      <SourceList sources={proposal.sources} />
      <Method asked={asked}>
        <p>
          The bar counts standing positions: for each holder the latest position on this proposal by the day it was
          taken, and not retracted. A position is on record only where a source shows it. Having no position is not a
          stance, so the states without one stand in a bar of their own. Of them, as many were absent as the newest vote
          has absences. Leanings come from votes on related resolutions. They are computed, kept apart, and never added
          to the stances.
        </p>
      </Method>
    </article>
  );
}
