select coalesce((
  select coalesce('{"title":' || to_json(proposal_1."title")::text || ',"rollCalls":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"heldOn":' || to_json(rollCalls_2."heldOn")::text || ',"tally":{"counted":' || (
      select coalesce('{"yes":' || coalesce((counted_3."yes")::text, 'null') || ',"no":' || coalesce((counted_3."no")::text, 'null') || ',"abstain":' || coalesce((counted_3."abstain")::text, 'null') || '}', '␟nRollCallTally.counted␟') from (
        select rollCalls_2."countedYes" as "yes",rollCalls_2."countedNo" as "no",rollCalls_2."countedAbstain" as "abstain",rollCalls_2."countedAbsent" as "absent"
      ) counted_3
    ) || '}}', '␟nRollCallConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select roll_call.* from "RollCall" roll_call where ((roll_call."proposalId" = parent."id" and roll_call."retractedAt" is null and (roll_call."proposalId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by roll_call."heldOnEarliest" asc,roll_call."id" asc limit 25
    ) rollCalls_2
  ), '') || ']}}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $1 and proposal_1."retractedAt" is null
), 'null') as "json";

select '{"totalCount":' || (
  select count(*)::text from "Actor" actor where actor."retractedAt" is null and true and (actor."id" in (
    select membership."memberId" from "Affiliation" membership where membership."organizationId" in (
      select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($1::text[])
    ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= $2::date and membership."duringLatest" >= $3::date))
  ))
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"name":' || to_json(actors_1."name")::text || ',"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"stance":"' || positions_2."stance" || '","since":' || to_json(positions_2."since")::text || '}', '␟nPositionConnection.nodes␟'), ',') from (
      select actors_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."holderId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."slug" = any($4::text[])) union all select action."id" from "PolicyAction" action where action."retractedAt" is null and (action."slug" = any($5::text[]))) and position."basis" = any($6::text[]::"PositionBasis"[])))) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positions_2
  ), '') || ']}}', '␟nActorConnection.nodes␟'), ',') from (
    select actor.* from "Actor" actor where (actor."retractedAt" is null and true and (actor."id" in (
      select membership."memberId" from "Affiliation" membership where membership."organizationId" in (
        select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($7::text[])
      ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= $8::date and membership."duringLatest" >= $9::date))
    ))) order by actor."name" asc,actor."id" asc limit 25
  ) actors_1
), '') || ']}' as "json";

select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"name":' || to_json(actors_1."name")::text || ',"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"stance":"' || positions_2."stance" || '","since":' || to_json(positions_2."since")::text || '}', '␟nPositionConnection.nodes␟'), ',') from (
      select actors_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."holderId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."slug" = any($1::text[])) union all select action."id" from "PolicyAction" action where action."retractedAt" is null and (action."slug" = any($2::text[]))) and position."basis" = any($3::text[]::"PositionBasis"[])))) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positions_2
  ), '') || ']}}', '␟nActorConnection.nodes␟'), ',') from (
    select actor.* from "Actor" actor where (actor."retractedAt" is null and true and ((actor."id" in (
      select code."actorId" from "ExternalCode" code where code."scheme" = $4::text::"CodeScheme" and code."value" = any($5::text[])
    )))) order by actor."name" asc,actor."id" asc limit 25
  ) actors_1
), '') || ']}' as "json";
