-- SavedQuestion.answerChanges: { savedQuestion(id: "saved_question_00000000000000000000000000") { answerChanges { nodes { after } } } }
select coalesce((
  select coalesce('{"answerChanges":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"after":"␟c["Change.SEQUENCE","ASC",' || to_json((answerChanges_2."after")::text) || ']␟"}', '␟nAnswerChangeConnection.nodes␟'), ',') from (
      select savedQuestion_1."id" as "id"
    ) parent cross join lateral (
      select change.*, saved."id" as "savedQuestionId" from "AnswerChange" change join "SavedQuestion" saved on saved."questionId" = change."questionId" where (saved."id" = parent."id") order by change."upTo" asc limit 25
    ) answerChanges_2
  ), '') || ']}}', '␟nQuery.savedQuestion␟') from (
    select saved.*, question."variables", question."asOf", question."answer", question."answeredUpTo", question."answeredAt", question."failure", question."failingSince" from "SavedQuestion" saved join "Question" question on question."id" = saved."questionId" where saved."author" = $1
  ) savedQuestion_1 where savedQuestion_1."id" = $2::uuid
), 'null') as "json";

-- SavedQuestion.cursor: { savedQuestion(id: "saved_question_00000000000000000000000000") { cursor } }
select coalesce((
  select coalesce('{"cursor":"␟c["Change.SEQUENCE","ASC",' || to_json((savedQuestion_1."answeredUpTo")::text) || ']␟"}', '␟nQuery.savedQuestion␟') from (
    select saved.*, question."variables", question."asOf", question."answer", question."answeredUpTo", question."answeredAt", question."failure", question."failingSince" from "SavedQuestion" saved join "Question" question on question."id" = saved."questionId" where saved."author" = $1
  ) savedQuestion_1 where savedQuestion_1."id" = $2::uuid
), 'null') as "json";

-- SavedQuestion.webhook: { savedQuestion(id: "saved_question_00000000000000000000000000") { webhook { goneAt } } }
select coalesce((
  select coalesce('{"webhook":' || coalesce((
    select coalesce('{"goneAt":' || coalesce('"' || to_char(webhook_2."goneAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null') || '}', '␟nSavedQuestion.webhook␟') from (
      select savedQuestion_1."webhookUrl" as "url", savedQuestion_1."webhookGoneAt" as "goneAt"
    ) webhook_2 where webhook_2."url" is not null
  ), 'null') || '}', '␟nQuery.savedQuestion␟') from (
    select saved.*, question."variables", question."asOf", question."answer", question."answeredUpTo", question."answeredAt", question."failure", question."failingSince" from "SavedQuestion" saved join "Question" question on question."id" = saved."questionId" where saved."author" = $1
  ) savedQuestion_1 where savedQuestion_1."id" = $2::uuid
), 'null') as "json";
