select coalesce((
  select coalesce('{"slug":"' || topic_1."slug" || '","name":' || to_json(topic_1."name")::text || ',"proposals":{"totalCount":' || (
    select count(*)::text from (
      select topic_1."id" as "id"
    ) parent cross join lateral ( select from "Proposal" proposal where proposal."retractedAt" is null and proposal."id" in (
      select about."proposalId" from "ProposalTopic" about where about."topicId" = parent."id"
    ) and true) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || proposals_2."slug" || '"}', '␟nProposalConnection.nodes␟'), ',') from (
      select topic_1."id" as "id"
    ) parent cross join lateral (
      select proposal.* from "Proposal" proposal where (proposal."retractedAt" is null and proposal."id" in (
        select about."proposalId" from "ProposalTopic" about where about."topicId" = parent."id"
      ) and true) order by coalesce(coalesce(proposal."proposedOnEarliest", (
        select vote."heldOnEarliest" from (
          select vote.* from "RollCall" vote where vote."proposalId" = proposal."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
        ) vote
      )), '9999-12-31'::date) desc,proposal."id" desc limit 100
    ) proposals_2
  ), '') || ']}}', '␟nQuery.topic␟') from "Topic" topic_1 where topic_1."slug" = $1 and topic_1."retractedAt" is null
), 'null') as "json";

select '[' || coalesce((
  select string_agg(coalesce('{"slug":"' || topics_1."slug" || '","name":' || to_json(topics_1."name")::text || '}', '␟nQuery.topics␟'), ',') from (
    select topics_1.* from "Topic" topics_1 where topics_1."retractedAt" is null order by topics_1."name", topics_1."id"
  ) topics_1
), '') || ']' as "json";

select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || actors_1."slug" || '","name":' || to_json(actors_1."name")::text || ',"members":{"totalCount":' || (
    select count(*)::text from (
      select actors_1."id" as "id"
    ) parent cross join lateral ( select from "Actor" actor where actor."retractedAt" is null and actor."id" in (
      select membership."memberId" from "Affiliation" membership where membership."organizationId" = parent."id" and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= $1::date and membership."duringLatest" >= $2::date))
    ) and true) counted
  ) || '}}', '␟nActorConnection.nodes␟'), ',') from (
    select actor.* from "Actor" actor where (actor."retractedAt" is null and true and (actor."kind" = any($3::text[]::"ActorKind"[]))) order by actor."name" asc,actor."id" asc limit 100
  ) actors_1
), '') || ']}' as "json";
