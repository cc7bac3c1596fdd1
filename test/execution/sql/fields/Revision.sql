-- Revision.changes: { actor(slug: "russia") { revisions { nodes { changes { after } } } } }
select coalesce((
  select coalesce('{"revisions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"changes":␟j0 ' || (json_build_array(revisions_2."before", revisions_2."after"))::text || '␟}', '␟nRevisionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select revision.* from "Revision" revision where (revision."entityId" = parent."id") order by revision."version" desc limit 25
    ) revisions_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";
