-- PolicyActionBearing.proposal: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { bearsOn { proposal { id } } } } }
select coalesce((
  select coalesce('{"bearsOn":[' || coalesce((
    select string_agg(coalesce('{"proposal":' || (
      select coalesce('{"id":"␟iproposal ' || proposal_3."id" || '␟"}', '␟nPolicyActionBearing.proposal␟') from "Proposal" proposal_3 where proposal_3."id" = bearsOn_2."targetId"
    ) || '}', '␟nPolicyAction.bearsOn␟'), ',') from (
      select bearsOn_2.* from "PolicyActionBearing" link join "Proposal" target on target."id" = link."proposalId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) bearsOn_2 where link."policyActionId" = node_1."id" and target."retractedAt" is null and true order by link."ordinal", target."id"
    ) bearsOn_2
  ), '') || ']}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyActionBearing.weight: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { bearsOn { weight } } } }
select coalesce((
  select coalesce('{"bearsOn":[' || coalesce((
    select string_agg(coalesce('{"weight":' || (coalesce(bearsOn_2."weight", 1))::text || '}', '␟nPolicyAction.bearsOn␟'), ',') from (
      select bearsOn_2.* from "PolicyActionBearing" link join "Proposal" target on target."id" = link."proposalId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) bearsOn_2 where link."policyActionId" = node_1."id" and target."retractedAt" is null and true order by link."ordinal", target."id"
    ) bearsOn_2
  ), '') || ']}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
