select coalesce((
  select coalesce('{"sponsors":[' || coalesce((
    select string_agg(coalesce('{"name":' || to_json(sponsors_2."name")::text || '}', '␟nProposal.sponsors␟'), ',') from (
      select sponsors_2.* from "ProposalSponsor" link join "Actor" sponsors_2 on sponsors_2."id" = link."actorId" where link."proposalId" = proposal_1."id" and sponsors_2."retractedAt" is null order by link."ordinal", sponsors_2."id"
    ) sponsors_2
  ), '') || '],"participants":[' || coalesce((
    select string_agg(coalesce('{"actor":' || (
      select coalesce('{"name":' || to_json(actor_3."name")::text || '}', '␟nParticipation.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = participants_2."targetId"
    ) || '}', '␟nProposal.participants␟'), ',') from (
      select participants_2.* from "Participation" link join "Actor" target on target."id" = link."actorId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) participants_2 where link."proposalId" = proposal_1."id" and target."retractedAt" is null and link."role" = any($1::text[]::"ParticipationRole"[]) order by link."ordinal", target."id"
    ) participants_2
  ), '') || ']}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $2 and proposal_1."retractedAt" is null
), 'null') as "json";
