select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || proposals_1."slug" || '","title":' || to_json(proposals_1."title")::text || ',"date":' || coalesce(to_json(coalesce(proposals_1."proposedOn", (
    select vote."heldOn" from (
      select vote.* from "RollCall" vote where vote."proposalId" = proposals_1."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
    ) vote
  )))::text, 'null') || '}', '␟nProposalConnection.nodes␟'), ',') from (
    select proposal.* from "Proposal" proposal where (proposal."retractedAt" is null and true and (((standpoint_fold(proposal."title") in ( select standpoint_fold(named."title") from (
      select named.* from "Proposal" named where named."slug" = any($1::text[]) and named."retractedAt" is null
    ) named)) or (proposal."id" in ( with recursive chain("id") as ( select named."id" from (
      select named.* from "Proposal" named where named."slug" = any($2::text[]) and named."retractedAt" is null
    ) named union select case when relation."proposalId" = chain."id" then relation."relatedId" else relation."proposalId" end from chain join "ProposalRelation" relation on chain."id" in (relation."proposalId", relation."relatedId") where relation."kind" in ('SUPERSEDES', 'BUILDS_ON') ) select chain."id" from chain))))) order by coalesce(coalesce(proposal."proposedOnEarliest", (
      select vote."heldOnEarliest" from (
        select vote.* from "RollCall" vote where vote."proposalId" = proposal."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
      ) vote
    )), '9999-12-31'::date) asc,proposal."id" asc limit 100
  ) proposals_1
), '') || ']}' as "json";

select '{"totalCount":' || (
  select count(*)::text from ( select each.*, lag(each."id") over earlier as "earlierId", lag(each."stance") over earlier as "earlierStance", lag(each."subjectId") over earlier as "earlierSubjectId" from "Position" each where ((each."retractedAt" is null and each."basis" = any($1::text[]::"PositionBasis"[])) and each."subjectId" in ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and ((((standpoint_fold(proposal."title") in ( select standpoint_fold(named."title") from (
    select named.* from "Proposal" named where named."slug" = any($2::text[]) and named."retractedAt" is null
  ) named)) or (proposal."id" in ( with recursive chain("id") as ( select named."id" from (
    select named.* from "Proposal" named where named."slug" = any($3::text[]) and named."retractedAt" is null
  ) named union select case when relation."proposalId" = chain."id" then relation."relatedId" else relation."proposalId" end from chain join "ProposalRelation" relation on chain."id" in (relation."proposalId", relation."relatedId") where relation."kind" in ('SUPERSEDES', 'BUILDS_ON') ) select chain."id" from chain))))) union all select action."id" from "PolicyAction" action where action."retractedAt" is null and (false))) window earlier as (partition by each."holderId" order by each."sinceLatest", each."recordedAt", each."id")) position cross join lateral (
    select position."earlierId" as "id", position."earlierStance" as "stance", position."holderId", position."earlierSubjectId" as "subjectId"
  ) previous where (previous."id" is not null and position."stance" <> previous."stance" and (previous."holderId" in (
    select gone."id" from "Actor" gone where gone."retractedAt" is not null
  ))::int <> 1 and (previous."subjectId" in (
    select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
  ))::int <> 1 and (position."sinceLatest" >= $4::date and position."sinceEarliest" is not null))
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"holder":' || (
    select coalesce('{"slug":"' || holder_2."slug" || '","name":' || to_json(holder_2."name")::text || '}', '␟nStanceChange.holder␟') from "Actor" named join "Actor" holder_2 on holder_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = stanceChanges_1."holderId"
  ) || ',"when":' || to_json(stanceChanges_1."since")::text || ',"from":"' || stanceChanges_1."from" || '","to":"' || stanceChanges_1."stance" || '","previous":' || (
    select coalesce('{"since":' || to_json(previous_2."since")::text || ',"subject":' || case when previous_2."proposalId" is not null then (
      select coalesce('{"slug":"' || subject_3."slug" || '"}', '␟nPosition.subject␟') from "Proposal" subject_3 where subject_3."id" = previous_2."proposalId"
    ) when previous_2."policyActionId" is not null then (
      select coalesce('{"slug":"' || subject_3."slug" || '"}', '␟nPosition.subject␟') from "PolicyAction" subject_3 where subject_3."id" = previous_2."policyActionId"
    ) end || '}', '␟nStanceChange.previous␟') from "Position" previous_2 where previous_2."id" = stanceChanges_1."previousId"
  ) || ',"subject":' || case when stanceChanges_1."proposalId" is not null then (
    select coalesce('{"slug":"' || subject_2."slug" || '"}', '␟nStanceChange.subject␟') from "Proposal" subject_2 where subject_2."id" = stanceChanges_1."proposalId"
  ) when stanceChanges_1."policyActionId" is not null then (
    select coalesce('{"slug":"' || subject_2."slug" || '"}', '␟nStanceChange.subject␟') from "PolicyAction" subject_2 where subject_2."id" = stanceChanges_1."policyActionId"
  ) end || '}', '␟nStanceChangeConnection.nodes␟'), ',') from (
    select position.*, previous."id" as "previousId", previous."stance" as "from" from ( select each.*, lag(each."id") over earlier as "earlierId", lag(each."stance") over earlier as "earlierStance", lag(each."subjectId") over earlier as "earlierSubjectId" from "Position" each where ((each."retractedAt" is null and each."basis" = any($5::text[]::"PositionBasis"[])) and each."subjectId" in ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and ((((standpoint_fold(proposal."title") in ( select standpoint_fold(named."title") from (
      select named.* from "Proposal" named where named."slug" = any($6::text[]) and named."retractedAt" is null
    ) named)) or (proposal."id" in ( with recursive chain("id") as ( select named."id" from (
      select named.* from "Proposal" named where named."slug" = any($7::text[]) and named."retractedAt" is null
    ) named union select case when relation."proposalId" = chain."id" then relation."relatedId" else relation."proposalId" end from chain join "ProposalRelation" relation on chain."id" in (relation."proposalId", relation."relatedId") where relation."kind" in ('SUPERSEDES', 'BUILDS_ON') ) select chain."id" from chain))))) union all select action."id" from "PolicyAction" action where action."retractedAt" is null and (false))) window earlier as (partition by each."holderId" order by each."sinceLatest", each."recordedAt", each."id")) position cross join lateral (
      select position."earlierId" as "id", position."earlierStance" as "stance", position."holderId", position."earlierSubjectId" as "subjectId"
    ) previous where ((previous."id" is not null and position."stance" <> previous."stance" and (previous."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1 and (position."sinceLatest" >= $8::date and position."sinceEarliest" is not null))) order by position."sinceLatest" desc,position."id" desc limit 100
  ) stanceChanges_1
), '') || ']}' as "json";
