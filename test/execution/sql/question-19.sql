select '{"totalCount":' || (
  select count(*)::text from (
    select actor."id", actor."name", actor."id" as "actorId", numbers."compared", numbers."against", case when numbers."compared" >= $1::int then (numbers."compared" - numbers."against")::float8 / nullif(numbers."compared", 0) end as "score" from (
      select compared."holderId", count(*) as "compared", count(*) filter (where compared."vote" <> compared."majority") as "against" from (
        select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
          select own.*, true as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and (own."subjectId" in (
            select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
          ))::int <> 1 and (own."basis" = any($2::text[]::"PositionBasis"[]) and own."evidenceRollCallId" in (
            select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
              select body."id" from "Actor" body where body."id" in (
                select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($3::text[])
              ) and body."retractedAt" is null
            ) and roll_call."session" = $4::int))
          ))) and true offset 0
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
          )))) group by position."subjectId"
        ) tally on tally."subjectId" = own."subjectId" cross join lateral (
          select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
        ) others ) compared where compared."majority" is not null
      ) compared group by 1
    ) numbers join "Actor" actor on actor."id" = numbers."holderId"
  ) alignment where alignment."score" is not null
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"actor":' || (
    select coalesce('{"name":' || to_json(actor_2."name")::text || '}', '␟nAlignment.actor␟') from "Actor" named join "Actor" actor_2 on actor_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = alignments_1."actorId"
  ) || ',"compared":' || (alignments_1."compared")::text || ',"against":' || (alignments_1."against")::text || ',"score":' || coalesce((alignments_1."score")::text, 'null') || ',"formula":' || (
    select coalesce('{"name":' || to_json(formula_2."name")::text || ',"version":' || to_json(formula_2."version")::text || ',"definition":' || to_json(formula_2."definition")::text || ',"reference":' || to_json(formula_2."reference")::text || '}', '␟nAlignment.formula␟') from (
      select $8::text as "name", $9::text as "version", $10::text as "definition", $11::text as "reference"
    ) formula_2
  ) || '}', '␟nAlignmentConnection.nodes␟'), ',') from (
    select alignment.* from (
      select actor."id", actor."name", actor."id" as "actorId", numbers."compared", numbers."against", case when numbers."compared" >= $12::int then (numbers."compared" - numbers."against")::float8 / nullif(numbers."compared", 0) end as "score" from (
        select compared."holderId", count(*) as "compared", count(*) filter (where compared."vote" <> compared."majority") as "against" from (
          select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
            select own.*, true as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."basis" = any($13::text[]::"PositionBasis"[]) and own."evidenceRollCallId" in (
              select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
                select body."id" from "Actor" body where body."id" in (
                  select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($14::text[])
                ) and body."retractedAt" is null
              ) and roll_call."session" = $15::int))
            ))) and true offset 0
          ) own join (
            select position."subjectId", count(*) filter (where position."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')) as "yes",count(*) filter (where position."stance" in ('ABSTAINS', 'UNDECIDED')) as "abstain",count(*) filter (where position."stance" in ('OPPOSES')) as "no" from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."basis" = any($16::text[]::"PositionBasis"[]) and position."evidenceRollCallId" in (
              select roll_call."id" from "RollCall" roll_call where roll_call."retractedAt" is null and ((roll_call."bodyId" in (
                select body."id" from "Actor" body where body."id" in (
                  select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($17::text[])
                ) and body."retractedAt" is null
              ) and roll_call."session" = $18::int))
            )))) group by position."subjectId"
          ) tally on tally."subjectId" = own."subjectId" cross join lateral (
            select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
          ) others ) compared where compared."majority" is not null
        ) compared group by 1
      ) numbers join "Actor" actor on actor."id" = numbers."holderId"
    ) alignment where (alignment."score" is not null) order by alignment."against" desc,alignment."id" desc limit 25
  ) alignments_1
), '') || ']}' as "json";
