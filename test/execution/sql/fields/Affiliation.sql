-- Affiliation.duringBounds: { node(id: "affiliation_00000000000000000000000000") { ... on Affiliation { duringBounds { earliest } } } }
select coalesce((
  select coalesce('{"duringBounds":' || coalesce((
    select coalesce('{"earliest":' || coalesce('"' || duringBounds_2."earliest" || '"', 'null') || '}', '␟nAffiliation.duringBounds␟') from (
      select nullif(node_1."duringEarliest", '0001-01-01'::date) as "earliest", nullif(node_1."duringLatest", '9999-12-31'::date) as "latest"
    ) duringBounds_2 where node_1."duringEarliest" is not null
  ), 'null') || '}', '␟nQuery.node␟') from "Affiliation" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Affiliation.member: { node(id: "affiliation_00000000000000000000000000") { ... on Affiliation { member { id } } } }
select coalesce((
  select coalesce('{"member":' || (
    select coalesce('{"id":"␟iactor ' || member_2."id" || '␟"}', '␟nAffiliation.member␟') from "Actor" named join "Actor" member_2 on member_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = node_1."memberId"
  ) || '}', '␟nQuery.node␟') from "Affiliation" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Affiliation.organization: { node(id: "affiliation_00000000000000000000000000") { ... on Affiliation { organization { id } } } }
select coalesce((
  select coalesce('{"organization":' || (
    select coalesce('{"id":"␟iactor ' || organization_2."id" || '␟"}', '␟nAffiliation.organization␟') from "Actor" named join "Actor" organization_2 on organization_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = node_1."organizationId"
  ) || '}', '␟nQuery.node␟') from "Affiliation" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Affiliation.revisions: { node(id: "affiliation_00000000000000000000000000") { ... on Affiliation { revisions { nodes { action } } } } }
select coalesce((
  select coalesce('{"revisions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"action":"' || revisions_2."action" || '"}', '␟nRevisionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select revision.* from "Revision" revision where (revision."entityId" = parent."id") order by revision."version" desc limit 25
    ) revisions_2
  ), '') || ']}}', '␟nQuery.node␟') from "Affiliation" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Affiliation.sources: { node(id: "affiliation_00000000000000000000000000") { ... on Affiliation { sources { id } } } }
select coalesce((
  select coalesce('{"sources":[' || coalesce((
    select string_agg(coalesce('{"id":"␟isource ' || sources_2."id" || '␟"}', '␟nAffiliation.sources␟'), ',') from (
      select sources_2.* from "AffiliationSource" link join "Source" sources_2 on sources_2."id" = link."sourceId" where link."affiliationId" = node_1."id" and sources_2."retractedAt" is null order by link."ordinal", sources_2."id"
    ) sources_2
  ), '') || ']}', '␟nQuery.node␟') from "Affiliation" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
