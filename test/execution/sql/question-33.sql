select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"name":' || to_json(actors_1."name")::text || ',"members":{"totalCount":' || (
    select count(*)::text from (
      select actors_1."id" as "id"
    ) parent cross join lateral ( select from "Actor" actor where actor."retractedAt" is null and actor."id" in (
      select membership."memberId" from "Affiliation" membership where membership."organizationId" = parent."id" and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= $1::date and membership."duringLatest" >= $2::date))
    ) and true) counted
  ) || '},"membersComplete":' || (coalesce(actors_1."membersCompleteDuringStartLatest" <= $3::date and actors_1."membersCompleteDuringEndEarliest" >= $4::date, false))::text || ',"membersCompleteDuring":' || coalesce(to_json(actors_1."membersCompleteDuring")::text, 'null') || ',"membersSource":' || coalesce((
    select coalesce('{"title":' || to_json(membersSource_2."title")::text || ',"url":' || coalesce(to_json(membersSource_2."url")::text, 'null') || '}', '␟nActor.membersSource␟') from "Source" membersSource_2 where membersSource_2."id" = actors_1."membersSourceId"
  ), 'null') || ',"others":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"kind":"' || affiliations_2."kind" || '","member":' || (
      select coalesce('{"name":' || to_json(member_3."name")::text || '}', '␟nAffiliation.member␟') from "Actor" named join "Actor" member_3 on member_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = affiliations_2."memberId"
    ) || '}', '␟nAffiliationConnection.nodes␟'), ',') from (
      select actors_1."id" as "id"
    ) parent cross join lateral (
      select affiliation.* from "Affiliation" affiliation where (affiliation."organizationId" = parent."id" and affiliation."retractedAt" is null and (affiliation."during" is null or (affiliation."duringStartLatest" <= $5::date and affiliation."duringLatest" >= $6::date)) and (affiliation."kind" = any($7::text[]::"AffiliationKind"[]))) order by coalesce(affiliation."duringEarliest", '9999-12-31'::date) asc,affiliation."id" asc limit 25
    ) affiliations_2
  ), '') || ']}}', '␟nActorConnection.nodes␟'), ',') from (
    select actor.* from "Actor" actor where (actor."retractedAt" is null and true and (actor."id" in (
      select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($8::text[])
    ))) order by actor."name" asc,actor."id" asc limit 25
  ) actors_1
), '') || ']}' as "json";
