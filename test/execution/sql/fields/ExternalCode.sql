-- ExternalCode.duringBounds: { actor(slug: "russia") { codes { duringBounds { earliest } } } }
select coalesce((
  select coalesce('{"codes":[' || coalesce((
    select string_agg(coalesce('{"duringBounds":' || coalesce((
      select coalesce('{"earliest":' || coalesce('"' || duringBounds_3."earliest" || '"', 'null') || '}', '␟nExternalCode.duringBounds␟') from (
        select nullif(codes_2."duringEarliest", '0001-01-01'::date) as "earliest", nullif(codes_2."duringLatest", '9999-12-31'::date) as "latest"
      ) duringBounds_3 where codes_2."duringEarliest" is not null
    ), 'null') || '}', '␟nActor.codes␟'), ',') from (
      select codes_2.* from "ExternalCode" codes_2 where codes_2."actorId" = actor_1."id" order by codes_2."ordinal"
    ) codes_2
  ), '') || ']}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";
