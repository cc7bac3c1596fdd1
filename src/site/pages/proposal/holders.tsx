import type { VNode } from "preact";
import { actorPath, changed } from "../../address.js";
import { countOf, dateText } from "../../dates.js";
import { nameIn } from "../../languages.js";
import { Evidence } from "../../parts/evidence.js";
import { FilterForm, type Group } from "../../parts/filter-form.js";
import { SourceLinks } from "../../parts/sources.js";
import { StanceMark } from "../../parts/stance-mark.js";
import type { PageRequest } from "../../site.js";
import { basisLabel } from "../../stance.js";
import type { Holding, Proposal } from "./summary.js";

interface TableProps {
  readonly request: PageRequest;
  readonly proposal: Proposal;
  readonly groups: readonly Group[];
  readonly language: string;
}

/** Who holds which stance, since when, on what evidence. */
export function HoldersTable({ request, proposal: { positions }, groups, language }: TableProps): VNode {
  const { nodes, totalCount, pageInfo } = positions;
  return (
    <section aria-labelledby="holders">
      <div class="section-head">
        <h2 id="holders">Who holds which stance</h2>
        <p class="count">{countOf(totalCount, "position")}</p>
      </div>
      <FilterForm request={request} groups={groups} />
      {nodes.length === 0 ? (
        <p class="empty">No position on record fits. Silence is not a stance.</p>
      ) : (
        <section class="table-scroll" tabindex={0} aria-labelledby="holders">
          <table class="stacks">
            <thead>
              <tr>
                <SortHead request={request} name="holder" label="Holder" />
                <SortHead request={request} name="stance" label="Stance" />
                <SortHead request={request} name="since" label="Since" />
                <th scope="col">Basis and evidence</th>
                <th scope="col">Written in</th>
              </tr>
            </thead>
            <tbody>
              {nodes.map((node) => (
                <HolderRow key={node.id} node={node} language={language} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {pageInfo.hasNextPage && (
        <p>
          <a class="more" href={changed(request, { after: pageInfo.endCursor })}>
            Next positions
          </a>
        </p>
      )}
    </section>
  );
}

/** The head of a column by which a table can be sorted. */
function SortHead({ request, name, label }: { request: PageRequest; name: string; label: string }): VNode {
  const sort = request.query.get("sort") ?? "holder";
  const isUp = sort === name;
  const isDown = sort === `-${name}`;
  return (
    <th scope="col" aria-sort={sortState(isUp, isDown)}>
      <a href={changed(request, { sort: isUp ? `-${name}` : name, after: undefined })}>{label}</a>
    </th>
  );
}

function sortState(isUp: boolean, isDown: boolean): "ascending" | "descending" | undefined {
  if (isUp) return "ascending";
  return isDown ? "descending" : undefined;
}

function HolderRow({ node, language }: { readonly node: Holding; readonly language: string }): VNode {
  const { holder, through, stance, since, basis, conditions, evidence, allSources } = node;
  return (
    <tr>
      <th scope="row">
        <a href={actorPath(holder.slug)}>{nameIn(holder, language)}</a>
        {through && (
          <span class="aside">
            through <a href={actorPath(through.slug)}>{through.name}</a>
          </span>
        )}
      </th>
      <td>
        <StanceMark stance={stance} />
        {conditions && <span class="aside">{conditions}</span>}
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
