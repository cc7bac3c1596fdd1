import type { VNode } from "preact";
import { address, changed } from "../../address.js";
import { countOf, dateText } from "../../dates.js";
import { Evidence } from "../../parts/evidence.js";
import { FilterForm } from "../../parts/filter-form.js";
import { SourceLinks } from "../../parts/sources.js";
import { StanceMark } from "../../parts/stance-mark.js";
import { SubjectLink } from "../../parts/subject-link.js";
import type { PageRequest } from "../../site.js";
import { basisLabel } from "../../stance.js";
import type { Actor, Held } from "./summary.js";

interface PositionsProps {
  readonly request: PageRequest;
  readonly positions: Actor["positions"];
}

/** What an actor holds, the newest first. */
export function PositionsTable({ request, positions: { nodes, totalCount, pageInfo } }: PositionsProps): VNode {
  const topic = request.query.get("topic");
  return (
    <section aria-labelledby="positions">
      <div class="section-head">
        <h2 id="positions">Positions, the newest first</h2>
        <p class="count">{countOf(totalCount, "position")}</p>
      </div>
      <FilterForm request={request} />
      {topic && (
        <p class="explain">
          Only on the topic {topic}. <a href={changed(request, { topic: undefined, after: undefined })}>All topics</a>
        </p>
      )}
      {nodes.length === 0 ? (
        <p class="empty">No position on record fits. Silence is not a stance.</p>
      ) : (
        <section class="table-scroll" tabindex={0} aria-labelledby="positions">
          <table class="stacks">
            <thead>
              <tr>
                <th scope="col">Subject</th>
                <th scope="col">Stance</th>
                <th scope="col">Since</th>
                <th scope="col">Basis and evidence</th>
                <th scope="col">Written in</th>
              </tr>
            </thead>
            <tbody>
              {nodes.map((node) => (
                <PositionRow key={`${node.subject.__typename} ${node.subject.slug}`} node={node} request={request} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {pageInfo.hasNextPage && (
        <p>
          <a class="more" href={changed(request, { after: pageInfo.endCursor })}>
            Earlier positions
          </a>
        </p>
      )}
    </section>
  );
}

function PositionRow({ node, request }: { readonly node: Held; readonly request: PageRequest }): VNode {
  const { subject, stance, since, basis, conditions, through, evidence, allSources } = node;
  const topics = subject.__typename === "Proposal" ? subject.topics : [];
  return (
    <tr>
      <th scope="row" class="subject">
        <SubjectLink subject={subject} />
        {topics.length > 0 && (
          <span class="aside">
            {topics.map(({ slug, name }, index) => (
              <span key={slug}>
                {index > 0 && ", "}
                <a href={address(request.path, { topic: slug })}>{name}</a>
              </span>
            ))}
          </span>
        )}
      </th>
      <td>
        <StanceMark stance={stance} />
        {conditions && <span class="aside">{conditions}</span>}
        {through && <span class="aside">through {through.name}</span>}
      </td>
      <td class="day">{dateText(since)}</td>
      <td class="words">
        <span class="basis">{basisLabel(basis)}</span> <Evidence evidence={evidence} />
      </td>
      <td class="words">
        <SourceLinks sources={allSources} />
      </td>
    </tr>
  );
}
