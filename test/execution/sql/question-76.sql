select (
  with page as materialized (
    select listed.*, row_number() over () as "n" from (
      select alignment.*, (alignment."against")::text as "key0", (alignment."id")::text as "key1" from (
        select actor."id", actor."name", actor."id" as "actorId", numbers."compared", numbers."against", case when numbers."compared" >= $1::int then (numbers."compared" - numbers."against")::float8 / nullif(numbers."compared", 0) end as "score" from (
          select compared."holderId", count(*) as "compared", count(*) filter (where compared."vote" <> compared."majority") as "against" from (
            select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
              select own.*, (exists (
                select from "Affiliation" membership where membership."memberId" = own."holderId" and membership."organizationId" in (
                  select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($2::text[])
                ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= own."sinceLatest"::date and membership."duringLatest" >= own."sinceLatest"::date))
              )) as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
                select gone."id" from "Actor" gone where gone."retractedAt" is not null
              ))::int <> 1 and (own."subjectId" in (
                select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
              ))::int <> 1 and (own."basis" = any($3::text[]::"PositionBasis"[]) and own."evidenceRollCallId" in (
                select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
                  select body."id" from "Actor" body where body."id" in (
                    select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($4::text[])
                  ) and body."retractedAt" is null
                ) and roll_call."session" = $5::int))
              ))) and own."holderId" in (
                select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."id" in (
                  select membership."memberId" from "Affiliation" membership where membership."organizationId" in (
                    select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($6::text[])
                  ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= $7::date and membership."duringLatest" >= $8::date))
                ))
              ) offset 0
            ) own join (
              select position."subjectId", count(*) filter (where position."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')) as "yes",count(*) filter (where position."stance" in ('ABSTAINS', 'UNDECIDED')) as "abstain",count(*) filter (where position."stance" in ('OPPOSES')) as "no" from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
                select gone."id" from "Actor" gone where gone."retractedAt" is not null
              ))::int <> 1 and (position."subjectId" in (
                select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
              ))::int <> 1 and (position."basis" = any($9::text[]::"PositionBasis"[]) and position."evidenceRollCallId" in (
                select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
                  select body."id" from "Actor" body where body."id" in (
                    select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($10::text[])
                  ) and body."retractedAt" is null
                ) and roll_call."session" = $11::int))
              ))) and (exists (
                select from "Affiliation" membership where membership."memberId" = position."holderId" and membership."organizationId" in (
                  select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($12::text[])
                ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= position."sinceLatest"::date and membership."duringLatest" >= position."sinceLatest"::date))
              ))) group by position."subjectId"
            ) tally on tally."subjectId" = own."subjectId" cross join lateral (
              select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
            ) others ) compared where compared."majority" is not null
          ) compared group by 1
        ) numbers join "Actor" actor on actor."id" = numbers."holderId"
      ) alignment where (alignment."score" is not null) order by alignment."against" desc,alignment."id" desc limit 26
    ) listed
  ) select '{"totalCount":' || (
    select count(*)::text from (
      select actor."id", actor."name", actor."id" as "actorId", numbers."compared", numbers."against", case when numbers."compared" >= $13::int then (numbers."compared" - numbers."against")::float8 / nullif(numbers."compared", 0) end as "score" from (
        select compared."holderId", count(*) as "compared", count(*) filter (where compared."vote" <> compared."majority") as "against" from (
          select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
            select own.*, (exists (
              select from "Affiliation" membership where membership."memberId" = own."holderId" and membership."organizationId" in (
                select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($14::text[])
              ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= own."sinceLatest"::date and membership."duringLatest" >= own."sinceLatest"::date))
            )) as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."basis" = any($15::text[]::"PositionBasis"[]) and own."evidenceRollCallId" in (
              select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
                select body."id" from "Actor" body where body."id" in (
                  select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($16::text[])
                ) and body."retractedAt" is null
              ) and roll_call."session" = $17::int))
            ))) and own."holderId" in (
              select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."id" in (
                select membership."memberId" from "Affiliation" membership where membership."organizationId" in (
                  select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($18::text[])
                ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= $19::date and membership."duringLatest" >= $20::date))
              ))
            ) offset 0
          ) own join (
            select position."subjectId", count(*) filter (where position."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')) as "yes",count(*) filter (where position."stance" in ('ABSTAINS', 'UNDECIDED')) as "abstain",count(*) filter (where position."stance" in ('OPPOSES')) as "no" from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."basis" = any($21::text[]::"PositionBasis"[]) and position."evidenceRollCallId" in (
              select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
                select body."id" from "Actor" body where body."id" in (
                  select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($22::text[])
                ) and body."retractedAt" is null
              ) and roll_call."session" = $23::int))
            ))) and (exists (
              select from "Affiliation" membership where membership."memberId" = position."holderId" and membership."organizationId" in (
                select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($24::text[])
              ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= position."sinceLatest"::date and membership."duringLatest" >= position."sinceLatest"::date))
            ))) group by position."subjectId"
          ) tally on tally."subjectId" = own."subjectId" cross join lateral (
            select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
          ) others ) compared where compared."majority" is not null
        ) compared group by 1
      ) numbers join "Actor" actor on actor."id" = numbers."holderId"
    ) alignment where alignment."score" is not null
  ) || ',"pageInfo":{"hasNextPage":' || exists (
    select from page where page."n" > 25
  )::text || ',"endCursor":' || coalesce((
    select '"␟c["Alignment.AGAINST","DESC",' || to_json(page."key0") || ',' || to_json(page."key1") || ']␟"' from page where page."n" <= 25 order by page."n" desc limit 1
  ), 'null') || '},"nodes":[' || coalesce((
    select string_agg(coalesce('{"actor":' || (
      select coalesce('{"slug":"' || actor_2."slug" || '","name":' || to_json(actor_2."name")::text || '}', '␟nAlignment.actor␟') from "Actor" named join "Actor" actor_2 on actor_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = alignments_1."actorId"
    ) || ',"compared":' || (alignments_1."compared")::text || ',"against":' || (alignments_1."against")::text || '}', '␟nAlignmentConnection.nodes␟'), ',') from page alignments_1 where alignments_1."n" <= 25
  ), '') || ']}'
) as "json";
