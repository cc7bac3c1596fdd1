select coalesce((
  select coalesce('{"name":' || to_json(actor_1."name")::text || ',"alignmentWith":' || (
    select coalesce('{"compared":' || (alignmentWith_2."compared")::text || ',"against":' || (alignmentWith_2."against")::text || ',"score":' || coalesce((alignmentWith_2."score")::text, 'null') || ',"dissents":{"totalCount":' || (
      select count(*)::text from (
        select alignmentWith_2."actorId" as "id"
      ) parent cross join lateral ( select from (
        select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
          select own.*, (exists (
            select from "Affiliation" membership where membership."memberId" = own."holderId" and membership."organizationId" in (
              select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($1::text[])
            ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= own."sinceLatest"::date and membership."duringLatest" >= own."sinceLatest"::date))
          )) as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and (own."subjectId" in (
            select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
          ))::int <> 1 and (own."basis" = any($2::text[]::"PositionBasis"[]) and own."evidenceRollCallId" in (
            select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
              select body."id" from "Actor" body where body."id" in (
                select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($3::text[])
              ) and body."retractedAt" is null
            ) and roll_call."session" = $4::int))
          ))) and own."holderId" = parent."id" offset 0
        ) own join (
          select position."subjectId", count(*) filter (where position."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')) as "yes",count(*) filter (where position."stance" in ('ABSTAINS', 'UNDECIDED')) as "abstain",count(*) filter (where position."stance" in ('OPPOSES')) as "no" from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and (position."subjectId" in (
            select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
          ))::int <> 1 and (position."basis" = any($5::text[]::"PositionBasis"[]) and position."evidenceRollCallId" in (
            select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
              select body."id" from "Actor" body where body."id" in (
                select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($6::text[])
              ) and body."retractedAt" is null
            ) and roll_call."session" = $7::int))
          ))) and (exists (
            select from "Affiliation" membership where membership."memberId" = position."holderId" and membership."organizationId" in (
              select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($8::text[])
            ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= position."sinceLatest"::date and membership."duringLatest" >= position."sinceLatest"::date))
          ))) group by position."subjectId"
        ) tally on tally."subjectId" = own."subjectId" cross join lateral (
          select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
        ) others ) compared where compared."majority" is not null
      ) dissent where dissent."vote" <> dissent."majority") counted
    ) || ',"nodes":[' || coalesce((
      select string_agg(coalesce('{"subject":' || case when dissents_3."proposalId" is not null then (
        select coalesce('{"slug":"' || subject_4."slug" || '","title":' || to_json(subject_4."title")::text || '}', '␟nDissent.subject␟') from "Proposal" subject_4 where subject_4."id" = dissents_3."proposalId"
      ) when dissents_3."policyActionId" is not null then (
        select '{}' from "PolicyAction" subject_4 where subject_4."id" = dissents_3."policyActionId"
      ) end || ',"vote":"' || dissents_3."vote" || '","majority":"' || dissents_3."majority" || '","yes":' || (dissents_3."yes")::text || ',"abstain":' || (dissents_3."abstain")::text || ',"no":' || (dissents_3."no")::text || ',"position":' || (
        select coalesce('{"since":' || to_json(position_4."since")::text || '}', '␟nDissent.position␟') from "Position" position_4 where position_4."id" = dissents_3."id"
      ) || '}', '␟nDissentConnection.nodes␟'), ',') from (
        select alignmentWith_2."actorId" as "id"
      ) parent cross join lateral (
        select dissent.* from (
          select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
            select own.*, (exists (
              select from "Affiliation" membership where membership."memberId" = own."holderId" and membership."organizationId" in (
                select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($9::text[])
              ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= own."sinceLatest"::date and membership."duringLatest" >= own."sinceLatest"::date))
            )) as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."basis" = any($10::text[]::"PositionBasis"[]) and own."evidenceRollCallId" in (
              select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
                select body."id" from "Actor" body where body."id" in (
                  select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($11::text[])
                ) and body."retractedAt" is null
              ) and roll_call."session" = $12::int))
            ))) and own."holderId" = parent."id" offset 0
          ) own join (
            select position."subjectId", count(*) filter (where position."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')) as "yes",count(*) filter (where position."stance" in ('ABSTAINS', 'UNDECIDED')) as "abstain",count(*) filter (where position."stance" in ('OPPOSES')) as "no" from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."basis" = any($13::text[]::"PositionBasis"[]) and position."evidenceRollCallId" in (
              select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
                select body."id" from "Actor" body where body."id" in (
                  select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($14::text[])
                ) and body."retractedAt" is null
              ) and roll_call."session" = $15::int))
            ))) and (exists (
              select from "Affiliation" membership where membership."memberId" = position."holderId" and membership."organizationId" in (
                select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($16::text[])
              ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= position."sinceLatest"::date and membership."duringLatest" >= position."sinceLatest"::date))
            ))) group by position."subjectId"
          ) tally on tally."subjectId" = own."subjectId" cross join lateral (
            select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
          ) others ) compared where compared."majority" is not null
        ) dissent where (dissent."vote" <> dissent."majority") order by dissent."sinceEarliest" asc,dissent."id" asc limit 100
      ) dissents_3
    ), '') || ']}}', '␟nActor.alignmentWith␟') from (
      select actor_1."id" as "actorId", numbers.*, case when numbers."compared" >= $17::int then (numbers."compared" - numbers."against")::float8 / nullif(numbers."compared", 0) end as "score" from (
        select count(*) as "compared", count(*) filter (where compared."vote" <> compared."majority") as "against" from (
          select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
            select own.*, (exists (
              select from "Affiliation" membership where membership."memberId" = own."holderId" and membership."organizationId" in (
                select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($18::text[])
              ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= own."sinceLatest"::date and membership."duringLatest" >= own."sinceLatest"::date))
            )) as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."basis" = any($19::text[]::"PositionBasis"[]) and own."evidenceRollCallId" in (
              select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
                select body."id" from "Actor" body where body."id" in (
                  select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($20::text[])
                ) and body."retractedAt" is null
              ) and roll_call."session" = $21::int))
            ))) and own."holderId" = actor_1."id" offset 0
          ) own join (
            select position."subjectId", count(*) filter (where position."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')) as "yes",count(*) filter (where position."stance" in ('ABSTAINS', 'UNDECIDED')) as "abstain",count(*) filter (where position."stance" in ('OPPOSES')) as "no" from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."basis" = any($22::text[]::"PositionBasis"[]) and position."evidenceRollCallId" in (
              select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
                select body."id" from "Actor" body where body."id" in (
                  select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($23::text[])
                ) and body."retractedAt" is null
              ) and roll_call."session" = $24::int))
            ))) and (exists (
              select from "Affiliation" membership where membership."memberId" = position."holderId" and membership."organizationId" in (
                select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($25::text[])
              ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= position."sinceLatest"::date and membership."duringLatest" >= position."sinceLatest"::date))
            ))) group by position."subjectId"
          ) tally on tally."subjectId" = own."subjectId" cross join lateral (
            select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
          ) others ) compared where compared."majority" is not null
        ) compared
      ) numbers
    ) alignmentWith_2
  ) || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $26 and actor_1."retractedAt" is null
), 'null') as "json";
