-- WebhookDelivery.change: { webhookDeliveries { nodes { change { after } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"change":' || (
    select coalesce('{"after":"␟c["Change.SEQUENCE","ASC",' || to_json((change_2."after")::text) || ']␟"}', '␟nWebhookDelivery.change␟') from (
      select change.*, saved."id" as "savedQuestionId" from "AnswerChange" change join "SavedQuestion" saved on saved."questionId" = change."questionId"
    ) change_2 where change_2."questionId" = webhookDeliveries_1."questionId" and change_2."upTo" = webhookDeliveries_1."upTo" and change_2."savedQuestionId" = webhookDeliveries_1."savedQuestionId"
  ) || '}', '␟nWebhookDeliveryConnection.nodes␟'), ',') from (
    select delivery.*, saved."webhookUrl" as "url" from "WebhookDelivery" delivery join "SavedQuestion" saved on saved."id" = delivery."savedQuestionId" where ((saved."author" = $1)) order by delivery."recordedAt" desc,delivery."id" desc limit 25
  ) webhookDeliveries_1
), '') || ']}' as "json";

-- WebhookDelivery.savedQuestion: { webhookDeliveries { nodes { savedQuestion { id } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"savedQuestion":' || (
    select coalesce('{"id":"␟isaved_question ' || savedQuestion_2."id" || '␟"}', '␟nWebhookDelivery.savedQuestion␟') from (
      select saved.*, question."variables", question."asOf", question."answer", question."answeredUpTo", question."answeredAt", question."failure", question."failingSince" from "SavedQuestion" saved join "Question" question on question."id" = saved."questionId" where saved."author" = $1
    ) savedQuestion_2 where savedQuestion_2."id" = webhookDeliveries_1."savedQuestionId"
  ) || '}', '␟nWebhookDeliveryConnection.nodes␟'), ',') from (
    select delivery.*, saved."webhookUrl" as "url" from "WebhookDelivery" delivery join "SavedQuestion" saved on saved."id" = delivery."savedQuestionId" where ((saved."author" = $2)) order by delivery."recordedAt" desc,delivery."id" desc limit 25
  ) webhookDeliveries_1
), '') || ']}' as "json";
