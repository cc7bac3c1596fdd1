import type { VNode } from "preact";
import type { WhatChangedInATimeQuery } from "standpoint-client/questions/what-changed-in-a-time";
import { actorPath, meetingPath, proposalPath, rollCallPath, statementPath } from "../address.js";
import { countOf, dateText } from "../dates.js";
import { stanceLabel } from "../stance.js";
import { labelOf } from "./label.js";
import { SubjectLink } from "./subject-link.js";
import { readableTitle } from "./title.js";

export type Change = Omit<WhatChangedInATimeQuery["changes"]["nodes"][number], "count"> & { readonly count?: number };

/** Changes of the record by day, in the order in which they are given. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }): VNode {
  const days = new Map<string, Change[]>();
  for (const change of changes) {
    const day = change.recordedAt.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), change]);
  }
  return (
    <>
      {[...days].map(([day, entries]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <div class="section-head">
            <h2 id={`day-${day}`}>{dateText(day)}</h2>
            <p class="count">{countOf(entries.length, "change")}</p>
          </div>
          <ul class="entries">
            {entries.map((change) => (
              <li key={change.cursor}>
                <ChangeEntry change={change} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function ChangeEntry({ change }: { readonly change: Change }): VNode {
  const { action, kind, count = 1, author, reason, recordedAt, version, entity } = change;
  return (
    <>
      <span class={`action action-${action.toLowerCase()}`}>{labelOf(action)}</span>{" "}
      {entity ? <Entity entity={entity} kind={kind} /> : countOf(count, labelOf(kind).toLowerCase())}
      {reason && <p class="reason">{reason}</p>}
      <span class="aside">
        {recordedAt.slice(11, 16)} UTC by {author}
        {version && version > 1 ? `, version ${version}` : ""}
      </span>
    </>
  );
}

interface EntityProps {
  readonly entity: NonNullable<Change["entity"]>;
  readonly kind: Change["kind"];
}

function Entity({ entity, kind }: EntityProps): VNode {
  switch (entity.__typename) {
    case "Actor":
      return <a href={actorPath(entity.slug)}>{entity.name}</a>;
    case "Statement":
      return <a href={statementPath(entity.slug)}>{entity.summary}</a>;
    case "Proposal":
      return <a href={proposalPath(entity.slug)}>{readableTitle(entity.title)}</a>;
    case "Position":
      return (
        <>
          <a href={actorPath(entity.holder.slug)}>{entity.holder.name}</a> {stanceLabel(entity.stance).toLowerCase()}{" "}
          <SubjectLink subject={entity.subject} /> since {dateText(entity.since)}
        </>
      );
    case "RollCall":
      return (
        <>
          Roll call of {dateText(entity.heldOn)}:{" "}
          <a href={rollCallPath(entity.slug)}>{readableTitle(entity.proposal.title)}</a>
        </>
      );
    case "Meeting":
      return <a href={meetingPath(entity.slug)}>{entity.title}</a>;
    case "Source":
      return <>Source: {entity.url ? <a href={entity.url}>{entity.title}</a> : entity.title}</>;
    default:
      return <>{"title" in entity ? `${labelOf(kind)}: ${entity.title}` : labelOf(kind)}</>;
  }
}
