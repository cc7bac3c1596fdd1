-- Query.absentees: { absentees { nodes { absences { nodes { actor { id } } } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"absences":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"actor":' || (
      select coalesce('{"id":"␟iactor ' || actor_3."id" || '␟"}', '␟nAbsence.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = absences_2."actorId"
    ) || '}', '␟nAbsenceConnection.nodes␟'), ',') from (
      select absentees_1."actorId" as "id"
    ) parent cross join lateral (
      select absences.* from (
        select absence.*, roll_call."id", roll_call."heldOnEarliest", proposal."title" from "RollCallAbsence" absence join "RollCall" roll_call on roll_call."id" = absence."rollCallId" join "Proposal" proposal on proposal."id" = roll_call."proposalId" where absence."actorId" = parent."id" and (roll_call."retractedAt" is null and (roll_call."proposalId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null
        ))::int <> 1)
      ) absences where (true) order by absences."heldOnEarliest" asc,absences."id" asc limit 25
    ) absences_2
  ), '') || ']}}', '␟nAbsenteeConnection.nodes␟'), ',') from (
    select absentee.* from (
      select actor."id", actor."name", actor."id" as "actorId", numbers."count", numbers."derived" from (
        select absence."actorId", count(*)::int as "count", (count(*) filter (where absence."basis" = 'DERIVED'))::int as "derived" from "RollCallAbsence" absence join "RollCall" roll_call on roll_call."id" = absence."rollCallId" where (roll_call."retractedAt" is null and (roll_call."proposalId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null
        ))::int <> 1) group by 1
      ) numbers join "Actor" actor on actor."id" = numbers."actorId" and actor."retractedAt" is null where true
    ) absentee where (true) order by absentee."count" desc,absentee."id" desc limit 25
  ) absentees_1
), '') || ']}' as "json";

-- Query.actor: { actor(slug: "russia") { id } }
select coalesce((
  select coalesce('{"id":"␟iactor ' || actor_1."id" || '␟"}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Query.actors: { actors { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟iactor ' || actors_1."id" || '␟"}', '␟nActorConnection.nodes␟'), ',') from (
    select actor.* from "Actor" actor where (actor."retractedAt" is null and true and true) order by actor."name" asc,actor."id" asc limit 25
  ) actors_1
), '') || ']}' as "json";

-- Query.agreementMatrix: { agreementMatrix(holders: { kinds: [STATE] }) { actors { id } } }
select (
  with holder as ( select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.* from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($1::text[]::"ActorKind"[])) order by "place" limit $2 ), piece as materialized (
    select stances."holderId", stances."part", coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'SUPPORTS'), 0::bit(512)) as "SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'CONDITIONALLY_SUPPORTS'), 0::bit(512)) as "CONDITIONALLY_SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'UNDECIDED'), 0::bit(512)) as "UNDECIDED",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'ABSTAINS'), 0::bit(512)) as "ABSTAINS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'OPPOSES'), 0::bit(512)) as "OPPOSES" from "HolderStances" stances left join (
      select place."place" / 512 as "part", ~bit_or(standpoint_subject_bit(place."place")) as "subjects" from (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ) gone join "SubjectPlace" place on place."subjectId" = gone."id" group by 1
    ) chosen on chosen."part" = stances."part" where (stances."holderId" in (
      select holder."id" from holder
    )) group by stances."holderId", stances."part"
  ), strings as ( select holder."id", holder."place", coalesce(string_agg(coalesce(piece."SUPPORTS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "SUPPORTS",coalesce(string_agg(coalesce(piece."CONDITIONALLY_SUPPORTS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "CONDITIONALLY_SUPPORTS",coalesce(string_agg(coalesce(piece."UNDECIDED", 0::bit(512))::text, '' order by part."part"), '')::varbit as "UNDECIDED",coalesce(string_agg(coalesce(piece."ABSTAINS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "ABSTAINS",coalesce(string_agg(coalesce(piece."OPPOSES", 0::bit(512))::text, '' order by part."part"), '')::varbit as "OPPOSES" from holder left join (
    select distinct piece."part" from piece
  ) part on true left join piece on piece."holderId" = holder."id" and piece."part" = part."part" group by holder."id", holder."place" ), bits as materialized ( select strings.*, "SUPPORTS" | "CONDITIONALLY_SUPPORTS" as "yes","ABSTAINS" | "UNDECIDED" as "abstain","OPPOSES" as "no", "SUPPORTS" | "CONDITIONALLY_SUPPORTS" | "UNDECIDED" | "ABSTAINS" | "OPPOSES" as "any", "SUPPORTS" || "CONDITIONALLY_SUPPORTS" || "UNDECIDED" || "ABSTAINS" || "OPPOSES" as "all" from strings ) select case when (
    select count(*) from holder
  ) > 250 then '␟e0 ␟' else coalesce('{"actors":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iactor ' || actors_2."id" || '␟"}', '␟nAgreementMatrix.actors␟'), ',') from (
      select actors_2.* from holder actors_2 order by actors_2."place"
    ) actors_2
  ), '') || ']}', '␟nQuery.agreementMatrix␟') end from (
    select
  ) agreementMatrix_1
) as "json";

-- Query.alignments: { alignments(with: {}) { nodes { actor { id } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"actor":' || (
    select coalesce('{"id":"␟iactor ' || actor_2."id" || '␟"}', '␟nAlignment.actor␟') from "Actor" named join "Actor" actor_2 on actor_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = alignments_1."actorId"
  ) || '}', '␟nAlignmentConnection.nodes␟'), ',') from (
    select alignment.* from (
      select actor."id", actor."name", actor."id" as "actorId", numbers."compared", numbers."against", case when numbers."compared" >= $1::int then (numbers."compared" - numbers."against")::float8 / nullif(numbers."compared", 0) end as "score" from (
        select compared."holderId", count(*) as "compared", count(*) filter (where compared."vote" <> compared."majority") as "against" from (
          select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
            select own.*, true as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1) and true offset 0
          ) own join (
            select position."subjectId", count(*) filter (where position."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')) as "yes",count(*) filter (where position."stance" in ('ABSTAINS', 'UNDECIDED')) as "abstain",count(*) filter (where position."stance" in ('OPPOSES')) as "no" from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1)) group by position."subjectId"
          ) tally on tally."subjectId" = own."subjectId" cross join lateral (
            select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
          ) others ) compared where compared."majority" is not null
        ) compared group by 1
      ) numbers join "Actor" actor on actor."id" = numbers."holderId"
    ) alignment where (alignment."score" is not null) order by alignment."against" desc,alignment."id" desc limit 25
  ) alignments_1
), '') || ']}' as "json";

-- Query.changes: { changes { nodes { action } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"action":"' || changes_1."action" || '"}', '␟nChangeConnection.nodes␟'), ',') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" where (true) order by change."sequence" asc limit 25
  ) changes_1
), '') || ']}' as "json";

-- Query.cohesion: { cohesion(of: {}) { abstain } }
select '[' || coalesce((
  select case when count(*) > 10000 then '␟e0 ␟' else string_agg(coalesce('{"abstain":' || (cohesion_1."abstain")::text || '}', '␟nQuery.cohesion␟'), ',') end from (
    with member as materialized ( select place."place" / 256 as "part", bit_or(standpoint_holder_bit(place."place")) as "holders" from "HolderPlace" place where ((place."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1) group by 1 ), voted as materialized ( select counted.* from ( select stances."subjectId", stances."proposalId", stances."policyActionId", stances."stance", stances."sinceLatest", stances."part", stances."holders" & member."holders" as "holders", bit_count(stances."holders" & member."holders")::int as "count" from "SubjectStances" stances join member on member."part" = stances."part" where ((stances."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1) ) counted where counted."count" > 0 ), subject as ( select voted."subjectId", voted."proposalId", voted."policyActionId", coalesce(sum(voted."count") filter (where voted."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "yes",coalesce(sum(voted."count") filter (where voted."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "abstain",coalesce(sum(voted."count") filter (where voted."stance" in ('OPPOSES')), 0) as "no", sum(voted."count") as "votes", date_part('year', max(voted."sinceLatest"))::int as "year" from voted group by 1, 2, 3 having sum(voted."count") >= $1::int ), keyed as ( select subject."subjectId", subject."yes", subject."abstain", subject."no", subject."votes", greatest(subject."yes", subject."abstain", subject."no") as "most", null::int as "year",null::int as "decade",null::uuid as "topicId",null::uuid as "proposalId",null::uuid as "policyActionId" from subject ), grouped as ( select keyed.*, dense_rank() over (order by keyed."year",keyed."decade",keyed."topicId",keyed."proposalId",keyed."policyActionId") as "group" from keyed ) select measure.*, coalesce(people."holders", 0) as "holders" from ( select grouped."group", grouped."year",grouped."decade",grouped."topicId",grouped."proposalId",grouped."policyActionId", count(*) as "subjects", sum(grouped."yes") as "yes", sum(grouped."abstain") as "abstain", sum(grouped."no") as "no", count(*) filter (where grouped."most" = grouped."votes") as "unanimous", count(*) filter (where grouped."yes" > 0 and grouped."no" > 0) as "divided", avg(abs(grouped."yes" - grouped."no")::numeric / nullif(grouped."yes" + grouped."no", 0))::float8 as "rice", avg((3 * grouped."most" - grouped."votes")::numeric / (2 * grouped."votes"))::float8 as "agreementIndex" from grouped group by grouped."group", grouped."year",grouped."decade",grouped."topicId",grouped."proposalId",grouped."policyActionId" ) measure left join ( select part."group", sum(part."holders") as "holders" from ( select grouped."group", bit_count(bit_or(voted."holders")) as "holders" from grouped join voted on voted."subjectId" = grouped."subjectId" group by grouped."group", voted."part" ) part group by part."group" ) people on people."group" = measure."group" limit $2
  ) cohesion_1
), '') || ']' as "json";

-- Query.draft: { draft(id: "draft_00000000000000000000000000") { id } }
select coalesce((
  select coalesce('{"id":"␟idraft ' || draft_1."id" || '␟"}', '␟nQuery.draft␟') from "Draft" draft_1 where draft_1."id" = $1::uuid and true
), 'null') as "json";

-- Query.drafts: { drafts { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟idraft ' || drafts_1."id" || '␟"}', '␟nDraftConnection.nodes␟'), ',') from (
    select draft.* from "Draft" draft where ((true)) order by draft."recordedAt" asc,draft."id" asc limit 25
  ) drafts_1
), '') || ']}' as "json";

-- Query.heldProposals: { heldProposals(by: [{ group: "nato", stances: [OPPOSES] }]) { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟iproposal ' || heldProposals_1."id" || '␟"}', '␟nProposalConnection.nodes␟'), ',') from (
    select proposal.* from "Proposal" proposal where (proposal."retractedAt" is null and proposal."id" in (
      with dated as materialized ( select last."id", coalesce(last."day", $1::date) as "day" from (
        select dated."id", coalesce(dated."proposedOnLatest", vote."heldOnLatest") as "day" from "Proposal" dated left join ( select distinct on (each."proposalId") each."proposalId", each."heldOnLatest" from "RollCall" each where each."retractedAt" is null order by each."proposalId", each."heldOnEarliest", each."id" ) vote on vote."proposalId" = dated."id"
      ) last ) select dated."id" from dated where (true and dated."id" in ( with term as materialized ( select membership."during", membership."duringStartLatest", membership."duringLatest", place."place" / 256 as "part", bit_or(standpoint_holder_bit(place."place")) as "holders" from "Affiliation" membership join "HolderPlace" place on place."holderId" = membership."memberId" where membership."organizationId" in (
        select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($2::text[])
      ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and true group by 1, 2, 3, 4 ), member as materialized ( select held."day", those.* from (
        select distinct dated."day" as "day" from dated
      ) held cross join lateral ( select term."part", bit_or(term."holders") as "holders" from term where (term."during" is null or (term."duringStartLatest" <= held."day"::date and term."duringLatest" >= held."day"::date)) group by term."part") those ), size as ( select held."day", count(distinct membership."memberId") as "members" from (
        select distinct dated."day" as "day" from dated
      ) held join "Affiliation" membership on membership."organizationId" in (
        select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($3::text[])
      ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= held."day"::date and membership."duringLatest" >= held."day"::date)) group by 1 ), holding as ( select stances."subjectId", sum(bit_count(stances."holders" & member."holders")) as "holding" from dated join "SubjectStances" stances on stances."subjectId" = dated."id" join member on member."day" = dated."day" and member."part" = stances."part" where (stances."stance" = any($4::text[]::"Stance"[])) group by 1 ) select tally."id" from ( select dated."id", size."members", coalesce(holding."holding", 0) as "holding" from dated join size on size."day" = dated."day" left join holding on holding."subjectId" = dated."id" ) tally where tally."holding" = tally."members"))
    ) and true) order by proposal."title" asc,proposal."id" asc limit 25
  ) heldProposals_1
), '') || ']}' as "json";

-- Query.holders: { holders { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟iactor ' || holders_1."id" || '␟"}', '␟nActorConnection.nodes␟'), ',') from (
    select actor.* from "Actor" actor where (actor."retractedAt" is null and true and true) order by actor."name" asc,actor."id" asc limit 25
  ) holders_1
), '') || ']}' as "json";

-- Query.latestChange: { latestChange { action } }
select coalesce((
  select coalesce('{"action":"' || latestChange_1."action" || '"}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";

-- Query.meeting: { meeting(slug: "nothing") { id } }
select coalesce((
  select coalesce('{"id":"␟imeeting ' || meeting_1."id" || '␟"}', '␟nQuery.meeting␟') from "Meeting" meeting_1 where meeting_1."slug" = $1 and meeting_1."retractedAt" is null
), 'null') as "json";

-- Query.meetings: { meetings { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟imeeting ' || meetings_1."id" || '␟"}', '␟nMeetingConnection.nodes␟'), ',') from (
    select meeting.* from "Meeting" meeting where (meeting."retractedAt" is null and true) order by meeting."heldOnEarliest" asc,meeting."id" asc limit 25
  ) meetings_1
), '') || ']}' as "json";

-- Query.node: { node(id: "actor_00000000000000000000000000") { __typename } }
select coalesce((
  select '{"__typename":"Actor"}' from "Actor" named join "Actor" node_1 on node_1."id" = coalesce(named."mergedIntoId", named."id") where named."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Query.nodes: { nodes(ids: ["actor_00000000000000000000000000", "topic_00000000000000000000000000"]) { __typename } }
select wanted."n"::int as "n", (
  select '{"__typename":"Actor"}' from "Actor" named join "Actor" nodes_1 on nodes_1."id" = coalesce(named."mergedIntoId", named."id") where named."id" = wanted."key" and nodes_1."retractedAt" is null
) as "json" from (
  select $1::uuid as "key", 1 as "n"
) wanted;

select wanted."n"::int as "n", (
  select '{"__typename":"Topic"}' from "Topic" nodes_1 where nodes_1."id" = wanted."key" and nodes_1."retractedAt" is null
) as "json" from (
  select $1::uuid as "key", 1 as "n"
) wanted;

-- Query.policyAction: { policyAction(slug: "nothing") { id } }
select coalesce((
  select coalesce('{"id":"␟ipolicy_action ' || policyAction_1."id" || '␟"}', '␟nQuery.policyAction␟') from "PolicyAction" policyAction_1 where policyAction_1."slug" = $1 and policyAction_1."retractedAt" is null
), 'null') as "json";

-- Query.policyActions: { policyActions { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟ipolicy_action ' || policyActions_1."id" || '␟"}', '␟nPolicyActionConnection.nodes␟'), ',') from (
    select action.* from "PolicyAction" action where (action."retractedAt" is null and true and true) order by coalesce(action."announcedOnEarliest",action."duringEarliest", '9999-12-31'::date) asc,action."id" asc limit 25
  ) policyActions_1
), '') || ']}' as "json";

-- Query.position: { position(id: "position_00000000000000000000000000") { id } }
select coalesce((
  select coalesce('{"id":"␟iposition ' || position_1."id" || '␟"}', '␟nQuery.position␟') from "Position" position_1 where position_1."id" = $1::uuid and position_1."retractedAt" is null
), 'null') as "json";

-- Query.positionCounts: { positionCounts(groupBy: [STANCE, HOLDER, SUBJECT, TOPIC]) { basis } }
select '[' || coalesce((
  select case when count(*) > 10000 then '␟e0 ␟' else string_agg(coalesce('{"basis":' || coalesce('"' || positionCounts_1."basis" || '"', 'null') || '}', '␟nQuery.positionCounts␟'), ',') end from (
    select counted.*, null::text as "basis", null::text as "holderKind", null::text as "year", null::text as "month" from ( select held."stance" as "stance",held."holderId" as "holderId",held."proposalId" as "proposalId",held."policyActionId" as "policyActionId",held."topicId" as "topicId",sum(held."count")::int as "count" from ( select position."stance" as "stance",position."holderId" as "holderId",position."proposalId" as "proposalId",position."policyActionId" as "policyActionId",topic."id" as "topicId",count(*) as "count" from (
      select position.* from "Position" position where position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and true limit $1
    ) position left join ("ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" and topic."retractedAt" is null) on about."proposalId" = position."proposalId" group by 1,2,3,4,5 ) held group by 1,2,3,4,5 limit $2 ) counted order by counted."stance",(
      select named."name" from "Actor" named where named."id" = counted."holderId"
    ),counted."holderId",coalesce((
      select named."title" from "Proposal" named where named."id" = counted."proposalId"
    ), (
      select named."title" from "PolicyAction" named where named."id" = counted."policyActionId"
    )),coalesce(counted."proposalId", counted."policyActionId"),(
      select named."name" from "Topic" named where named."id" = counted."topicId"
    ),counted."topicId"
  ) positionCounts_1
), '') || ']' as "json";

-- Query.positions: { positions { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟iposition ' || positions_1."id" || '␟"}', '␟nPositionConnection.nodes␟'), ',') from (
    select position.* from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (position."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by position."sinceEarliest" asc,position."id" asc limit 25
  ) positions_1
), '') || ']}' as "json";

-- Query.proposal: { proposal(slug: "nothing") { id } }
select coalesce((
  select coalesce('{"id":"␟iproposal ' || proposal_1."id" || '␟"}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $1 and proposal_1."retractedAt" is null
), 'null') as "json";

-- Query.proposals: { proposals { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟iproposal ' || proposals_1."id" || '␟"}', '␟nProposalConnection.nodes␟'), ',') from (
    select proposal.* from "Proposal" proposal where (proposal."retractedAt" is null and true and true) order by proposal."title" asc,proposal."id" asc limit 25
  ) proposals_1
), '') || ']}' as "json";

-- Query.rollCall: { rollCall(slug: "nothing") { id } }
select coalesce((
  select coalesce('{"id":"␟iroll_call ' || rollCall_1."id" || '␟"}', '␟nQuery.rollCall␟') from "RollCall" rollCall_1 where rollCall_1."slug" = $1 and rollCall_1."retractedAt" is null
), 'null') as "json";

-- Query.rollCalls: { rollCalls { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟iroll_call ' || rollCalls_1."id" || '␟"}', '␟nRollCallConnection.nodes␟'), ',') from (
    select roll_call.* from "RollCall" roll_call where ((roll_call."retractedAt" is null and (roll_call."proposalId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by roll_call."heldOnEarliest" asc,roll_call."id" asc limit 25
  ) rollCalls_1
), '') || ']}' as "json";

-- Query.savedQuestion: { savedQuestion(id: "saved_question_00000000000000000000000000") { id } }
select coalesce((
  select coalesce('{"id":"␟isaved_question ' || savedQuestion_1."id" || '␟"}', '␟nQuery.savedQuestion␟') from (
    select saved.*, question."variables", question."asOf", question."answer", question."answeredUpTo", question."answeredAt", question."failure", question."failingSince" from "SavedQuestion" saved join "Question" question on question."id" = saved."questionId" where saved."author" = $1
  ) savedQuestion_1 where savedQuestion_1."id" = $2::uuid
), 'null') as "json";

-- Query.savedQuestions: { savedQuestions { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟isaved_question ' || savedQuestions_1."id" || '␟"}', '␟nSavedQuestionConnection.nodes␟'), ',') from (
    select saved.*, question."variables", question."asOf", question."answer", question."answeredUpTo", question."answeredAt", question."failure", question."failingSince" from "SavedQuestion" saved join "Question" question on question."id" = saved."questionId" where (saved."author" = $1) order by saved."name" asc,saved."id" asc limit 25
  ) savedQuestions_1
), '') || ']}' as "json";

-- Query.search: { search(query: "peace") { nodes { __typename } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce(case when search_1."kind" = 'SOURCE' then (
    select '{"__typename":"Source"}' from "Source" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'ACTOR' then (
    select '{"__typename":"Actor"}' from "Actor" named join "Actor" nodes_2 on nodes_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = search_1."entityId"
  ) when search_1."kind" = 'TOPIC' then (
    select '{"__typename":"Topic"}' from "Topic" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'PROPOSAL' then (
    select '{"__typename":"Proposal"}' from "Proposal" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'POLICY_ACTION' then (
    select '{"__typename":"PolicyAction"}' from "PolicyAction" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'MEETING' then (
    select '{"__typename":"Meeting"}' from "Meeting" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'STATEMENT' then (
    select '{"__typename":"Statement"}' from "Statement" nodes_2 where nodes_2."id" = search_1."entityId"
  ) end, '␟nSearchConnection.nodes␟'), ',') from (
    select hit."kind", hit."entityId" from ( with named as (
      select name."entityId", name."kind", max(name."weight" + case when name."starts" @@ (
        select standpoint_symbol_query($1)
      ) then 300 when name."key" = (
        select standpoint_name_key(standpoint_words($2))
      ) then 200 else 100 end) as "score", max(1.0 / char_length(name."key"))::float8 as "closeness" from "SearchName" name where (name."starts" @@ (
        select standpoint_name_query($3)
      )) group by 1, 2
    ), worded as (
      select document."entityId", document."kind", (ts_rank_cd(document."document", (
        select standpoint_search_query($4)
      )) * case document."kind" when 'ACTOR' then 4 when 'TOPIC' then 3 when 'PROPOSAL' then 2 else 1 end)::float8 as "closeness" from "SearchDocument" document where (document."document" @@ (
        select standpoint_search_query($5)
      ))
    ) select "entityId", "kind", coalesce(named."score", 0) as "score", coalesce(named."closeness", worded."closeness") as "closeness" from named full join worded using ("entityId", "kind") union all select name."entityId", name."kind", max(-1 - "typos" - abs(char_length(name."key") - char_length((
      select standpoint_name_key(standpoint_words($6))
    )))), max(name."weight")::float8 from "SearchName" name cross join lateral standpoint_typos((
      select standpoint_misspelt_words($7)
    ), name."spellings") "typos" where (name."spellings" && (
      select standpoint_longest_spellings(standpoint_misspelt_words($8))
    ) and "typos" is not null and not exists (
      select from named
    ) and not exists (
      select from worded
    )) group by 1, 2) hit where (true) order by hit."score" desc,hit."closeness" desc,hit."entityId" desc limit 25
  ) search_1
), '') || ']}' as "json";

-- Query.source: { source(slug: "nothing") { id } }
select coalesce((
  select coalesce('{"id":"␟isource ' || source_1."id" || '␟"}', '␟nQuery.source␟') from "Source" source_1 where source_1."slug" = $1 and source_1."retractedAt" is null
), 'null') as "json";

-- Query.sources: { sources { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟isource ' || sources_1."id" || '␟"}', '␟nSourceConnection.nodes␟'), ',') from (
    select source.* from "Source" source where (source."retractedAt" is null and true) order by source."title" asc,source."id" asc limit 25
  ) sources_1
), '') || ']}' as "json";

-- Query.stanceChanges: { stanceChanges { nodes { evidence { __typename } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"evidence":' || coalesce(case when stanceChanges_1."evidenceStatementId" is not null then (
    select '{"__typename":"Statement"}' from "Statement" evidence_2 where evidence_2."id" = stanceChanges_1."evidenceStatementId"
  ) when stanceChanges_1."evidenceRollCallId" is not null then (
    select '{"__typename":"RollCall"}' from "RollCall" evidence_2 where evidence_2."id" = stanceChanges_1."evidenceRollCallId"
  ) when stanceChanges_1."evidencePolicyActionId" is not null then (
    select '{"__typename":"PolicyAction"}' from "PolicyAction" evidence_2 where evidence_2."id" = stanceChanges_1."evidencePolicyActionId"
  ) end, 'null') || '}', '␟nStanceChangeConnection.nodes␟'), ',') from (
    select position.*, previous."id" as "previousId", previous."stance" as "from" from "Position" previous cross join lateral ( select later.* from "Position" later where later."holderId" = previous."holderId" and later."subjectId" = previous."subjectId" and (later."retractedAt" is null) and later."sinceLatest" >= previous."sinceLatest" and (later."sinceLatest", later."recordedAt", later."id") > (previous."sinceLatest", previous."recordedAt", previous."id") order by later."sinceLatest", later."recordedAt", later."id" limit 1) position where ((previous."standingUntil" < '9999-12-31'::date and (previous."retractedAt" is null) and position."stance" <> previous."stance" and (previous."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by position."sinceLatest" asc,position."id" asc limit 25
  ) stanceChanges_1
), '') || ']}' as "json";

-- Query.stanceMatrix: { stanceMatrix(holders: { kinds: [STATE] }) { cells { basis } } }
select (
  with holder as ( select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.* from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($1::text[]::"ActorKind"[])) order by "place" limit $2 ), subject as ( select placed.*, (
    select proposal."id" from "Proposal" proposal where proposal."id" = placed."id"
  ) as "proposalId", (
    select action."id" from "PolicyAction" action where action."id" = placed."id"
  ) as "policyActionId" from ( select row_number() over (order by either."title", either."id") - 1 as "place", either.* from ( select proposal."id",proposal."title" from "Proposal" proposal where proposal."retractedAt" is null and true union all select action."id",action."title" from "PolicyAction" action where action."retractedAt" is null and true) either order by "place" limit $3 ) placed ) select case when (
    select count(*) from holder
  ) > 250 then '␟e1 ␟' else case when (
    select count(*) from subject
  ) > 100 then '␟e0 ␟' else coalesce('{"cells":[' || coalesce((
    select string_agg(coalesce('[' || coalesce((
      select string_agg(coalesce(case when cells_3."id" is not null then '{"basis":"' || cells_3."basis" || '"}' else 'null' end, '␟nStanceMatrix.cells␟'), ',') from (
        select cells_3.* from subject left join "Position" cells_3 on cells_3."holderId" = cells_2."id" and cells_3."subjectId" = subject."id" and cells_3."standingUntil" = '9999-12-31'::date order by subject."place"
      ) cells_3
    ), '') || ']', '␟nStanceMatrix.cells␟'), ',') from (
      select cells_2.* from holder cells_2 order by cells_2."place"
    ) cells_2
  ), '') || ']}', '␟nQuery.stanceMatrix␟') end end from (
    select
  ) stanceMatrix_1
) as "json";

-- Query.statement: { statement(slug: "nothing") { id } }
select coalesce((
  select coalesce('{"id":"␟istatement ' || statement_1."id" || '␟"}', '␟nQuery.statement␟') from "Statement" statement_1 where statement_1."slug" = $1 and statement_1."retractedAt" is null
), 'null') as "json";

-- Query.statements: { statements { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟istatement ' || statements_1."id" || '␟"}', '␟nStatementConnection.nodes␟'), ',') from (
    select statement.* from "Statement" statement where (statement."retractedAt" is null and true and true) order by statement."madeOnEarliest" asc,statement."id" asc limit 25
  ) statements_1
), '') || ']}' as "json";

-- Query.suggest: { suggest(text: "peace") { kind } }
select '[' || coalesce((
  select string_agg(coalesce('{"kind":"' || suggest_1."kind" || '"}', '␟nQuery.suggest␟'), ',') from (
    select * from ( select distinct on ("entityId") best."entityId", best."kind", best."ordinal", best."text", best."key", max(best."score") over (partition by best."entityId") as "score" from ( select name."entityId", name."kind", name."ordinal", name."text", name."key", name."weight" + case when name."starts" @@ (
      select standpoint_symbol_query($1)
    ) then 300 when name."key" = (
      select standpoint_name_key(standpoint_words($2))
    ) then 200 when starts_with(name."key", (
      select standpoint_name_key(standpoint_words($3))
    )) then 10 else 0 end as "score" from "SearchName" name where (name."starts" @@ (
      select standpoint_name_query($4)
    )) order by "score" desc, char_length("key"), "key", "entityId", "ordinal" limit 100 ) best order by "entityId", best."ordinal" < 0, best."score" desc, char_length("key"), "key", "ordinal" ) distinctly order by "score" desc, char_length("key"), "key", "entityId", "ordinal" limit 10
  ) suggest_1
), '') || ']' as "json";

-- Query.topic: { topic(slug: "nothing") { id } }
select coalesce((
  select coalesce('{"id":"␟itopic ' || topic_1."id" || '␟"}', '␟nQuery.topic␟') from "Topic" topic_1 where topic_1."slug" = $1 and topic_1."retractedAt" is null
), 'null') as "json";

-- Query.topics: { topics { id } }
select '[' || coalesce((
  select string_agg(coalesce('{"id":"␟itopic ' || topics_1."id" || '␟"}', '␟nQuery.topics␟'), ',') from (
    select topics_1.* from "Topic" topics_1 where topics_1."retractedAt" is null order by topics_1."name", topics_1."id"
  ) topics_1
), '') || ']' as "json";

-- Query.webhookDeliveries: { webhookDeliveries { nodes { id } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"id":"␟idelivery ' || webhookDeliveries_1."id" || '␟"}', '␟nWebhookDeliveryConnection.nodes␟'), ',') from (
    select delivery.*, saved."webhookUrl" as "url" from "WebhookDelivery" delivery join "SavedQuestion" saved on saved."id" = delivery."savedQuestionId" where ((saved."author" = $1)) order by delivery."recordedAt" desc,delivery."id" desc limit 25
  ) webhookDeliveries_1
), '') || ']}' as "json";
