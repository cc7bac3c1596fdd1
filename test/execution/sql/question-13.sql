select coalesce((
  select '{"name":' || to_json(actor_1."name")::text || ',"agreementWith":' || coalesce((
    select '{"actor":' || (
      select '{"name":' || to_json(actor_3."name")::text || '}' from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = agreementWith_2."otherId"
    ) || ',"shared":' || (agreementWith_2."shared")::text || ',"agreed":' || (agreementWith_2."agreed")::text || ',"score":' || coalesce((agreementWith_2."agreed"::float8 / nullif(agreementWith_2."shared", 0))::text, 'null') || ',"agreedOn":{"totalCount":' || (
      select count(*)::text from (
        select agreementWith_2."actorId" as "id"
      ) parent cross join lateral ( select from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" and theirs."holderId" = (
        select other."id" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and other."retractedAt" is null
      ) left join "Proposal" proposal on proposal."id" = mine."proposalId" left join "PolicyAction" action on action."id" = mine."policyActionId" where (mine."holderId" = parent."id" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and ((mine."sinceEarliest" >= $2::date and mine."sinceLatest" is not null)) and ((theirs."sinceEarliest" >= $3::date and theirs."sinceLatest" is not null))) and (mine."stance" = theirs."stance") = $4::boolean)) counted
    ) || ',"nodes":[' || coalesce((
      select string_agg('{"subject":' || case when subjects_3."proposalId" is not null then (
        select '{"title":' || to_json(subject_4."title")::text || '}' from "Proposal" subject_4 where subject_4."id" = subjects_3."proposalId"
      ) when subjects_3."policyActionId" is not null then (
        select '{"title":' || to_json(subject_4."title")::text || '}' from "PolicyAction" subject_4 where subject_4."id" = subjects_3."policyActionId"
      ) end || ',"mine":' || (
        select '{"stance":"' || mine_4."stance" || '","since":' || to_json(mine_4."since")::text || '}' from "Position" mine_4 where mine_4."id" = subjects_3."mineId"
      ) || ',"theirs":' || (
        select '{"stance":"' || theirs_4."stance" || '","since":' || to_json(theirs_4."since")::text || '}' from "Position" theirs_4 where theirs_4."id" = subjects_3."theirsId"
      ) || '}', ',') from (
        select agreementWith_2."actorId" as "id"
      ) parent cross join lateral (
        select mine."id" as "mineId", theirs."id" as "theirsId", mine."proposalId", mine."policyActionId", mine."stance" = theirs."stance" as "agrees" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" and theirs."holderId" = (
          select other."id" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $5 and other."retractedAt" is null
        ) left join "Proposal" proposal on proposal."id" = mine."proposalId" left join "PolicyAction" action on action."id" = mine."policyActionId" where ((mine."holderId" = parent."id" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1 and ((mine."sinceEarliest" >= $6::date and mine."sinceLatest" is not null)) and ((theirs."sinceEarliest" >= $7::date and theirs."sinceLatest" is not null))) and (mine."stance" = theirs."stance") = $8::boolean)) order by coalesce(proposal."title", action."title") asc,mine."id" asc limit 50
      ) subjects_3
    ), '') || ']},"disagreedOn":{"totalCount":' || (
      select count(*)::text from (
        select agreementWith_2."actorId" as "id"
      ) parent cross join lateral ( select from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" and theirs."holderId" = (
        select other."id" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $9 and other."retractedAt" is null
      ) left join "Proposal" proposal on proposal."id" = mine."proposalId" left join "PolicyAction" action on action."id" = mine."policyActionId" where (mine."holderId" = parent."id" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and ((mine."sinceEarliest" >= $10::date and mine."sinceLatest" is not null)) and ((theirs."sinceEarliest" >= $11::date and theirs."sinceLatest" is not null))) and (mine."stance" = theirs."stance") = $12::boolean)) counted
    ) || ',"nodes":[' || coalesce((
      select string_agg('{"subject":' || case when subjects_3."proposalId" is not null then (
        select '{"title":' || to_json(subject_4."title")::text || '}' from "Proposal" subject_4 where subject_4."id" = subjects_3."proposalId"
      ) when subjects_3."policyActionId" is not null then (
        select '{"title":' || to_json(subject_4."title")::text || '}' from "PolicyAction" subject_4 where subject_4."id" = subjects_3."policyActionId"
      ) end || ',"mine":' || (
        select '{"stance":"' || mine_4."stance" || '","since":' || to_json(mine_4."since")::text || '}' from "Position" mine_4 where mine_4."id" = subjects_3."mineId"
      ) || ',"theirs":' || (
        select '{"stance":"' || theirs_4."stance" || '","since":' || to_json(theirs_4."since")::text || '}' from "Position" theirs_4 where theirs_4."id" = subjects_3."theirsId"
      ) || '}', ',') from (
        select agreementWith_2."actorId" as "id"
      ) parent cross join lateral (
        select mine."id" as "mineId", theirs."id" as "theirsId", mine."proposalId", mine."policyActionId", mine."stance" = theirs."stance" as "agrees" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" and theirs."holderId" = (
          select other."id" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $13 and other."retractedAt" is null
        ) left join "Proposal" proposal on proposal."id" = mine."proposalId" left join "PolicyAction" action on action."id" = mine."policyActionId" where ((mine."holderId" = parent."id" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1 and ((mine."sinceEarliest" >= $14::date and mine."sinceLatest" is not null)) and ((theirs."sinceEarliest" >= $15::date and theirs."sinceLatest" is not null))) and (mine."stance" = theirs."stance") = $16::boolean)) order by coalesce(proposal."title", action."title") asc,mine."id" asc limit 50
      ) subjects_3
    ), '') || ']}}' from (
      select actor_1."id" as "actorId", other."id" as "otherId" , counts.* from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") cross join lateral (
        select count(*) as "shared", count(*) filter (where mine."stance" = theirs."stance") as "agreed" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" and theirs."holderId" = (
          select other."id" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $17 and other."retractedAt" is null
        ) where mine."holderId" = actor_1."id" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1 and ((mine."sinceEarliest" >= $18::date and mine."sinceLatest" is not null)) and ((theirs."sinceEarliest" >= $19::date and theirs."sinceLatest" is not null)))
      ) counts where named."slug" = $20 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}' from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $21 and actor_1."retractedAt" is null
), 'null') as "json";
