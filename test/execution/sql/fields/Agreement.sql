-- Agreement.actor: { actor(slug: "russia") { agreementWith(slug: "china") { actor { id } } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"actor":' || (
      select coalesce('{"id":"␟iactor ' || actor_3."id" || '␟"}', '␟nAgreement.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = agreementWith_2."otherId"
    ) || '}', '␟nActor.agreementWith␟') from (
      select actor_1."id" as "actorId", other."id" as "otherId" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $2 and actor_1."retractedAt" is null
), 'null') as "json";

-- Agreement.formula: { actor(slug: "russia") { agreementWith(slug: "china") { formula { definition } } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"formula":' || (
      select coalesce('{"definition":' || to_json(formula_3."definition")::text || '}', '␟nAgreement.formula␟') from (
        select $1::text as "name", $2::text as "version", $3::text as "definition", $4::text as "reference"
      ) formula_3
    ) || '}', '␟nActor.agreementWith␟') from (
      select actor_1."id" as "actorId", other."id" as "otherId" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $5 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $6 and actor_1."retractedAt" is null
), 'null') as "json";

-- Agreement.method: { actor(slug: "russia") { agreementWith(slug: "china") { method } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"method":"' || $1::text || '"}', '␟nActor.agreementWith␟') from (
      select actor_1."id" as "actorId", other."id" as "otherId" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $2 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";

-- Agreement.subjects: { actor(slug: "russia") { agreementWith(slug: "china") { subjects { nodes { agrees } } } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"subjects":{"nodes":[' || coalesce((
      select string_agg(coalesce('{"agrees":' || (subjects_3."agrees")::text || '}', '␟nAgreementSubjectConnection.nodes␟'), ',') from (
        select array[agreementWith_2."actorId", agreementWith_2."otherId"] as "id"
      ) parent cross join lateral (
        select mine."id" as "mineId", theirs."id" as "theirsId", mine."proposalId", mine."policyActionId", mine."stance" = theirs."stance" as "agrees" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" left join "Proposal" proposal on proposal."id" = mine."proposalId" left join "PolicyAction" action on action."id" = mine."policyActionId" where ((mine."holderId" = (parent."id")[1] and theirs."holderId" = (parent."id")[2] and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1))) order by coalesce(proposal."title", action."title") asc,mine."id" asc limit 25
      ) subjects_3
    ), '') || ']}}', '␟nActor.agreementWith␟') from (
      select actor_1."id" as "actorId", other."id" as "otherId" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $2 and actor_1."retractedAt" is null
), 'null') as "json";

-- Agreement.table: { actor(slug: "russia") { agreementWith(slug: "china") { table { abstain { abstain } } } } }
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

-- Agreement.years: { actor(slug: "russia") { agreementWith(slug: "china") { years { agreed } } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"years":[' || coalesce((
      select string_agg(coalesce('{"agreed":' || (years_3."agreed")::text || '}', '␟nAgreement.years␟'), ',') from (
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
