-- AnswerChange.after: { savedQuestion(id: "saved_question_00000000000000000000000000") { answerChanges { nodes { after } } } }
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

-- AnswerChange.changes: { savedQuestion(id: "saved_question_00000000000000000000000000") { answerChanges { nodes { changes { nodes { action } } } } } }
select coalesce((
  select coalesce('{"answerChanges":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"changes":{"nodes":[' || coalesce((
      select string_agg(coalesce('{"action":"' || changes_3."action" || '"}', '␟nChangeConnection.nodes␟'), ',') from (
        select answerChanges_2."id" as "id"
      ) parent cross join lateral (
        select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "AnswerChange" answer cross join "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" where (answer."id" = parent."id" and change."sequence" > answer."after" and change."sequence" <= answer."upTo") order by change."sequence" asc limit 25
      ) changes_3
    ), '') || ']}}', '␟nAnswerChangeConnection.nodes␟'), ',') from (
      select savedQuestion_1."id" as "id"
    ) parent cross join lateral (
      select change.*, saved."id" as "savedQuestionId" from "AnswerChange" change join "SavedQuestion" saved on saved."questionId" = change."questionId" where (saved."id" = parent."id") order by change."upTo" asc limit 25
    ) answerChanges_2
  ), '') || ']}}', '␟nQuery.savedQuestion␟') from (
    select saved.*, question."variables", question."asOf", question."answer", question."answeredUpTo", question."answeredAt", question."failure", question."failingSince" from "SavedQuestion" saved join "Question" question on question."id" = saved."questionId" where saved."author" = $1
  ) savedQuestion_1 where savedQuestion_1."id" = $2::uuid
), 'null') as "json";

-- AnswerChange.cursor: { savedQuestion(id: "saved_question_00000000000000000000000000") { answerChanges { nodes { cursor } } } }
select coalesce((
  select coalesce('{"answerChanges":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"cursor":"␟c["Change.SEQUENCE","ASC",' || to_json((answerChanges_2."upTo")::text) || ']␟"}', '␟nAnswerChangeConnection.nodes␟'), ',') from (
      select savedQuestion_1."id" as "id"
    ) parent cross join lateral (
      select change.*, saved."id" as "savedQuestionId" from "AnswerChange" change join "SavedQuestion" saved on saved."questionId" = change."questionId" where (saved."id" = parent."id") order by change."upTo" asc limit 25
    ) answerChanges_2
  ), '') || ']}}', '␟nQuery.savedQuestion␟') from (
    select saved.*, question."variables", question."asOf", question."answer", question."answeredUpTo", question."answeredAt", question."failure", question."failingSince" from "SavedQuestion" saved join "Question" question on question."id" = saved."questionId" where saved."author" = $1
  ) savedQuestion_1 where savedQuestion_1."id" = $2::uuid
), 'null') as "json";

-- AnswerChange.savedQuestion: { savedQuestion(id: "saved_question_00000000000000000000000000") { answerChanges { nodes { savedQuestion { id } } } } }
select coalesce((
  select coalesce('{"answerChanges":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"savedQuestion":' || coalesce((
      select coalesce('{"id":"␟isaved_question ' || savedQuestion_3."id" || '␟"}', '␟nAnswerChange.savedQuestion␟') from (
        select saved.*, question."variables", question."asOf", question."answer", question."answeredUpTo", question."answeredAt", question."failure", question."failingSince" from "SavedQuestion" saved join "Question" question on question."id" = saved."questionId" where saved."author" = $1
      ) savedQuestion_3 where savedQuestion_3."id" = answerChanges_2."savedQuestionId"
    ), 'null') || '}', '␟nAnswerChangeConnection.nodes␟'), ',') from (
      select savedQuestion_1."id" as "id"
    ) parent cross join lateral (
      select change.*, saved."id" as "savedQuestionId" from "AnswerChange" change join "SavedQuestion" saved on saved."questionId" = change."questionId" where (saved."id" = parent."id") order by change."upTo" asc limit 25
    ) answerChanges_2
  ), '') || ']}}', '␟nQuery.savedQuestion␟') from (
    select saved.*, question."variables", question."asOf", question."answer", question."answeredUpTo", question."answeredAt", question."failure", question."failingSince" from "SavedQuestion" saved join "Question" question on question."id" = saved."questionId" where saved."author" = $2
  ) savedQuestion_1 where savedQuestion_1."id" = $3::uuid
), 'null') as "json";
