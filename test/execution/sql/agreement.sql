select coalesce((
  select '{"agreementWith":' || coalesce((
    select '{"shared":' || (agreementWith_2."shared")::text || ',"agreed":' || (agreementWith_2."agreed")::text || ',"score":' || coalesce((agreementWith_2."agreed"::float8 / nullif(agreementWith_2."shared", 0))::text, 'null') || '}' from (
      select actor_1."id" as "actorId", other."id" as "otherId" , counts.* from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") cross join lateral (
        select count(*) as "shared", count(*) filter (where mine."stance" = theirs."stance") as "agreed" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" and theirs."holderId" = (
          select other."id" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and other."retractedAt" is null
        ) where mine."holderId" = actor_1."id" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1)
      ) counts where named."slug" = $2 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}' from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";
