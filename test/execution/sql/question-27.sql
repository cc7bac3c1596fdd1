select coalesce((
  select coalesce('{"title":' || to_json(proposal_1."title")::text || ',"relatedFrom":[' || coalesce((
    select string_agg(coalesce('{"kind":"' || relatedFrom_2."kind" || '","proposal":' || (
      select coalesce('{"slug":"' || proposal_3."slug" || '","title":' || to_json(proposal_3."title")::text || ',"date":' || coalesce(to_json(coalesce(proposal_3."proposedOn", (
        select vote."heldOn" from (
          select vote.* from "RollCall" vote where vote."proposalId" = proposal_3."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
        ) vote
      )))::text, 'null') || '}', '␟nProposalRelation.proposal␟') from "Proposal" proposal_3 where proposal_3."id" = relatedFrom_2."targetId"
    ) || '}', '␟nProposal.relatedFrom␟'), ',') from (
      select relatedFrom_2.* from "ProposalRelation" link join "Proposal" target on target."id" = link."proposalId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) relatedFrom_2 where link."relatedId" = proposal_1."id" and target."retractedAt" is null and link."kind" = any($1::text[]::"ProposalRelationKind"[]) order by target."title", target."id", link."ordinal"
    ) relatedFrom_2
  ), '') || ']}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $2 and proposal_1."retractedAt" is null
), 'null') as "json";

select '{"totalCount":' || (
  select count(*)::text from ( select each.*, lag(each."id") over earlier as "earlierId", lag(each."stance") over earlier as "earlierStance", lag(each."subjectId") over earlier as "earlierSubjectId" from "Position" each where ((each."retractedAt" is null and each."basis" = any($1::text[]::"PositionBasis"[])) and each."subjectId" in ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and ((proposal."id" in ( with recursive chain("id") as ( select named."id" from (
    select named.* from "Proposal" named where named."slug" = any($2::text[]) and named."retractedAt" is null
  ) named union select case when relation."proposalId" = chain."id" then relation."relatedId" else relation."proposalId" end from chain join "ProposalRelation" relation on chain."id" in (relation."proposalId", relation."relatedId") where relation."kind" in ('SUPERSEDES', 'BUILDS_ON') ) select chain."id" from chain))) union all select action."id" from "PolicyAction" action where action."retractedAt" is null and (false))) window earlier as (partition by each."holderId" order by each."sinceLatest", each."recordedAt", each."id")) position cross join lateral (
    select position."earlierId" as "id", position."earlierStance" as "stance", position."holderId", position."earlierSubjectId" as "subjectId"
  ) previous where (previous."id" is not null and position."stance" <> previous."stance" and (previous."holderId" in (
    select gone."id" from "Actor" gone where gone."retractedAt" is not null
  ))::int <> 1 and (previous."subjectId" in (
    select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
  ))::int <> 1 and (previous."stance" = any($3::text[]::"Stance"[]) and position."stance" = any($4::text[]::"Stance"[])))
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"holder":' || (
    select coalesce('{"slug":"' || holder_2."slug" || '","name":' || to_json(holder_2."name")::text || '}', '␟nStanceChange.holder␟') from "Actor" named join "Actor" holder_2 on holder_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = stanceChanges_1."holderId"
  ) || ',"previous":' || (
    select coalesce('{"since":' || to_json(previous_2."since")::text || ',"subject":' || case when previous_2."proposalId" is not null then (
      select coalesce('{"slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nPosition.subject␟') from "Proposal" subject_3 where subject_3."id" = previous_2."proposalId"
    ) when previous_2."policyActionId" is not null then (
      select coalesce('{"slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nPosition.subject␟') from "PolicyAction" subject_3 where subject_3."id" = previous_2."policyActionId"
    ) end || '}', '␟nStanceChange.previous␟') from "Position" previous_2 where previous_2."id" = stanceChanges_1."previousId"
  ) || ',"when":' || to_json(stanceChanges_1."since")::text || ',"subject":' || case when stanceChanges_1."proposalId" is not null then (
    select coalesce('{"slug":"' || subject_2."slug" || '","title":' || to_json(subject_2."title")::text || '}', '␟nStanceChange.subject␟') from "Proposal" subject_2 where subject_2."id" = stanceChanges_1."proposalId"
  ) when stanceChanges_1."policyActionId" is not null then (
    select coalesce('{"slug":"' || subject_2."slug" || '","title":' || to_json(subject_2."title")::text || '}', '␟nStanceChange.subject␟') from "PolicyAction" subject_2 where subject_2."id" = stanceChanges_1."policyActionId"
  ) end || '}', '␟nStanceChangeConnection.nodes␟'), ',') from (
    select position.*, previous."id" as "previousId", previous."stance" as "from" from ( select each.*, lag(each."id") over earlier as "earlierId", lag(each."stance") over earlier as "earlierStance", lag(each."subjectId") over earlier as "earlierSubjectId" from "Position" each where ((each."retractedAt" is null and each."basis" = any($5::text[]::"PositionBasis"[])) and each."subjectId" in ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and ((proposal."id" in ( with recursive chain("id") as ( select named."id" from (
      select named.* from "Proposal" named where named."slug" = any($6::text[]) and named."retractedAt" is null
    ) named union select case when relation."proposalId" = chain."id" then relation."relatedId" else relation."proposalId" end from chain join "ProposalRelation" relation on chain."id" in (relation."proposalId", relation."relatedId") where relation."kind" in ('SUPERSEDES', 'BUILDS_ON') ) select chain."id" from chain))) union all select action."id" from "PolicyAction" action where action."retractedAt" is null and (false))) window earlier as (partition by each."holderId" order by each."sinceLatest", each."recordedAt", each."id")) position cross join lateral (
      select position."earlierId" as "id", position."earlierStance" as "stance", position."holderId", position."earlierSubjectId" as "subjectId"
    ) previous where ((previous."id" is not null and position."stance" <> previous."stance" and (previous."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."stance" = any($7::text[]::"Stance"[]) and position."stance" = any($8::text[]::"Stance"[])))) order by (
      select related."name" from "Actor" related where related."id" = position."holderId"
    ) asc,position."id" asc limit 200
  ) stanceChanges_1
), '') || ']}' as "json";
