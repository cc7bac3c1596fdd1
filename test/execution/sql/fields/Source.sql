-- Source.publishedOnBounds: { node(id: "source_00000000000000000000000000") { ... on Source { publishedOnBounds { earliest } } } }
select coalesce((
  select coalesce('{"publishedOnBounds":' || coalesce((
    select coalesce('{"earliest":' || coalesce('"' || publishedOnBounds_2."earliest" || '"', 'null') || '}', '␟nSource.publishedOnBounds␟') from (
      select nullif(node_1."publishedOnEarliest", '0001-01-01'::date) as "earliest", nullif(node_1."publishedOnLatest", '9999-12-31'::date) as "latest"
    ) publishedOnBounds_2 where node_1."publishedOnEarliest" is not null
  ), 'null') || '}', '␟nQuery.node␟') from "Source" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Source.revisions: { node(id: "source_00000000000000000000000000") { ... on Source { revisions { nodes { action } } } } }
select coalesce((
  select coalesce('{"revisions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"action":"' || revisions_2."action" || '"}', '␟nRevisionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select revision.* from "Revision" revision where (revision."entityId" = parent."id") order by revision."version" desc limit 25
    ) revisions_2
  ), '') || ']}}', '␟nQuery.node␟') from "Source" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Source.slug: { node(id: "source_00000000000000000000000000") { ... on Source { slug } } }
select coalesce((
  select coalesce('{"slug":"' || node_1."slug" || '"}', '␟nQuery.node␟') from "Source" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Source.statements: { node(id: "source_00000000000000000000000000") { ... on Source { statements { nodes { id } } } } }
select coalesce((
  select coalesce('{"statements":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟istatement ' || statements_2."id" || '␟"}', '␟nStatementConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select statement.* from "Statement" statement where (statement."retractedAt" is null and statement."id" in ( select cited."statementId" from "StatementSource" cited where cited."sourceId" = parent."id") and true) order by statement."madeOnEarliest" asc,statement."id" asc limit 25
    ) statements_2
  ), '') || ']}}', '␟nQuery.node␟') from "Source" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
