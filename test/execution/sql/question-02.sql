select coalesce((
  select coalesce('{"title":' || to_json(proposal_1."title")::text || ',"proposedOn":' || coalesce(to_json(proposal_1."proposedOn")::text, 'null') || ',"sponsors":[' || coalesce((
    select string_agg(coalesce('{"name":' || to_json(sponsors_2."name")::text || '}', '␟nProposal.sponsors␟'), ',') from (
      select sponsors_2.* from "ProposalSponsor" link join "Actor" sponsors_2 on sponsors_2."id" = link."actorId" where link."proposalId" = proposal_1."id" and sponsors_2."retractedAt" is null order by link."ordinal", sponsors_2."id"
    ) sponsors_2
  ), '') || '],"statements":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"speaker":' || coalesce((
      select coalesce('{"name":' || to_json(speaker_3."name")::text || '}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_3 on speaker_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = statements_2."speakerId"
    ), 'null') || ',"capacity":' || coalesce((
      select coalesce('{"role":' || coalesce(to_json(capacity_3."role")::text, 'null') || ',"organization":' || (
        select coalesce('{"name":' || to_json(organization_4."name")::text || '}', '␟nAffiliation.organization␟') from "Actor" named join "Actor" organization_4 on organization_4."id" = coalesce(named."mergedIntoId", named."id") where named."id" = capacity_3."organizationId"
      ) || '}', '␟nStatement.capacity␟') from "Affiliation" capacity_3 where capacity_3."id" = statements_2."capacityId"
    ), 'null') || ',"madeOn":' || to_json(statements_2."madeOn")::text || ',"summary":' || to_json(statements_2."summary")::text || ',"sources":[' || coalesce((
      select string_agg(coalesce('{"title":' || to_json(sources_3."title")::text || '}', '␟nStatement.sources␟'), ',') from (
        select sources_3.* from "StatementSource" link join "Source" sources_3 on sources_3."id" = link."sourceId" where link."statementId" = statements_2."id" and sources_3."retractedAt" is null order by link."ordinal", sources_3."id"
      ) sources_3
    ), '') || ']}', '␟nStatementConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select statement.* from "Statement" statement where (statement."retractedAt" is null and statement."id" in ( select mention."statementId" from "StatementMention" mention where mention."proposalId" = parent."id") and (statement."onBehalfOfId" in (
        select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."id" in (
          select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($1::text[])
        ))
      ))) order by statement."madeOnEarliest" asc,statement."id" asc limit 25
    ) statements_2
  ), '') || ']},"relations":[' || coalesce((
    select string_agg(coalesce('{"kind":"' || relations_2."kind" || '","proposal":' || (
      select coalesce('{"slug":"' || proposal_3."slug" || '","title":' || to_json(proposal_3."title")::text || ',"proposedOn":' || coalesce(to_json(proposal_3."proposedOn")::text, 'null') || ',"sponsors":[' || coalesce((
        select string_agg(coalesce('{"name":' || to_json(sponsors_4."name")::text || '}', '␟nProposal.sponsors␟'), ',') from (
          select sponsors_4.* from "ProposalSponsor" link join "Actor" sponsors_4 on sponsors_4."id" = link."actorId" where link."proposalId" = proposal_3."id" and sponsors_4."retractedAt" is null order by link."ordinal", sponsors_4."id"
        ) sponsors_4
      ), '') || '],"positions":{"nodes":[' || coalesce((
        select string_agg(coalesce('{"holder":' || (
          select coalesce('{"name":' || to_json(holder_5."name")::text || '}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_5 on holder_5."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_4."holderId"
        ) || ',"through":' || coalesce((
          select coalesce('{"name":' || to_json(through_5."name")::text || '}', '␟nPosition.through␟') from "Actor" named join "Actor" through_5 on through_5."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_4."throughId"
        ), 'null') || ',"stance":"' || positions_4."stance" || '","since":' || to_json(positions_4."since")::text || '}', '␟nPositionConnection.nodes␟'), ',') from (
          select proposal_3."id" as "id"
        ) parent cross join lateral (
          select position.* from "Position" position where ((position."subjectId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and (position."subjectId" in (
            select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
          ))::int <> 1 and (position."basis" = any($2::text[]::"PositionBasis"[]) and position."basis" <> 'VOTE'))) order by position."sinceEarliest" asc,position."id" asc limit 25
        ) positions_4
      ), '') || ']}}', '␟nProposalRelation.proposal␟') from "Proposal" proposal_3 where proposal_3."id" = relations_2."targetId"
    ) || '}', '␟nProposal.relations␟'), ',') from (
      select relations_2.* from "ProposalRelation" link join "Proposal" target on target."id" = link."relatedId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) relations_2 where link."proposalId" = proposal_1."id" and target."retractedAt" is null and link."kind" = any($3::text[]::"ProposalRelationKind"[]) order by link."ordinal", target."id"
    ) relations_2
  ), '') || ']}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $4 and proposal_1."retractedAt" is null
), 'null') as "json";
