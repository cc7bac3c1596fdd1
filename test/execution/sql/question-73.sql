select coalesce((
  select coalesce('{"slug":"' || actor_1."slug" || '","name":' || to_json(actor_1."name")::text || ',"agreementWith":' || coalesce((
    select coalesce('{"actor":' || (
      select coalesce('{"slug":"' || actor_3."slug" || '","name":' || to_json(actor_3."name")::text || '}', '␟nAgreement.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = agreementWith_2."otherId"
    ) || ',"shared":' || (agreementWith_2."shared")::text || ',"agreed":' || (agreementWith_2."agreed")::text || ',"score":' || coalesce((agreementWith_2."score")::text, 'null') || ',"formula":' || (
      select coalesce('{"name":' || to_json(formula_3."name")::text || ',"version":' || to_json(formula_3."version")::text || ',"definition":' || to_json(formula_3."definition")::text || ',"reference":' || to_json(formula_3."reference")::text || '}', '␟nAgreement.formula␟') from (
        select $1::text as "name", $2::text as "version", $3::text as "definition", $4::text as "reference"
      ) formula_3
    ) || ',"table":{"yes":' || (
      select coalesce('{"yes":' || (yes_3."yes")::text || ',"abstain":' || (yes_3."abstain")::text || ',"no":' || (yes_3."no")::text || '}', '␟nVoteTable.yes␟') from (
        select agreementWith_2."yesYes" as "yes", agreementWith_2."yesAbstain" as "abstain", agreementWith_2."yesNo" as "no"
      ) yes_3
    ) || ',"abstain":' || (
      select coalesce('{"yes":' || (abstain_3."yes")::text || ',"abstain":' || (abstain_3."abstain")::text || ',"no":' || (abstain_3."no")::text || '}', '␟nVoteTable.abstain␟') from (
        select agreementWith_2."abstainYes" as "yes", agreementWith_2."abstainAbstain" as "abstain", agreementWith_2."abstainNo" as "no"
      ) abstain_3
    ) || ',"no":' || (
      select coalesce('{"yes":' || (no_3."yes")::text || ',"abstain":' || (no_3."abstain")::text || ',"no":' || (no_3."no")::text || '}', '␟nVoteTable.no␟') from (
        select agreementWith_2."noYes" as "yes", agreementWith_2."noAbstain" as "abstain", agreementWith_2."noNo" as "no"
      ) no_3
    ) || '},"years":[' || coalesce((
      select string_agg(coalesce('{"year":' || (years_3."year")::text || ',"shared":' || (years_3."shared")::text || ',"agreed":' || (years_3."agreed")::text || ',"score":' || coalesce((years_3."score")::text, 'null') || '}', '␟nAgreement.years␟'), ',') from (
        select years_3.* from (
          select pair.*, case when pair."shared" >= $5::int then 1 - ((pair."yesAbstain" + pair."abstainYes" + pair."abstainNo" + pair."noAbstain")::float8 / 2 + (pair."yesNo" + pair."noYes")::float8) / nullif((pair."shared")::float8, 0) end as "score" from ( select date_part('year', greatest(mine."sinceLatest", theirs."sinceLatest"))::int as "year", coalesce(count(*), 0) as "shared",coalesce(count(*) filter (where mine."stance" = theirs."stance"), 0) as "agreed",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "yesYes",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "yesAbstain",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('OPPOSES')), 0) as "yesNo",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "abstainYes",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "abstainAbstain",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('OPPOSES')), 0) as "abstainNo",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "noYes",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "noAbstain",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('OPPOSES')), 0) as "noNo" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" where mine."holderId" = agreementWith_2."actorId" and theirs."holderId" = agreementWith_2."otherId" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
            select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
          ))::int <> 1 and (mine."basis" = any($6::text[]::"PositionBasis"[])) and (theirs."basis" = any($7::text[]::"PositionBasis"[]))) group by 1) pair
        ) years_3 order by years_3."year"
      ) years_3
    ), '') || '],"subjects":' || (
      with page as materialized (
        select listed.*, row_number() over () as "n" from (
          select array[agreementWith_2."actorId", agreementWith_2."otherId"] as "id"
        ) parent cross join lateral (
          select mine."id" as "mineId", theirs."id" as "theirsId", mine."proposalId", mine."policyActionId", mine."stance" = theirs."stance" as "agrees", (coalesce(proposal."title", action."title"))::text as "key0", (mine."id")::text as "key1" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" left join "Proposal" proposal on proposal."id" = mine."proposalId" left join "PolicyAction" action on action."id" = mine."policyActionId" where ((mine."holderId" = (parent."id")[1] and theirs."holderId" = (parent."id")[2] and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
            select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
          ))::int <> 1 and (mine."basis" = any($8::text[]::"PositionBasis"[])) and (theirs."basis" = any($9::text[]::"PositionBasis"[]))) and (mine."stance" = theirs."stance") = $10::boolean)) order by coalesce(proposal."title", action."title") asc,mine."id" asc limit 51
        ) listed
      ) select '{"totalCount":' || (
        select count(*)::text from (
          select array[agreementWith_2."actorId", agreementWith_2."otherId"] as "id"
        ) parent cross join lateral ( select from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" left join "Proposal" proposal on proposal."id" = mine."proposalId" left join "PolicyAction" action on action."id" = mine."policyActionId" where (mine."holderId" = (parent."id")[1] and theirs."holderId" = (parent."id")[2] and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1 and (mine."basis" = any($11::text[]::"PositionBasis"[])) and (theirs."basis" = any($12::text[]::"PositionBasis"[]))) and (mine."stance" = theirs."stance") = $13::boolean)) counted
      ) || ',"pageInfo":{"hasNextPage":' || exists (
        select from page where page."n" > 50
      )::text || ',"endCursor":' || coalesce((
        select '"␟c["AgreementSubject.TITLE","ASC",' || to_json(page."key0") || ',' || to_json(page."key1") || ']␟"' from page where page."n" <= 50 order by page."n" desc limit 1
      ), 'null') || '},"nodes":[' || coalesce((
        select string_agg(coalesce('{"subject":' || case when subjects_3."proposalId" is not null then (
          select coalesce('{"slug":"' || subject_4."slug" || '","title":' || to_json(subject_4."title")::text || '}', '␟nAgreementSubject.subject␟') from "Proposal" subject_4 where subject_4."id" = subjects_3."proposalId"
        ) when subjects_3."policyActionId" is not null then (
          select coalesce('{"slug":"' || subject_4."slug" || '","title":' || to_json(subject_4."title")::text || '}', '␟nAgreementSubject.subject␟') from "PolicyAction" subject_4 where subject_4."id" = subjects_3."policyActionId"
        ) end || ',"mine":' || (
          select coalesce('{"stance":"' || mine_4."stance" || '","since":' || to_json(mine_4."since")::text || '}', '␟nAgreementSubject.mine␟') from "Position" mine_4 where mine_4."id" = subjects_3."mineId"
        ) || ',"theirs":' || (
          select coalesce('{"stance":"' || theirs_4."stance" || '","since":' || to_json(theirs_4."since")::text || '}', '␟nAgreementSubject.theirs␟') from "Position" theirs_4 where theirs_4."id" = subjects_3."theirsId"
        ) || '}', '␟nAgreementSubjectConnection.nodes␟'), ',') from page subjects_3 where subjects_3."n" <= 50
      ), '') || ']}'
    ) || '}', '␟nActor.agreementWith␟') from (
      select actor_1."id" as "actorId", other."id" as "otherId" , pair.*, case when pair."shared" >= $14::int then 1 - ((pair."yesAbstain" + pair."abstainYes" + pair."abstainNo" + pair."noAbstain")::float8 / 2 + (pair."yesNo" + pair."noYes")::float8) / nullif((pair."shared")::float8, 0) end as "score" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") cross join lateral (
        select coalesce(count(*), 0) as "shared",coalesce(count(*) filter (where mine."stance" = theirs."stance"), 0) as "agreed",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "yesYes",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "yesAbstain",coalesce(count(*) filter (where mine."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') and theirs."stance" in ('OPPOSES')), 0) as "yesNo",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "abstainYes",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "abstainAbstain",coalesce(count(*) filter (where mine."stance" in ('ABSTAINS', 'UNDECIDED') and theirs."stance" in ('OPPOSES')), 0) as "abstainNo",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "noYes",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "noAbstain",coalesce(count(*) filter (where mine."stance" in ('OPPOSES') and theirs."stance" in ('OPPOSES')), 0) as "noNo" from "Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId" where mine."holderId" = actor_1."id" and theirs."holderId" = other."id" and (mine."standingUntil" = '9999-12-31'::date and theirs."standingUntil" = '9999-12-31'::date and (mine."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1 and (mine."basis" = any($15::text[]::"PositionBasis"[])) and (theirs."basis" = any($16::text[]::"PositionBasis"[])))
      ) pair where named."slug" = $17 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $18 and actor_1."retractedAt" is null
), 'null') as "json";

select '{"totalCount":' || (
  select count(*)::text from "RollCall" roll_call where (roll_call."retractedAt" is null and (roll_call."proposalId" in (
    select gone."id" from "Proposal" gone where gone."retractedAt" is not null
  ))::int <> 1)
) || '}' as "json";

select coalesce((
  select coalesce('{"recordedAt":"' || to_char(latestChange_1."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";
