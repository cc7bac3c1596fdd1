import type { VNode } from "preact";
import { actorPath, groupPath, statementPath } from "../../address.js";
import { countOf, dateText } from "../../dates.js";
import { labelOf } from "../../parts/label.js";
import { SourceLinks } from "../../parts/sources.js";
import type { Actor } from "./summary.js";

/** What an actor said and did, and where it belongs. */
export const Deeds = ({ actor: { statements, policyActions, affiliations } }: { readonly actor: Actor }): VNode => (
  <>
    {statements.nodes.length > 0 && (
      <section aria-labelledby="said">
        <div class="section-head">
          <h2 id="said">What it said</h2>
          <p class="count">{newest(statements.nodes.length, statements.totalCount, "statement")}</p>
        </div>
        <ol class="history">
          {statements.nodes.map(({ slug, madeOn, summary, speaker, sources }) => (
            <li key={slug}>
              <span class="time">{dateText(madeOn)}</span>
              <div>
                <a href={statementPath(slug)}>{summary}</a>
                <span class="aside">
                  {speaker?.name} <SourceLinks sources={sources} />
                </span>
              </div>
            </li>
          ))}
        </ol>
      </section>
    )}
    {policyActions.nodes.length > 0 && (
      <section aria-labelledby="did">
        <div class="section-head">
          <h2 id="did">What it did or announced</h2>
          <p class="count">{newest(policyActions.nodes.length, policyActions.totalCount, "policy action")}</p>
        </div>
        <ol class="history">
          {policyActions.nodes.map(({ slug, title, announcedOn, during, sources }) => (
            <li key={slug}>
              <span class="time">{dateText(announcedOn ?? during)}</span>
              <div>
                {title}
                <span class="aside">
                  <SourceLinks sources={sources} />
                </span>
              </div>
            </li>
          ))}
        </ol>
      </section>
    )}
    {affiliations.nodes.length > 0 && (
      <section aria-labelledby="belongs">
        <h2 id="belongs">Offices and memberships</h2>
        <ul class="entries two">
          {affiliations.nodes.map(({ kind, role, acting, during, organization }) => (
            <li key={`${kind} ${role} ${organization.slug} ${during}`}>
              <a href={organizationPath(kind, organization.slug)}>{organization.name}</a>
              <span class="aside">
                {role ?? labelOf(kind)}
                {acting && ", acting"}
                {during && `, ${dateText(during)}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
);

/** Members lead to the group and how it votes; an office leads to the body. */
const organizationPath = (kind: string, slug: string): string =>
  kind === "MEMBERSHIP" ? groupPath(slug) : actorPath(slug);

const newest = (shown: number, all: number, noun: string): string =>
  shown < all ? `the newest ${shown} of ${countOf(all, noun)}` : countOf(all, noun);
