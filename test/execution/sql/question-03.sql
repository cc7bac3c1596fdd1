select coalesce((
  select coalesce('{"title":' || to_json(proposal_1."title")::text || ',"participants":[' || coalesce((
    select string_agg(coalesce('{"role":"' || participants_2."role" || '","actor":' || (
      select coalesce('{"slug":"' || actor_3."slug" || '","name":' || to_json(actor_3."name")::text || ',"affiliations":{"nodes":[' || coalesce((
        select string_agg(coalesce('{"organization":' || (
          select coalesce('{"name":' || to_json(organization_5."name")::text || '}', '␟nAffiliation.organization␟') from "Actor" named join "Actor" organization_5 on organization_5."id" = coalesce(named."mergedIntoId", named."id") where named."id" = affiliations_4."organizationId"
        ) || ',"during":' || coalesce(to_json(affiliations_4."during")::text, 'null') || '}', '␟nAffiliationConnection.nodes␟'), ',') from (
          select actor_3."id" as "id"
        ) parent cross join lateral (
          select affiliation.* from "Affiliation" affiliation where (affiliation."memberId" = parent."id" and affiliation."retractedAt" is null and (affiliation."during" is null or (affiliation."duringStartLatest" <= $1::date and affiliation."duringLatest" >= $2::date)) and (affiliation."kind" = any($3::text[]::"AffiliationKind"[]) and affiliation."organizationId" in (
            select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."id" in (
              select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($4::text[])
            ))
          ))) order by coalesce(affiliation."duringEarliest", '9999-12-31'::date) asc,affiliation."id" asc limit 25
        ) affiliations_4
      ), '') || ']}}', '␟nParticipation.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = participants_2."targetId"
    ) || '}', '␟nProposal.participants␟'), ',') from (
      select participants_2.* from "Participation" link join "Actor" target on target."id" = link."actorId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) participants_2 where link."proposalId" = proposal_1."id" and target."retractedAt" is null and true order by link."ordinal", target."id"
    ) participants_2
  ), '') || ']}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $5 and proposal_1."retractedAt" is null
), 'null') as "json";
