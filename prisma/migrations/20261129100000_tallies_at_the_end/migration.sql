-- A transaction that records very many votes counts each roll call once, at its end, and not again with each statement:
-- votes that come ordered by country reach every roll call a hundred times, and each count leaves a dead row behind.
-- Whoever sets `standpoint.tallies` to 'at the end' for a transaction calls `standpoint_refresh_tallies` before it ends.

CREATE OR REPLACE FUNCTION standpoint_keep_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  roll_calls uuid[];
BEGIN
  IF current_setting('standpoint.tallies', true) = 'at the end' THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT "evidenceRollCallId") INTO roll_calls FROM new_rows WHERE "evidenceRollCallId" IS NOT NULL;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT "evidenceRollCallId") INTO roll_calls FROM old_rows WHERE "evidenceRollCallId" IS NOT NULL;
  ELSE
    SELECT array_agg(DISTINCT "evidenceRollCallId") INTO roll_calls
    FROM (
      (SELECT "id", "evidenceRollCallId", "basis", "stance", "retractedAt" IS NULL FROM old_rows
       EXCEPT
       SELECT "id", "evidenceRollCallId", "basis", "stance", "retractedAt" IS NULL FROM new_rows)
      UNION ALL
      (SELECT "id", "evidenceRollCallId", "basis", "stance", "retractedAt" IS NULL FROM new_rows
       EXCEPT
       SELECT "id", "evidenceRollCallId", "basis", "stance", "retractedAt" IS NULL FROM old_rows)
    ) changed
    WHERE "evidenceRollCallId" IS NOT NULL;
  END IF;
  IF roll_calls IS NOT NULL THEN
    PERFORM standpoint_refresh_tallies(roll_calls);
  END IF;
  RETURN NULL;
END
$$;
