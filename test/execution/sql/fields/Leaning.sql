-- Leaning.formula: { actor(slug: "russia") { leanings { nodes { formula { definition } } } } }
select coalesce((
  select coalesce('{"leanings":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"formula":' || (
      select coalesce('{"definition":' || to_json(formula_3."definition")::text || '}', '␟nLeaning.formula␟') from (
        select $1::text as "name", $2::text as "version", $3::text as "definition", $4::text as "reference"
      ) formula_3
    ) || '}', '␟nLeaningConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select leaning.* from (
        select counted.*, proposal."title" as "name", counted."considered" >= $5::integer as "enough", case when counted."considered" >= $6::integer then counted."balance" / counted."weight" end as "score" from ( select related."leaningOn" as "id", position."holderId", related."leaningOn" as "subjectId", count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against", count(*) filter (where position."stance" = 'ABSTAINS') as "abstained", count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other", count(*) as "considered", array_agg(position."id") as "positionIds", sum((related."weight" * sided."side")::numeric)::float8 as "balance", sum((related."weight")::numeric)::float8 as "weight" from ( select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn", case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight" from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId" where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null union all select bearing."policyActionId", bearing."proposalId", case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1) from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId" where action."retractedAt" is null) related join "Position" position on position."subjectId" = related."subjectId" and position."standingUntil" = '9999-12-31'::date cross join lateral (
          select related."side" * case position."stance" when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side"
        ) sided where position."holderId" = parent."id" group by position."holderId", related."leaningOn") counted join "Proposal" proposal on proposal."id" = counted."subjectId" where proposal."retractedAt" is null and true
      ) leaning where (true) order by leaning."name" asc,leaning."id" asc limit 25
    ) leanings_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $7 and actor_1."retractedAt" is null
), 'null') as "json";

-- Leaning.holder: { actor(slug: "russia") { leanings { nodes { holder { id } } } } }
select coalesce((
  select coalesce('{"leanings":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"holder":' || (
      select coalesce('{"id":"␟iactor ' || holder_3."id" || '␟"}', '␟nLeaning.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = leanings_2."holderId"
    ) || '}', '␟nLeaningConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select leaning.* from (
        select counted.*, proposal."title" as "name", counted."considered" >= $1::integer as "enough", case when counted."considered" >= $2::integer then counted."balance" / counted."weight" end as "score" from ( select related."leaningOn" as "id", position."holderId", related."leaningOn" as "subjectId", count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against", count(*) filter (where position."stance" = 'ABSTAINS') as "abstained", count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other", count(*) as "considered", array_agg(position."id") as "positionIds", sum((related."weight" * sided."side")::numeric)::float8 as "balance", sum((related."weight")::numeric)::float8 as "weight" from ( select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn", case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight" from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId" where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null union all select bearing."policyActionId", bearing."proposalId", case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1) from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId" where action."retractedAt" is null) related join "Position" position on position."subjectId" = related."subjectId" and position."standingUntil" = '9999-12-31'::date cross join lateral (
          select related."side" * case position."stance" when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side"
        ) sided where position."holderId" = parent."id" group by position."holderId", related."leaningOn") counted join "Proposal" proposal on proposal."id" = counted."subjectId" where proposal."retractedAt" is null and true
      ) leaning where (true) order by leaning."name" asc,leaning."id" asc limit 25
    ) leanings_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";

-- Leaning.positions: { actor(slug: "russia") { leanings { nodes { positions { nodes { id } } } } } }
select coalesce((
  select coalesce('{"leanings":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"positions":{"nodes":[' || coalesce((
      select string_agg(coalesce('{"id":"␟iposition ' || positions_3."id" || '␟"}', '␟nPositionConnection.nodes␟'), ',') from (
        select leanings_2."positionIds" as "id"
      ) parent cross join lateral (
        select position.* from "Position" position where ((position."id" = any(parent."id"))) order by position."sinceEarliest" asc,position."id" asc limit 25
      ) positions_3
    ), '') || ']}}', '␟nLeaningConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select leaning.* from (
        select counted.*, proposal."title" as "name", counted."considered" >= $1::integer as "enough", case when counted."considered" >= $2::integer then counted."balance" / counted."weight" end as "score" from ( select related."leaningOn" as "id", position."holderId", related."leaningOn" as "subjectId", count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against", count(*) filter (where position."stance" = 'ABSTAINS') as "abstained", count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other", count(*) as "considered", array_agg(position."id") as "positionIds", sum((related."weight" * sided."side")::numeric)::float8 as "balance", sum((related."weight")::numeric)::float8 as "weight" from ( select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn", case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight" from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId" where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null union all select bearing."policyActionId", bearing."proposalId", case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1) from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId" where action."retractedAt" is null) related join "Position" position on position."subjectId" = related."subjectId" and position."standingUntil" = '9999-12-31'::date cross join lateral (
          select related."side" * case position."stance" when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side"
        ) sided where position."holderId" = parent."id" group by position."holderId", related."leaningOn") counted join "Proposal" proposal on proposal."id" = counted."subjectId" where proposal."retractedAt" is null and true
      ) leaning where (true) order by leaning."name" asc,leaning."id" asc limit 25
    ) leanings_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";

-- Leaning.subject: { actor(slug: "russia") { leanings { nodes { subject { id } } } } }
select coalesce((
  select coalesce('{"leanings":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"subject":' || (
      select coalesce('{"id":"␟iproposal ' || subject_3."id" || '␟"}', '␟nLeaning.subject␟') from "Proposal" subject_3 where subject_3."id" = leanings_2."subjectId"
    ) || '}', '␟nLeaningConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select leaning.* from (
        select counted.*, proposal."title" as "name", counted."considered" >= $1::integer as "enough", case when counted."considered" >= $2::integer then counted."balance" / counted."weight" end as "score" from ( select related."leaningOn" as "id", position."holderId", related."leaningOn" as "subjectId", count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against", count(*) filter (where position."stance" = 'ABSTAINS') as "abstained", count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other", count(*) as "considered", array_agg(position."id") as "positionIds", sum((related."weight" * sided."side")::numeric)::float8 as "balance", sum((related."weight")::numeric)::float8 as "weight" from ( select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn", case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight" from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId" where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null union all select bearing."policyActionId", bearing."proposalId", case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1) from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId" where action."retractedAt" is null) related join "Position" position on position."subjectId" = related."subjectId" and position."standingUntil" = '9999-12-31'::date cross join lateral (
          select related."side" * case position."stance" when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side"
        ) sided where position."holderId" = parent."id" group by position."holderId", related."leaningOn") counted join "Proposal" proposal on proposal."id" = counted."subjectId" where proposal."retractedAt" is null and true
      ) leaning where (true) order by leaning."name" asc,leaning."id" asc limit 25
    ) leanings_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";
