-- ActorName.duringBounds: { actor(slug: "russia") { names { duringBounds { earliest } } } }
select coalesce((
  select coalesce('{"names":[' || coalesce((
    select string_agg(coalesce('{"duringBounds":' || coalesce((
      select coalesce('{"earliest":' || coalesce('"' || duringBounds_3."earliest" || '"', 'null') || '}', '␟nActorName.duringBounds␟') from (
        select nullif(names_2."duringEarliest", '0001-01-01'::date) as "earliest", nullif(names_2."duringLatest", '9999-12-31'::date) as "latest"
      ) duringBounds_3 where names_2."duringEarliest" is not null
    ), 'null') || '}', '␟nActor.names␟'), ',') from (
      select names_2.* from "ActorName" names_2 where names_2."actorId" = actor_1."id" order by names_2."ordinal"
    ) names_2
  ), '') || ']}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";
