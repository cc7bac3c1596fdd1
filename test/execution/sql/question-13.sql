select coalesce((
  select coalesce('{"name":' || to_json(actor_1."name")::text || ',"agreementWith":' || coalesce((
    select coalesce('{"actor":' || (
      select coalesce('{"name":' || to_json(actor_3."name")::text || '}', '␟nAgreement.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = agreementWith_2."otherId"
    ) || ',"shared":' || (agreementWith_2."shared")::text || ',"agreed":' || (agreementWith_2."agreed")::text || ',"score":' || coalesce((agreementWith_2."score")::text, 'null') || ',"agreedOn":{"totalCount":' || (
      select count(*)::text from (
        select array[agreementWith_2."actorId", agreementWith_2."otherId"] as "id"
      ) parent cross join lateral ( select from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" left join "Proposal" proposal on proposal."id" = mine."proposalId" left join "PolicyAction" action on action."id" = mine."policyActionId" where (mine."holderId" = (parent."id")[1] and theirs."holderId" = (parent."id")[2] and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and ((mine."sinceEarliest" >= $1::date and mine."sinceLatest" is not null)) and ((theirs."sinceEarliest" >= $2::date and theirs."sinceLatest" is not null))) and (mine."stance" = theirs."stance") = $3::boolean)) counted
    ) || ',"nodes":[' || coalesce((
      select string_agg(coalesce('{"subject":' || case when subjects_3."proposalId" is not null then (
        select coalesce('{"title":' || to_json(subject_4."title")::text || '}', '␟nAgreementSubject.subject␟') from "Proposal" subject_4 where subject_4."id" = subjects_3."proposalId"
      ) when subjects_3."policyActionId" is not null then (
        select coalesce('{"title":' || to_json(subject_4."title")::text || '}', '␟nAgreementSubject.subject␟') from "PolicyAction" subject_4 where subject_4."id" = subjects_3."policyActionId"
      ) end || ',"mine":' || (
        select coalesce('{"stance":"' || mine_4."stance" || '","since":' || to_json(mine_4."since")::text || '}', '␟nAgreementSubject.mine␟') from "Position" mine_4 where mine_4."id" = subjects_3."mineId"
      ) || ',"theirs":' || (
        select coalesce('{"stance":"' || theirs_4."stance" || '","since":' || to_json(theirs_4."since")::text || '}', '␟nAgreementSubject.theirs␟') from "Position" theirs_4 where theirs_4."id" = subjects_3."theirsId"
      ) || '}', '␟nAgreementSubjectConnection.nodes␟'), ',') from (
        select array[agreementWith_2."actorId", agreementWith_2."otherId"] as "id"
      ) parent cross join lateral (
        select mine."id" as "mineId", theirs."id" as "theirsId", mine."proposalId", mine."policyActionId", mine."stance" = theirs."stance" as "agrees" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" left join "Proposal" proposal on proposal."id" = mine."proposalId" left join "PolicyAction" action on action."id" = mine."policyActionId" where ((mine."holderId" = (parent."id")[1] and theirs."holderId" = (parent."id")[2] and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1 and ((mine."sinceEarliest" >= $4::date and mine."sinceLatest" is not null)) and ((theirs."sinceEarliest" >= $5::date and theirs."sinceLatest" is not null))) and (mine."stance" = theirs."stance") = $6::boolean)) order by coalesce(proposal."title", action."title") asc,mine."id" asc limit 50
      ) subjects_3
    ), '') || ']},"disagreedOn":{"totalCount":' || (
      select count(*)::text from (
        select array[agreementWith_2."actorId", agreementWith_2."otherId"] as "id"
      ) parent cross join lateral ( select from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" left join "Proposal" proposal on proposal."id" = mine."proposalId" left join "PolicyAction" action on action."id" = mine."policyActionId" where (mine."holderId" = (parent."id")[1] and theirs."holderId" = (parent."id")[2] and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and ((mine."sinceEarliest" >= $7::date and mine."sinceLatest" is not null)) and ((theirs."sinceEarliest" >= $8::date and theirs."sinceLatest" is not null))) and (mine."stance" = theirs."stance") = $9::boolean)) counted
    ) || ',"nodes":[' || coalesce((
      select string_agg(coalesce('{"subject":' || case when subjects_3."proposalId" is not null then (
        select coalesce('{"title":' || to_json(subject_4."title")::text || '}', '␟nAgreementSubject.subject␟') from "Proposal" subject_4 where subject_4."id" = subjects_3."proposalId"
      ) when subjects_3."policyActionId" is not null then (
        select coalesce('{"title":' || to_json(subject_4."title")::text || '}', '␟nAgreementSubject.subject␟') from "PolicyAction" subject_4 where subject_4."id" = subjects_3."policyActionId"
      ) end || ',"mine":' || (
        select coalesce('{"stance":"' || mine_4."stance" || '","since":' || to_json(mine_4."since")::text || '}', '␟nAgreementSubject.mine␟') from "Position" mine_4 where mine_4."id" = subjects_3."mineId"
      ) || ',"theirs":' || (
        select coalesce('{"stance":"' || theirs_4."stance" || '","since":' || to_json(theirs_4."since")::text || '}', '␟nAgreementSubject.theirs␟') from "Position" theirs_4 where theirs_4."id" = subjects_3."theirsId"
      ) || '}', '␟nAgreementSubjectConnection.nodes␟'), ',') from (
        select array[agreementWith_2."actorId", agreementWith_2."otherId"] as "id"
      ) parent cross join lateral (
        select mine."id" as "mineId", theirs."id" as "theirsId", mine."proposalId", mine."policyActionId", mine."stance" = theirs."stance" as "agrees" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" left join "Proposal" proposal on proposal."id" = mine."proposalId" left join "PolicyAction" action on action."id" = mine."policyActionId" where ((mine."holderId" = (parent."id")[1] and theirs."holderId" = (parent."id")[2] and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1 and ((mine."sinceEarliest" >= $10::date and mine."sinceLatest" is not null)) and ((theirs."sinceEarliest" >= $11::date and theirs."sinceLatest" is not null))) and (mine."stance" = theirs."stance") = $12::boolean)) order by coalesce(proposal."title", action."title") asc,mine."id" asc limit 50
      ) subjects_3
    ), '') || ']}}', '␟nActor.agreementWith␟') from (
      select actor_1."id" as "actorId", other."id" as "otherId" , pair.*, case when pair."shared" >= $13::int then pair."agreed"::float8 / nullif(pair."shared", 0) end as "score" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") cross join lateral (
        select coalesce(count(*), 0) as "shared",coalesce(count(*) filter (where mine."stance" = theirs."stance"), 0) as "agreed",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "yesYes",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "yesAbstain",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('OPPOSES')), 0) as "yesNo",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "abstainYes",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "abstainAbstain",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('OPPOSES')), 0) as "abstainNo",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "noYes",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "noAbstain",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('OPPOSES')), 0) as "noNo" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" where mine."holderId" = actor_1."id" and theirs."holderId" = other."id" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1 and ((mine."sinceEarliest" >= $14::date and mine."sinceLatest" is not null)) and ((theirs."sinceEarliest" >= $15::date and theirs."sinceLatest" is not null)))
      ) pair where named."slug" = $16 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $17 and actor_1."retractedAt" is null
), 'null') as "json";
