-- Alignment.actor: { actor(slug: "russia") { alignmentWith(with: {}) { actor { id } } } }
select coalesce((
  select coalesce('{"alignmentWith":' || (
    select coalesce('{"actor":' || (
      select coalesce('{"id":"␟iactor ' || actor_3."id" || '␟"}', '␟nAlignment.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = alignmentWith_2."actorId"
    ) || '}', '␟nActor.alignmentWith␟') from (
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

-- Alignment.aligned: { actor(slug: "russia") { alignmentWith(with: {}) { aligned } } }
select coalesce((
  select coalesce('{"alignmentWith":' || (
    select coalesce('{"aligned":' || (alignmentWith_2."compared" - alignmentWith_2."against")::text || '}', '␟nActor.alignmentWith␟') from (
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

-- Alignment.dissents: { actor(slug: "russia") { alignmentWith(with: {}) { dissents { nodes { abstain } } } } }
select coalesce((
  select coalesce('{"alignmentWith":' || (
    select coalesce('{"dissents":{"nodes":[' || coalesce((
      select string_agg(coalesce('{"abstain":' || (dissents_3."abstain")::text || '}', '␟nDissentConnection.nodes␟'), ',') from (
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

-- Alignment.formula: { actor(slug: "russia") { alignmentWith(with: {}) { formula { definition } } } }
select coalesce((
  select coalesce('{"alignmentWith":' || (
    select coalesce('{"formula":' || (
      select coalesce('{"definition":' || to_json(formula_3."definition")::text || '}', '␟nAlignment.formula␟') from (
        select $1::text as "name", $2::text as "version", $3::text as "definition", $4::text as "reference"
      ) formula_3
    ) || '}', '␟nActor.alignmentWith␟') from (
      select actor_1."id" as "actorId", numbers.*, case when numbers."compared" >= $5::int then (numbers."compared" - numbers."against")::float8 / nullif(numbers."compared", 0) end as "score" from (
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
  ) || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $6 and actor_1."retractedAt" is null
), 'null') as "json";
