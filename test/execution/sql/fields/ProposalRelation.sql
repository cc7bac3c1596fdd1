-- ProposalRelation.proposal: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { relatedFrom { proposal { id } } } } }
select coalesce((
  select coalesce('{"relatedFrom":[' || coalesce((
    select string_agg(coalesce('{"proposal":' || (
      select coalesce('{"id":"␟iproposal ' || proposal_3."id" || '␟"}', '␟nProposalRelation.proposal␟') from "Proposal" proposal_3 where proposal_3."id" = relatedFrom_2."targetId"
    ) || '}', '␟nProposal.relatedFrom␟'), ',') from (
      select relatedFrom_2.* from "ProposalRelation" link join "Proposal" target on target."id" = link."proposalId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) relatedFrom_2 where link."relatedId" = node_1."id" and target."retractedAt" is null and true order by target."title", target."id", link."ordinal"
    ) relatedFrom_2
  ), '') || ']}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- ProposalRelation.sources: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { relatedFrom { sources { id } } } } }
select coalesce((
  select coalesce('{"relatedFrom":[' || coalesce((
    select string_agg(coalesce('{"sources":[' || coalesce((
      select string_agg(coalesce('{"id":"␟isource ' || sources_3."id" || '␟"}', '␟nProposalRelation.sources␟'), ',') from (
        select sources_3.* from "ProposalRelationSource" link join "Source" sources_3 on sources_3."id" = link."sourceId" where link."proposalId" = relatedFrom_2."proposalId" and link."relatedId" = relatedFrom_2."relatedId" and link."kind" = relatedFrom_2."kind" and sources_3."retractedAt" is null order by link."ordinal", sources_3."id"
      ) sources_3
    ), '') || ']}', '␟nProposal.relatedFrom␟'), ',') from (
      select relatedFrom_2.* from "ProposalRelation" link join "Proposal" target on target."id" = link."proposalId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) relatedFrom_2 where link."relatedId" = node_1."id" and target."retractedAt" is null and true order by target."title", target."id", link."ordinal"
    ) relatedFrom_2
  ), '') || ']}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- ProposalRelation.weight: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { relatedFrom { weight } } } }
select coalesce((
  select coalesce('{"relatedFrom":[' || coalesce((
    select string_agg(coalesce('{"weight":' || coalesce((case when relatedFrom_2."kind" in ('ENDORSES', 'CONTRADICTS') then coalesce(relatedFrom_2."weight", 1) end)::text, 'null') || '}', '␟nProposal.relatedFrom␟'), ',') from (
      select relatedFrom_2.* from "ProposalRelation" link join "Proposal" target on target."id" = link."proposalId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) relatedFrom_2 where link."relatedId" = node_1."id" and target."retractedAt" is null and true order by target."title", target."id", link."ordinal"
    ) relatedFrom_2
  ), '') || ']}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
