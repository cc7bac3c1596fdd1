-- VoteTable.abstain: { actor(slug: "russia") { agreementWith(slug: "china") { table { abstain { abstain } } } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"table":{"abstain":' || (
      select coalesce('{"abstain":' || (abstain_3."abstain")::text || '}', '␟nVoteTable.abstain␟') from (
        select agreementWith_2."abstainYes" as "yes", agreementWith_2."abstainAbstain" as "abstain", agreementWith_2."abstainNo" as "no"
      ) abstain_3
    ) || '}}', '␟nActor.agreementWith␟') from (
      select actor_1."id" as "actorId", other."id" as "otherId" , pair.*, case when pair."shared" >= $1::int then pair."agreed"::float8 / nullif(pair."shared", 0) end as "score" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") cross join lateral (
        select coalesce(count(*), 0) as "shared",coalesce(count(*) filter (where mine."stance" = theirs."stance"), 0) as "agreed",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "yesYes",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "yesAbstain",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('OPPOSES')), 0) as "yesNo",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "abstainYes",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "abstainAbstain",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('OPPOSES')), 0) as "abstainNo",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "noYes",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "noAbstain",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('OPPOSES')), 0) as "noNo" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" where mine."holderId" = actor_1."id" and theirs."holderId" = other."id" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1)
      ) pair where named."slug" = $2 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";

-- VoteTable.no: { actor(slug: "russia") { agreementWith(slug: "china") { table { no { abstain } } } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"table":{"no":' || (
      select coalesce('{"abstain":' || (no_3."abstain")::text || '}', '␟nVoteTable.no␟') from (
        select agreementWith_2."noYes" as "yes", agreementWith_2."noAbstain" as "abstain", agreementWith_2."noNo" as "no"
      ) no_3
    ) || '}}', '␟nActor.agreementWith␟') from (
      select actor_1."id" as "actorId", other."id" as "otherId" , pair.*, case when pair."shared" >= $1::int then pair."agreed"::float8 / nullif(pair."shared", 0) end as "score" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") cross join lateral (
        select coalesce(count(*), 0) as "shared",coalesce(count(*) filter (where mine."stance" = theirs."stance"), 0) as "agreed",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "yesYes",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "yesAbstain",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('OPPOSES')), 0) as "yesNo",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "abstainYes",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "abstainAbstain",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('OPPOSES')), 0) as "abstainNo",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "noYes",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "noAbstain",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('OPPOSES')), 0) as "noNo" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" where mine."holderId" = actor_1."id" and theirs."holderId" = other."id" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1)
      ) pair where named."slug" = $2 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";

-- VoteTable.yes: { actor(slug: "russia") { agreementWith(slug: "china") { table { yes { abstain } } } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"table":{"yes":' || (
      select coalesce('{"abstain":' || (yes_3."abstain")::text || '}', '␟nVoteTable.yes␟') from (
        select agreementWith_2."yesYes" as "yes", agreementWith_2."yesAbstain" as "abstain", agreementWith_2."yesNo" as "no"
      ) yes_3
    ) || '}}', '␟nActor.agreementWith␟') from (
      select actor_1."id" as "actorId", other."id" as "otherId" , pair.*, case when pair."shared" >= $1::int then pair."agreed"::float8 / nullif(pair."shared", 0) end as "score" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") cross join lateral (
        select coalesce(count(*), 0) as "shared",coalesce(count(*) filter (where mine."stance" = theirs."stance"), 0) as "agreed",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "yesYes",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "yesAbstain",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('OPPOSES')), 0) as "yesNo",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "abstainYes",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "abstainAbstain",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('OPPOSES')), 0) as "abstainNo",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "noYes",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "noAbstain",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('OPPOSES')), 0) as "noNo" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" where mine."holderId" = actor_1."id" and theirs."holderId" = other."id" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1)
      ) pair where named."slug" = $2 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";
