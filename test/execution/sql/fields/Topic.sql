-- Topic.proposals: { node(id: "topic_00000000000000000000000000") { ... on Topic { proposals { nodes { id } } } } }
select coalesce((
  select coalesce('{"proposals":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iproposal ' || proposals_2."id" || '␟"}', '␟nProposalConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select proposal.* from "Proposal" proposal where (proposal."retractedAt" is null and proposal."id" in (
        select about."proposalId" from "ProposalTopic" about where about."topicId" = parent."id"
      ) and true) order by proposal."title" asc,proposal."id" asc limit 25
    ) proposals_2
  ), '') || ']}}', '␟nQuery.node␟') from "Topic" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Topic.revisions: { node(id: "topic_00000000000000000000000000") { ... on Topic { revisions { nodes { action } } } } }
select coalesce((
  select coalesce('{"revisions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"action":"' || revisions_2."action" || '"}', '␟nRevisionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select revision.* from "Revision" revision where (revision."entityId" = parent."id") order by revision."version" desc limit 25
    ) revisions_2
  ), '') || ']}}', '␟nQuery.node␟') from "Topic" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Topic.slug: { node(id: "topic_00000000000000000000000000") { ... on Topic { slug } } }
select coalesce((
  select coalesce('{"slug":"' || node_1."slug" || '"}', '␟nQuery.node␟') from "Topic" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
