select '{"totalCount":' || (
  select count(*)::text from "Actor" actor where actor."retractedAt" is null and (actor."id" in (
    select participation."actorId" from "Participation" participation join "Proposal" proposal on proposal."id" = participation."proposalId" where proposal."slug" = $1 and proposal."retractedAt" is null and participation."role" = any($2::text[]::"ParticipationRole"[])
  ) and ((actor."id" in (
    select position."holderId" from "Position" position where position."subjectId" = (
      select proposal."id" from "Proposal" proposal where proposal."slug" = $3 and proposal."retractedAt" is null union all select action."id" from "PolicyAction" action where action."slug" = $4 and action."retractedAt" is null
    ) and (position."standingUntil" = '9999-12-31'::date)
  ))) is not true) and true
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || holders_1."slug" || '","name":' || to_json(holders_1."name")::text || '}', '␟nActorConnection.nodes␟'), ',') from (
    select actor.* from "Actor" actor where (actor."retractedAt" is null and (actor."id" in (
      select participation."actorId" from "Participation" participation join "Proposal" proposal on proposal."id" = participation."proposalId" where proposal."slug" = $5 and proposal."retractedAt" is null and participation."role" = any($6::text[]::"ParticipationRole"[])
    ) and ((actor."id" in (
      select position."holderId" from "Position" position where position."subjectId" = (
        select proposal."id" from "Proposal" proposal where proposal."slug" = $7 and proposal."retractedAt" is null union all select action."id" from "PolicyAction" action where action."slug" = $8 and action."retractedAt" is null
      ) and (position."standingUntil" = '9999-12-31'::date)
    ))) is not true) and true) order by actor."name" asc,actor."id" asc limit 25
  ) holders_1
), '') || ']}' as "json";
