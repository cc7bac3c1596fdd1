-- RollCallTally.counted: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { tally { counted { absent } } } } }
select coalesce((
  select coalesce('{"tally":{"counted":' || (
    select coalesce('{"absent":' || coalesce((counted_2."absent")::text, 'null') || '}', '␟nRollCallTally.counted␟') from (
      select node_1."countedYes" as "yes",node_1."countedNo" as "no",node_1."countedAbstain" as "abstain",node_1."countedAbsent" as "absent"
    ) counted_2
  ) || '}}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCallTally.stated: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { tally { stated { absent } } } } }
select coalesce((
  select coalesce('{"tally":{"stated":' || coalesce((
    select coalesce('{"absent":' || coalesce((stated_2."absent")::text, 'null') || '}', '␟nRollCallTally.stated␟') from (
      select node_1."statedYes" as "yes",node_1."statedNo" as "no",node_1."statedAbstain" as "abstain",node_1."statedAbsent" as "absent"
    ) stated_2 where num_nonnulls(stated_2."yes", stated_2."no", stated_2."abstain", stated_2."absent") > 0
  ), 'null') || '}}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
