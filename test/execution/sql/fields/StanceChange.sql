-- StanceChange.evidence: { stanceChanges { nodes { evidence { __typename } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"evidence":' || coalesce(case when stanceChanges_1."evidenceStatementId" is not null then (
    select '{"__typename":"Statement"}' from "Statement" evidence_2 where evidence_2."id" = stanceChanges_1."evidenceStatementId"
  ) when stanceChanges_1."evidenceRollCallId" is not null then (
    select '{"__typename":"RollCall"}' from "RollCall" evidence_2 where evidence_2."id" = stanceChanges_1."evidenceRollCallId"
  ) when stanceChanges_1."evidencePolicyActionId" is not null then (
    select '{"__typename":"PolicyAction"}' from "PolicyAction" evidence_2 where evidence_2."id" = stanceChanges_1."evidencePolicyActionId"
  ) end, 'null') || '}', '␟nStanceChangeConnection.nodes␟'), ',') from (
    select position.*, previous."id" as "previousId", previous."stance" as "from" from "Position" previous cross join lateral ( select later.* from "Position" later where later."holderId" = previous."holderId" and later."subjectId" = previous."subjectId" and (later."retractedAt" is null) and later."sinceLatest" >= previous."sinceLatest" and (later."sinceLatest", later."recordedAt", later."id") > (previous."sinceLatest", previous."recordedAt", previous."id") order by later."sinceLatest", later."recordedAt", later."id" limit 1) position where ((previous."standingUntil" < '9999-12-31'::date and (previous."retractedAt" is null) and position."stance" <> previous."stance" and (previous."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by position."sinceLatest" asc,position."id" asc limit 25
  ) stanceChanges_1
), '') || ']}' as "json";

-- StanceChange.holder: { stanceChanges { nodes { holder { id } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"holder":' || (
    select coalesce('{"id":"␟iactor ' || holder_2."id" || '␟"}', '␟nStanceChange.holder␟') from "Actor" named join "Actor" holder_2 on holder_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = stanceChanges_1."holderId"
  ) || '}', '␟nStanceChangeConnection.nodes␟'), ',') from (
    select position.*, previous."id" as "previousId", previous."stance" as "from" from "Position" previous cross join lateral ( select later.* from "Position" later where later."holderId" = previous."holderId" and later."subjectId" = previous."subjectId" and (later."retractedAt" is null) and later."sinceLatest" >= previous."sinceLatest" and (later."sinceLatest", later."recordedAt", later."id") > (previous."sinceLatest", previous."recordedAt", previous."id") order by later."sinceLatest", later."recordedAt", later."id" limit 1) position where ((previous."standingUntil" < '9999-12-31'::date and (previous."retractedAt" is null) and position."stance" <> previous."stance" and (previous."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by position."sinceLatest" asc,position."id" asc limit 25
  ) stanceChanges_1
), '') || ']}' as "json";

-- StanceChange.position: { stanceChanges { nodes { position { id } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"position":{"id":"␟iposition ' || stanceChanges_1."id" || '␟"}}', '␟nStanceChangeConnection.nodes␟'), ',') from (
    select position.*, previous."id" as "previousId", previous."stance" as "from" from "Position" previous cross join lateral ( select later.* from "Position" later where later."holderId" = previous."holderId" and later."subjectId" = previous."subjectId" and (later."retractedAt" is null) and later."sinceLatest" >= previous."sinceLatest" and (later."sinceLatest", later."recordedAt", later."id") > (previous."sinceLatest", previous."recordedAt", previous."id") order by later."sinceLatest", later."recordedAt", later."id" limit 1) position where ((previous."standingUntil" < '9999-12-31'::date and (previous."retractedAt" is null) and position."stance" <> previous."stance" and (previous."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by position."sinceLatest" asc,position."id" asc limit 25
  ) stanceChanges_1
), '') || ']}' as "json";

-- StanceChange.previous: { stanceChanges { nodes { previous { id } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"previous":' || (
    select coalesce('{"id":"␟iposition ' || previous_2."id" || '␟"}', '␟nStanceChange.previous␟') from "Position" previous_2 where previous_2."id" = stanceChanges_1."previousId"
  ) || '}', '␟nStanceChangeConnection.nodes␟'), ',') from (
    select position.*, previous."id" as "previousId", previous."stance" as "from" from "Position" previous cross join lateral ( select later.* from "Position" later where later."holderId" = previous."holderId" and later."subjectId" = previous."subjectId" and (later."retractedAt" is null) and later."sinceLatest" >= previous."sinceLatest" and (later."sinceLatest", later."recordedAt", later."id") > (previous."sinceLatest", previous."recordedAt", previous."id") order by later."sinceLatest", later."recordedAt", later."id" limit 1) position where ((previous."standingUntil" < '9999-12-31'::date and (previous."retractedAt" is null) and position."stance" <> previous."stance" and (previous."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by position."sinceLatest" asc,position."id" asc limit 25
  ) stanceChanges_1
), '') || ']}' as "json";

-- StanceChange.subject: { stanceChanges { nodes { subject { __typename } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"subject":' || case when stanceChanges_1."proposalId" is not null then (
    select '{"__typename":"Proposal"}' from "Proposal" subject_2 where subject_2."id" = stanceChanges_1."proposalId"
  ) when stanceChanges_1."policyActionId" is not null then (
    select '{"__typename":"PolicyAction"}' from "PolicyAction" subject_2 where subject_2."id" = stanceChanges_1."policyActionId"
  ) end || '}', '␟nStanceChangeConnection.nodes␟'), ',') from (
    select position.*, previous."id" as "previousId", previous."stance" as "from" from "Position" previous cross join lateral ( select later.* from "Position" later where later."holderId" = previous."holderId" and later."subjectId" = previous."subjectId" and (later."retractedAt" is null) and later."sinceLatest" >= previous."sinceLatest" and (later."sinceLatest", later."recordedAt", later."id") > (previous."sinceLatest", previous."recordedAt", previous."id") order by later."sinceLatest", later."recordedAt", later."id" limit 1) position where ((previous."standingUntil" < '9999-12-31'::date and (previous."retractedAt" is null) and position."stance" <> previous."stance" and (previous."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by position."sinceLatest" asc,position."id" asc limit 25
  ) stanceChanges_1
), '') || ']}' as "json";

-- StanceChange.to: { stanceChanges { nodes { to } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"to":"' || stanceChanges_1."stance" || '"}', '␟nStanceChangeConnection.nodes␟'), ',') from (
    select position.*, previous."id" as "previousId", previous."stance" as "from" from "Position" previous cross join lateral ( select later.* from "Position" later where later."holderId" = previous."holderId" and later."subjectId" = previous."subjectId" and (later."retractedAt" is null) and later."sinceLatest" >= previous."sinceLatest" and (later."sinceLatest", later."recordedAt", later."id") > (previous."sinceLatest", previous."recordedAt", previous."id") order by later."sinceLatest", later."recordedAt", later."id" limit 1) position where ((previous."standingUntil" < '9999-12-31'::date and (previous."retractedAt" is null) and position."stance" <> previous."stance" and (previous."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by position."sinceLatest" asc,position."id" asc limit 25
  ) stanceChanges_1
), '') || ']}' as "json";

-- StanceChange.when: { stanceChanges { nodes { when } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"when":' || to_json(stanceChanges_1."since")::text || '}', '␟nStanceChangeConnection.nodes␟'), ',') from (
    select position.*, previous."id" as "previousId", previous."stance" as "from" from "Position" previous cross join lateral ( select later.* from "Position" later where later."holderId" = previous."holderId" and later."subjectId" = previous."subjectId" and (later."retractedAt" is null) and later."sinceLatest" >= previous."sinceLatest" and (later."sinceLatest", later."recordedAt", later."id") > (previous."sinceLatest", previous."recordedAt", previous."id") order by later."sinceLatest", later."recordedAt", later."id" limit 1) position where ((previous."standingUntil" < '9999-12-31'::date and (previous."retractedAt" is null) and position."stance" <> previous."stance" and (previous."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by position."sinceLatest" asc,position."id" asc limit 25
  ) stanceChanges_1
), '') || ']}' as "json";

-- StanceChange.whenBounds: { stanceChanges { nodes { whenBounds { earliest } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"whenBounds":' || (
    select coalesce('{"earliest":' || coalesce('"' || whenBounds_2."earliest" || '"', 'null') || '}', '␟nStanceChange.whenBounds␟') from (
      select nullif(stanceChanges_1."sinceEarliest", '0001-01-01'::date) as "earliest", nullif(stanceChanges_1."sinceLatest", '9999-12-31'::date) as "latest"
    ) whenBounds_2 where stanceChanges_1."sinceEarliest" is not null
  ) || '}', '␟nStanceChangeConnection.nodes␟'), ',') from (
    select position.*, previous."id" as "previousId", previous."stance" as "from" from "Position" previous cross join lateral ( select later.* from "Position" later where later."holderId" = previous."holderId" and later."subjectId" = previous."subjectId" and (later."retractedAt" is null) and later."sinceLatest" >= previous."sinceLatest" and (later."sinceLatest", later."recordedAt", later."id") > (previous."sinceLatest", previous."recordedAt", previous."id") order by later."sinceLatest", later."recordedAt", later."id" limit 1) position where ((previous."standingUntil" < '9999-12-31'::date and (previous."retractedAt" is null) and position."stance" <> previous."stance" and (previous."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by position."sinceLatest" asc,position."id" asc limit 25
  ) stanceChanges_1
), '') || ']}' as "json";
