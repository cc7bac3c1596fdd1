-- Dissent.position: { actor(slug: "russia") { alignmentWith(with: {}) { dissents { nodes { position { id } } } } } }
select coalesce((
  select coalesce('{"alignmentWith":' || (
    select coalesce('{"dissents":{"nodes":[' || coalesce((
      select string_agg(coalesce('{"position":' || (
        select coalesce('{"id":"␟iposition ' || position_4."id" || '␟"}', '␟nDissent.position␟') from "Position" position_4 where position_4."id" = dissents_3."id"
      ) || '}', '␟nDissentConnection.nodes␟'), ',') from (
        select alignmentWith_2."actorId" as "id"
      ) parent cross join lateral (
        select dissent.* from (
          select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
            select own.*, true as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1) and own."holderId" = parent."id" offset 0
          ) own join (
            select position."subjectId", count(*) filter (where position."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')) as "yes",count(*) filter (where position."stance" in ('ABSTAINS', 'UNDECIDED')) as "abstain",count(*) filter (where position."stance" in ('OPPOSES')) as "no" from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1)) group by position."subjectId"
          ) tally on tally."subjectId" = own."subjectId" cross join lateral (
            select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
          ) others ) compared where compared."majority" is not null
        ) dissent where (dissent."vote" <> dissent."majority") order by dissent."sinceEarliest" asc,dissent."id" asc limit 25
      ) dissents_3
    ), '') || ']}}', '␟nActor.alignmentWith␟') from (
      select actor_1."id" as "actorId", numbers.*, case when numbers."compared" >= $1::int then (numbers."compared" - numbers."against")::float8 / nullif(numbers."compared", 0) end as "score" from (
        select count(*) as "compared", count(*) filter (where compared."vote" <> compared."majority") as "against" from (
          select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
            select own.*, true as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1) and own."holderId" = actor_1."id" offset 0
          ) own join (
            select position."subjectId", count(*) filter (where position."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')) as "yes",count(*) filter (where position."stance" in ('ABSTAINS', 'UNDECIDED')) as "abstain",count(*) filter (where position."stance" in ('OPPOSES')) as "no" from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1)) group by position."subjectId"
          ) tally on tally."subjectId" = own."subjectId" cross join lateral (
            select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
          ) others ) compared where compared."majority" is not null
        ) compared
      ) numbers
    ) alignmentWith_2
  ) || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $2 and actor_1."retractedAt" is null
), 'null') as "json";

-- Dissent.subject: { actor(slug: "russia") { alignmentWith(with: {}) { dissents { nodes { subject { __typename } } } } } }
select coalesce((
  select coalesce('{"alignmentWith":' || (
    select coalesce('{"dissents":{"nodes":[' || coalesce((
      select string_agg(coalesce('{"subject":' || case when dissents_3."proposalId" is not null then (
        select '{"__typename":"Proposal"}' from "Proposal" subject_4 where subject_4."id" = dissents_3."proposalId"
      ) when dissents_3."policyActionId" is not null then (
        select '{"__typename":"PolicyAction"}' from "PolicyAction" subject_4 where subject_4."id" = dissents_3."policyActionId"
      ) end || '}', '␟nDissentConnection.nodes␟'), ',') from (
        select alignmentWith_2."actorId" as "id"
      ) parent cross join lateral (
        select dissent.* from (
          select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
            select own.*, true as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1) and own."holderId" = parent."id" offset 0
          ) own join (
            select position."subjectId", count(*) filter (where position."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')) as "yes",count(*) filter (where position."stance" in ('ABSTAINS', 'UNDECIDED')) as "abstain",count(*) filter (where position."stance" in ('OPPOSES')) as "no" from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1)) group by position."subjectId"
          ) tally on tally."subjectId" = own."subjectId" cross join lateral (
            select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
          ) others ) compared where compared."majority" is not null
        ) dissent where (dissent."vote" <> dissent."majority") order by dissent."sinceEarliest" asc,dissent."id" asc limit 25
      ) dissents_3
    ), '') || ']}}', '␟nActor.alignmentWith␟') from (
      select actor_1."id" as "actorId", numbers.*, case when numbers."compared" >= $1::int then (numbers."compared" - numbers."against")::float8 / nullif(numbers."compared", 0) end as "score" from (
        select count(*) as "compared", count(*) filter (where compared."vote" <> compared."majority") as "against" from (
          select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
            select own.*, true as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1) and own."holderId" = actor_1."id" offset 0
          ) own join (
            select position."subjectId", count(*) filter (where position."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')) as "yes",count(*) filter (where position."stance" in ('ABSTAINS', 'UNDECIDED')) as "abstain",count(*) filter (where position."stance" in ('OPPOSES')) as "no" from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1)) group by position."subjectId"
          ) tally on tally."subjectId" = own."subjectId" cross join lateral (
            select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
          ) others ) compared where compared."majority" is not null
        ) compared
      ) numbers
    ) alignmentWith_2
  ) || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $2 and actor_1."retractedAt" is null
), 'null') as "json";
