-- AgreementOfYear.table: { actor(slug: "russia") { agreementWith(slug: "china") { years { table { abstain { abstain } } } } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"years":[' || coalesce((
      select string_agg(coalesce('{"table":{"abstain":' || (
        select coalesce('{"abstain":' || (abstain_4."abstain")::text || '}', '␟nVoteTable.abstain␟') from (
          select years_3."abstainYes" as "yes", years_3."abstainAbstain" as "abstain", years_3."abstainNo" as "no"
        ) abstain_4
      ) || '}}', '␟nAgreement.years␟'), ',') from (
        select years_3.* from (
          select pair.*, case when pair."shared" >= $1::int then pair."agreed"::float8 / nullif(pair."shared", 0) end as "score" from ( select date_part('year', greatest(mine."sinceLatest", theirs."sinceLatest"))::int as "year", coalesce(count(*), 0) as "shared",coalesce(count(*) filter (where mine."stance" = theirs."stance"), 0) as "agreed",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "yesYes",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "yesAbstain",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('OPPOSES')), 0) as "yesNo",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "abstainYes",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "abstainAbstain",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('OPPOSES')), 0) as "abstainNo",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "noYes",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "noAbstain",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('OPPOSES')), 0) as "noNo" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" where mine."holderId" = agreementWith_2."actorId" and theirs."holderId" = agreementWith_2."otherId" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
            select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
          ))::int <> 1) group by 1) pair
        ) years_3 order by years_3."year"
      ) years_3
    ), '') || ']}', '␟nActor.agreementWith␟') from (
      select actor_1."id" as "actorId", other."id" as "otherId" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $2 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";
