select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || policyActions_1."slug" || '","title":' || to_json(policyActions_1."title")::text || ',"announcedOn":' || coalesce(to_json(policyActions_1."announcedOn")::text, 'null') || ',"reverses":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || reverses_2."slug" || '","title":' || to_json(reverses_2."title")::text || ',"announcedOn":' || coalesce(to_json(reverses_2."announcedOn")::text, 'null') || ',"agent":' || (
      select coalesce('{"name":' || to_json(agent_3."name")::text || '}', '␟nPolicyAction.agent␟') from "Actor" named join "Actor" agent_3 on agent_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = reverses_2."agentId"
    ) || ',"through":' || coalesce((
      select coalesce('{"name":' || to_json(through_3."name")::text || '}', '␟nPolicyAction.through␟') from "Actor" named join "Actor" through_3 on through_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = reverses_2."throughId"
    ), 'null') || '}', '␟nPolicyAction.reverses␟'), ',') from (
      select reverses_2.* from "PolicyActionReversal" link join "PolicyAction" reverses_2 on reverses_2."id" = link."reversedId" where link."reversingId" = policyActions_1."id" and reverses_2."retractedAt" is null order by link."ordinal", reverses_2."id"
    ) reverses_2
  ), '') || ']}', '␟nPolicyActionConnection.nodes␟'), ',') from (
    select action.* from "PolicyAction" action where (action."retractedAt" is null and true and (action."status" = any($1::text[]::"PolicyActionStatus"[]) and action."agentId" in (
      select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."id" in (
        select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($2::text[])
      ))
    ) and action."throughId" in (
      select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."id" in (
        select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($3::text[])
      ))
    ))) order by coalesce(action."announcedOnEarliest",action."duringEarliest", '9999-12-31'::date) asc,action."id" asc limit 25
  ) policyActions_1
), '') || ']}' as "json";
