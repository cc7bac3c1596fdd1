-- AgreementSubject.mine: { actor(slug: "russia") { agreementWith(slug: "china") { subjects { nodes { mine { id } } } } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"subjects":{"nodes":[' || coalesce((
      select string_agg(coalesce('{"mine":' || (
        select coalesce('{"id":"␟iposition ' || mine_4."id" || '␟"}', '␟nAgreementSubject.mine␟') from "Position" mine_4 where mine_4."id" = subjects_3."mineId"
      ) || '}', '␟nAgreementSubjectConnection.nodes␟'), ',') from (
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

-- AgreementSubject.subject: { actor(slug: "russia") { agreementWith(slug: "china") { subjects { nodes { subject { __typename } } } } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"subjects":{"nodes":[' || coalesce((
      select string_agg(coalesce('{"subject":' || case when subjects_3."proposalId" is not null then (
        select '{"__typename":"Proposal"}' from "Proposal" subject_4 where subject_4."id" = subjects_3."proposalId"
      ) when subjects_3."policyActionId" is not null then (
        select '{"__typename":"PolicyAction"}' from "PolicyAction" subject_4 where subject_4."id" = subjects_3."policyActionId"
      ) end || '}', '␟nAgreementSubjectConnection.nodes␟'), ',') from (
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

-- AgreementSubject.theirs: { actor(slug: "russia") { agreementWith(slug: "china") { subjects { nodes { theirs { id } } } } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"subjects":{"nodes":[' || coalesce((
      select string_agg(coalesce('{"theirs":' || (
        select coalesce('{"id":"␟iposition ' || theirs_4."id" || '␟"}', '␟nAgreementSubject.theirs␟') from "Position" theirs_4 where theirs_4."id" = subjects_3."theirsId"
      ) || '}', '␟nAgreementSubjectConnection.nodes␟'), ',') from (
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
