select coalesce((
  select coalesce('{"title":' || to_json(proposal_1."title")::text || ',"positionHistory":' || (
    with page as materialized (
      select listed.*, row_number() over () as "n" from (
        select proposal_1."id" as "id"
      ) parent cross join lateral (
        select position.*, (position."sinceEarliest")::text as "key0", (position."id")::text as "key1" from "Position" position where ((position."subjectId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
          select gone."id" from "Actor" gone where gone."retractedAt" is not null
        ))::int <> 1 and (position."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1)) order by position."sinceEarliest" desc,position."id" desc limit 61
      ) listed
    ) select '{"totalCount":' || (
      select count(*)::text from (
        select proposal_1."id" as "id"
      ) parent cross join lateral ( select from "Position" position where (position."subjectId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) counted
    ) || ',"pageInfo":{"hasNextPage":' || exists (
      select from page where page."n" > 60
    )::text || ',"endCursor":' || coalesce((
      select '"␟c["Position.SINCE","DESC",' || to_json(page."key0") || ',' || to_json(page."key1") || ']␟"' from page where page."n" <= 60 order by page."n" desc limit 1
    ), 'null') || '},"nodes":[' || coalesce((
      select string_agg(coalesce('{"since":' || to_json(positionHistory_2."since")::text || ',"sinceBounds":' || (
        select coalesce('{"earliest":' || coalesce('"' || sinceBounds_3."earliest" || '"', 'null') || ',"latest":' || coalesce('"' || sinceBounds_3."latest" || '"', 'null') || '}', '␟nPosition.sinceBounds␟') from (
          select nullif(positionHistory_2."sinceEarliest", '0001-01-01'::date) as "earliest", nullif(positionHistory_2."sinceLatest", '9999-12-31'::date) as "latest"
        ) sinceBounds_3 where positionHistory_2."sinceEarliest" is not null
      ) || ',"stance":"' || positionHistory_2."stance" || '","basis":"' || positionHistory_2."basis" || '","holder":' || (
        select coalesce('{"slug":"' || holder_3."slug" || '","name":' || to_json(holder_3."name")::text || '}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positionHistory_2."holderId"
      ) || ',"evidence":' || coalesce(case when positionHistory_2."evidenceStatementId" is not null then (
        select coalesce('{"__typename":"Statement","slug":"' || evidence_3."slug" || '","summary":' || to_json(evidence_3."summary")::text || '}', '␟nPosition.evidence␟') from "Statement" evidence_3 where evidence_3."id" = positionHistory_2."evidenceStatementId"
      ) when positionHistory_2."evidenceRollCallId" is not null then (
        select coalesce('{"__typename":"RollCall","slug":"' || evidence_3."slug" || '"}', '␟nPosition.evidence␟') from "RollCall" evidence_3 where evidence_3."id" = positionHistory_2."evidenceRollCallId"
      ) when positionHistory_2."evidencePolicyActionId" is not null then (
        select coalesce('{"__typename":"PolicyAction","slug":"' || evidence_3."slug" || '","title":' || to_json(evidence_3."title")::text || '}', '␟nPosition.evidence␟') from "PolicyAction" evidence_3 where evidence_3."id" = positionHistory_2."evidencePolicyActionId"
      ) end, 'null') || '}', '␟nPositionConnection.nodes␟'), ',') from page positionHistory_2 where positionHistory_2."n" <= 60
    ), '') || ']}'
  ) || '}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $1 and proposal_1."retractedAt" is null
), 'null') as "json";
