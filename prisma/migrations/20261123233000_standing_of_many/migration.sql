-- Keeping "standingUntil" right costs an import of many votes a fifth of its time if each new position is looked at as
-- though it had others beside it. Almost none has: those are now found first, and only they are refreshed.

CREATE OR REPLACE FUNCTION standpoint_keep_standing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  holders uuid[];
  subjects uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- First, so that of two transactions that record positions of one holder at once the second sees the first's below.
    PERFORM FROM "Actor" WHERE "id" IN (SELECT "holderId" FROM new_rows) ORDER BY "id" FOR NO KEY UPDATE;
    -- Planned anew each time, as a cached plan would be the one for the first, perhaps empty, table; the lateral subquery
    -- makes the plan look each pair up in the index.
    EXECUTE '
      SELECT array_agg("holderId"), array_agg("subjectId")
      FROM (
        SELECT "holderId", "subjectId" FROM new_rows
        WHERE "retractedAt" IS NOT NULL OR "standingUntil" <> ''9999-12-31''
        UNION
        SELECT n."holderId", n."subjectId" FROM new_rows n
        CROSS JOIN LATERAL (
          SELECT FROM "Position" q
          WHERE q."holderId" = n."holderId" AND q."subjectId" = n."subjectId" AND q."id" <> n."id"
          LIMIT 1
        ) other
      ) pair' INTO holders, subjects;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg("holderId"), array_agg("subjectId") INTO holders, subjects
    FROM (SELECT DISTINCT "holderId", "subjectId" FROM old_rows) pair;
  ELSE
    -- Only what the order depends on: so our own update of "standingUntil", which comes here too, ends at once.
    -- Set operations, because a join of the two tables would keep the plan made for the first, perhaps empty, update.
    SELECT array_agg("holderId"), array_agg("subjectId") INTO holders, subjects
    FROM (
      SELECT "holderId", "subjectId" FROM (
        SELECT "id", "holderId", "subjectId", "sinceLatest", "recordedAt", "retractedAt" IS NULL FROM old_rows
        EXCEPT
        SELECT "id", "holderId", "subjectId", "sinceLatest", "recordedAt", "retractedAt" IS NULL FROM new_rows
      ) before
      UNION
      SELECT "holderId", "subjectId" FROM (
        SELECT "id", "holderId", "subjectId", "sinceLatest", "recordedAt", "retractedAt" IS NULL FROM new_rows
        EXCEPT
        SELECT "id", "holderId", "subjectId", "sinceLatest", "recordedAt", "retractedAt" IS NULL FROM old_rows
      ) after
    ) pair;
  END IF;
  IF holders IS NOT NULL THEN
    PERFORM standpoint_refresh_standing(holders, subjects);
  END IF;
  RETURN NULL;
END
$$;
