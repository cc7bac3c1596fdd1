select coalesce((
  select coalesce('{"positions":' || (
    with page as materialized (
      select listed.*, row_number() over () as "n" from (
        select actor_1."id" as "id"
      ) parent cross join lateral (
        select position.*, (position."sinceEarliest")::text as "key0", (position."id")::text as "key1" from "Position" position where ((position."holderId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
          select gone."id" from "Actor" gone where gone."retractedAt" is not null
        ))::int <> 1 and (position."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1)) order by position."sinceEarliest" asc,position."id" asc limit 3
      ) listed
    ) select '{"totalCount":' || (
      select count(*)::text from (
        select actor_1."id" as "id"
      ) parent cross join lateral ( select from "Position" position where (position."holderId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) counted
    ) || ',"pageInfo":{"hasNextPage":' || exists (
      select from page where page."n" > 2
    )::text || ',"endCursor":' || coalesce((
      select '"␟c["Position.SINCE","ASC",' || to_json(page."key0") || ',' || to_json(page."key1") || ']␟"' from page where page."n" <= 2 order by page."n" desc limit 1
    ), 'null') || '},"nodes":[' || coalesce((
      select string_agg(coalesce('{"stance":"' || positions_2."stance" || '"}', '␟nPositionConnection.nodes␟'), ',') from page positions_2 where positions_2."n" <= 2
    ), '') || ']}'
  ) || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";
