import { anyOf, type Condition } from "../../../db/reading/conditions.js";
import { join, raw, type Sql, sql } from "../../../db/sql.js";
import type { ListSql } from "../../../graphql/field-sql.js";
import { type SourceFilter, sourceWithId } from "../../sources/index.js";

/** Where the sources of a position are: its own first, then those of its evidence. */
const citations: readonly { table: string; owner: string; of: string; when?: (position: Sql) => Sql }[] = [
  { table: "PositionSource", owner: "positionId", of: "id" },
  { table: "StatementSource", owner: "statementId", of: "evidenceStatementId" },
  { table: "RollCallSource", owner: "rollCallId", of: "evidenceRollCallId" },
  { table: "PolicyActionSource", owner: "policyActionId", of: "evidencePolicyActionId" },
  // A sponsorship has no evidence but its proposal.
  {
    ...{ table: "ProposalSource", owner: "proposalId", of: "proposalId" },
    when: (position) => sql`${position}."basis" = 'SPONSORSHIP'`,
  },
];

const columns = ({ owner, of, table }: (typeof citations)[number], position: Sql) => ({
  links: raw(`"${table}" cited`),
  owner: raw(`cited."${owner}"`),
  id: sql`${position}.${raw(`"${of}"`)}`,
});

/** The ids of the sources of a position and of its evidence, each once. */
export function sourcesOf(position: Sql): Sql {
  const parts = citations.map((citation) => {
    const { links, owner, id } = columns(citation, position);
    const when = citation.when ? sql` and ${citation.when(position)}` : raw("");
    return sql`select cited."sourceId" from ${links} where ${owner} = ${id}${when}`;
  });
  return join(parts, " union ");
}

/** Whether a position or its evidence has a source that matches; undefined where the filter demands nothing. */
export function citesSource(position: Sql, where: SourceFilter | null | undefined): Condition {
  const matches = sourceWithId(sql`cited."sourceId"`, where);
  if (!matches) return undefined;
  // A list for each table, made once a query, rather than a look at each position's sources.
  return anyOf(
    citations.map((citation) => {
      const { links, owner, id } = columns(citation, position);
      const cited = sql`${id} in (select ${owner} from ${links} where ${matches})`;
      return citation.when ? sql`(${citation.when(position)} and ${cited})` : cited;
    }),
  );
}

/** The sources of a position and of its evidence, its own first, each once. */
export const allSources: ListSql = {
  kind: "list",
  rows: (source, position) => {
    const parts = citations.map((citation, place) => {
      const { links, owner, id } = columns(citation, position);
      const when = citation.when ? sql` and ${citation.when(position)}` : raw("");
      return sql`select cited."sourceId", ${raw(String(place))} as "place", cited."ordinal" from ${links}
        where ${owner} = ${id}${when}`;
    });
    return {
      from: sql`(select distinct on (each."sourceId") each.* from (${join(parts, " union all ")}) each
        order by each."sourceId", each."place", each."ordinal") cited
        join "Source" source on source."id" = cited."sourceId"
        cross join lateral (select source.*, cited."place", cited."ordinal") ${source}`,
      where: sql`source."retractedAt" is null`,
      orderBy: sql`${source}."place", ${source}."ordinal", ${source}."id"`,
    };
  },
  item: { kind: "sameRow" },
};
