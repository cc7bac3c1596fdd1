select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"revisions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"changes":␟j0 ' || (json_build_array(revisions_2."before", revisions_2."after"))::text || '␟}', '␟nRevisionConnection.nodes␟'), ',') from (
      select sources_1."id" as "id"
    ) parent cross join lateral (
      select revision.* from "Revision" revision where (revision."entityId" = parent."id") order by revision."version" desc limit 1
    ) revisions_2
  ), '') || ']}}', '␟nSourceConnection.nodes␟'), ',') from (
    select source.* from "Source" source where (source."retractedAt" is null and true) order by source."title" asc,source."id" asc limit 1
  ) sources_1
), '') || ']}' as "json";
