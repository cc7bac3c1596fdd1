-- Standing positions as strings of bits, so that questions about all votes of many states read a hundredth of the rows:
-- of each subject the holders by stance, and of each holder the subjects by stance. Written by hand.

CREATE TABLE "HolderPlace" (
    "holderId" UUID NOT NULL,
    "place" SERIAL NOT NULL,
    CONSTRAINT "HolderPlace_pkey" PRIMARY KEY ("holderId")
);
CREATE UNIQUE INDEX "HolderPlace_place_key" ON "HolderPlace"("place");

CREATE TABLE "SubjectPlace" (
    "subjectId" UUID NOT NULL,
    "place" SERIAL NOT NULL,
    CONSTRAINT "SubjectPlace_pkey" PRIMARY KEY ("subjectId")
);
CREATE UNIQUE INDEX "SubjectPlace_place_key" ON "SubjectPlace"("place");

CREATE TABLE "SubjectStances" (
    "subjectId" UUID NOT NULL,
    "proposalId" UUID,
    "policyActionId" UUID,
    "stance" "Stance" NOT NULL,
    "basis" "PositionBasis" NOT NULL,
    "sinceEarliest" DATE NOT NULL,
    "sinceLatest" DATE NOT NULL,
    "evidenceRollCallId" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "holders" bit(256) NOT NULL,
    CONSTRAINT "SubjectStances_pkey" PRIMARY KEY ("subjectId", "evidenceRollCallId", "stance", "basis", "sinceEarliest", "sinceLatest", "part")
);

CREATE TABLE "HolderStances" (
    "holderId" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "basis" "PositionBasis" NOT NULL,
    "part" INTEGER NOT NULL,
    "subjects" bit(512) NOT NULL,
    CONSTRAINT "HolderStances_pkey" PRIMARY KEY ("holderId", "stance", "basis", "part")
);

-- The bit of a holder among 256, and of a subject among 512.
CREATE FUNCTION standpoint_holder_bit(place int) RETURNS bit(256) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  'SELECT set_bit(0::bit(256), place % 256, 1)';
CREATE FUNCTION standpoint_subject_bit(place int) RETURNS bit(512) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  'SELECT set_bit(0::bit(512), place % 512, 1)';

-- Sets the bits of what stands of some pairs of a holder and a subject.
CREATE FUNCTION standpoint_add_stances(pair_holders uuid[], pair_subjects uuid[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  INSERT INTO "HolderPlace" ("holderId")
  SELECT new."id" FROM (SELECT DISTINCT unnest(pair_holders) AS "id" ORDER BY 1) new
  WHERE NOT EXISTS (SELECT FROM "HolderPlace" place WHERE place."holderId" = new."id") ON CONFLICT DO NOTHING;
  INSERT INTO "SubjectPlace" ("subjectId")
  SELECT new."id" FROM (SELECT DISTINCT unnest(pair_subjects) AS "id" ORDER BY 1) new
  WHERE NOT EXISTS (SELECT FROM "SubjectPlace" place WHERE place."subjectId" = new."id") ON CONFLICT DO NOTHING;

  -- In the order of their keys, so that two transactions which reach the same rows wait for each other in one order.
  INSERT INTO "SubjectStances"
  SELECT p."subjectId", p."proposalId", p."policyActionId", p."stance", p."basis", p."sinceEarliest", p."sinceLatest",
    coalesce(p."evidenceRollCallId", '00000000-0000-0000-0000-000000000000') AS "rollCallId",
    place."place" / 256 AS "part", bit_or(standpoint_holder_bit(place."place"))
  FROM unnest(pair_holders, pair_subjects) AS pair ("holderId", "subjectId")
  JOIN "Position" p ON p."holderId" = pair."holderId" AND p."subjectId" = pair."subjectId"
    AND p."standingUntil" = '9999-12-31'
  JOIN "HolderPlace" place ON place."holderId" = pair."holderId"
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ORDER BY 1, 8, 4, 5, 6, 7, 9
  ON CONFLICT ("subjectId", "evidenceRollCallId", "stance", "basis", "sinceEarliest", "sinceLatest", "part")
    DO UPDATE SET "holders" = "SubjectStances"."holders" | excluded."holders";
  INSERT INTO "HolderStances"
  SELECT p."holderId", p."stance", p."basis", place."place" / 512 AS "part", bit_or(standpoint_subject_bit(place."place"))
  FROM unnest(pair_holders, pair_subjects) AS pair ("holderId", "subjectId")
  JOIN "Position" p ON p."holderId" = pair."holderId" AND p."subjectId" = pair."subjectId"
    AND p."standingUntil" = '9999-12-31'
  JOIN "SubjectPlace" place ON place."subjectId" = pair."subjectId"
  GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT ("holderId", "stance", "basis", "part")
    DO UPDATE SET "subjects" = "HolderStances"."subjects" | excluded."subjects";
END
$$;

-- Clears the bits of some pairs, then sets those of what stands. No other pair's bits are touched, so that transactions
-- about other holders of the same subject do not disturb each other.
CREATE FUNCTION standpoint_refresh_stances(pair_holders uuid[], pair_subjects uuid[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  UPDATE "SubjectStances" stances SET "holders" = stances."holders" & ~gone."holders"
  FROM (
    SELECT pair."subjectId", place."place" / 256 AS "part", bit_or(standpoint_holder_bit(place."place")) AS "holders"
    FROM unnest(pair_holders, pair_subjects) AS pair ("holderId", "subjectId")
    JOIN "HolderPlace" place ON place."holderId" = pair."holderId" GROUP BY 1, 2
  ) gone
  WHERE stances."subjectId" = gone."subjectId" AND stances."part" = gone."part"
    AND bit_count(stances."holders" & gone."holders") > 0;
  UPDATE "HolderStances" stances SET "subjects" = stances."subjects" & ~gone."subjects"
  FROM (
    SELECT pair."holderId", place."place" / 512 AS "part", bit_or(standpoint_subject_bit(place."place")) AS "subjects"
    FROM unnest(pair_holders, pair_subjects) AS pair ("holderId", "subjectId")
    JOIN "SubjectPlace" place ON place."subjectId" = pair."subjectId" GROUP BY 1, 2
  ) gone
  WHERE stances."holderId" = gone."holderId" AND stances."part" = gone."part"
    AND bit_count(stances."subjects" & gone."subjects") > 0;
  PERFORM standpoint_add_stances(pair_holders, pair_subjects);
END
$$;

-- Fires after the trigger that keeps "standingUntil" (by name), whose own update of earlier positions comes here too: so a
-- new position only adds bits.
CREATE FUNCTION standpoint_keep_stances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  pair_holders uuid[];
  pair_subjects uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg("holderId"), array_agg("subjectId") INTO pair_holders, pair_subjects FROM new_rows;
    IF pair_holders IS NOT NULL THEN
      PERFORM standpoint_add_stances(pair_holders, pair_subjects);
    END IF;
    RETURN NULL;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg("holderId"), array_agg("subjectId") INTO pair_holders, pair_subjects FROM old_rows;
  ELSE
    SELECT array_agg("holderId"), array_agg("subjectId") INTO pair_holders, pair_subjects
    FROM (
      SELECT "holderId", "subjectId" FROM (
        SELECT "id", "holderId", "subjectId", "stance", "basis", "sinceEarliest", "sinceLatest", "evidenceRollCallId", "standingUntil" FROM old_rows
        EXCEPT
        SELECT "id", "holderId", "subjectId", "stance", "basis", "sinceEarliest", "sinceLatest", "evidenceRollCallId", "standingUntil" FROM new_rows
      ) before
      UNION
      SELECT "holderId", "subjectId" FROM (
        SELECT "id", "holderId", "subjectId", "stance", "basis", "sinceEarliest", "sinceLatest", "evidenceRollCallId", "standingUntil" FROM new_rows
        EXCEPT
        SELECT "id", "holderId", "subjectId", "stance", "basis", "sinceEarliest", "sinceLatest", "evidenceRollCallId", "standingUntil" FROM old_rows
      ) after
    ) pair;
  END IF;
  IF pair_holders IS NOT NULL THEN
    PERFORM standpoint_refresh_stances(pair_holders, pair_subjects);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER stances_insert AFTER INSERT ON "Position" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_stances();
CREATE TRIGGER stances_update AFTER UPDATE ON "Position" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_stances();
CREATE TRIGGER stances_delete AFTER DELETE ON "Position" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_stances();

-- What is on record already.
INSERT INTO "HolderPlace" ("holderId") SELECT DISTINCT "holderId" FROM "Position" ORDER BY 1;
INSERT INTO "SubjectPlace" ("subjectId") SELECT DISTINCT "subjectId" FROM "Position" ORDER BY 1;
INSERT INTO "SubjectStances"
SELECT p."subjectId", p."proposalId", p."policyActionId", p."stance", p."basis", p."sinceEarliest", p."sinceLatest",
  coalesce(p."evidenceRollCallId", '00000000-0000-0000-0000-000000000000'), place."place" / 256,
  bit_or(standpoint_holder_bit(place."place"))
FROM "Position" p JOIN "HolderPlace" place ON place."holderId" = p."holderId"
WHERE p."standingUntil" = '9999-12-31' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
INSERT INTO "HolderStances"
SELECT p."holderId", p."stance", p."basis", place."place" / 512, bit_or(standpoint_subject_bit(place."place"))
FROM "Position" p JOIN "SubjectPlace" place ON place."subjectId" = p."subjectId"
WHERE p."standingUntil" = '9999-12-31' GROUP BY 1, 2, 3, 4;
ANALYZE "HolderPlace", "SubjectPlace", "SubjectStances", "HolderStances";

-- At an earlier moment the strings are computed from the positions of then. In functions whose body is text: a view that
-- named known."Position" would stand in the way of whoever gives positions another column.
CREATE FUNCTION standpoint_known_subject_stances() RETURNS TABLE (
  "subjectId" uuid, "proposalId" uuid, "policyActionId" uuid, "stance" "Stance", "basis" "PositionBasis",
  "sinceEarliest" date, "sinceLatest" date, "evidenceRollCallId" uuid, "part" int, "holders" bit
) LANGUAGE sql STABLE AS $$
  SELECT p."subjectId", p."proposalId", p."policyActionId", p."stance", p."basis", p."sinceEarliest", p."sinceLatest",
    coalesce(p."evidenceRollCallId", '00000000-0000-0000-0000-000000000000'), place."place" / 256,
    bit_or(standpoint_holder_bit(place."place"))
  FROM known."Position" p JOIN "HolderPlace" place ON place."holderId" = p."holderId"
  WHERE p."standingUntil" = '9999-12-31' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
$$;
CREATE FUNCTION standpoint_known_holder_stances() RETURNS TABLE (
  "holderId" uuid, "stance" "Stance", "basis" "PositionBasis", "part" int, "subjects" bit
) LANGUAGE sql STABLE AS $$
  SELECT p."holderId", p."stance", p."basis", place."place" / 512, bit_or(standpoint_subject_bit(place."place"))
  FROM known."Position" p JOIN "SubjectPlace" place ON place."subjectId" = p."subjectId"
  WHERE p."standingUntil" = '9999-12-31' GROUP BY 1, 2, 3, 4
$$;
CREATE VIEW known."SubjectStances" AS
  SELECT "subjectId", "proposalId", "policyActionId", "stance", "basis", "sinceEarliest", "sinceLatest",
    "evidenceRollCallId", "part", "holders"::bit(256) AS "holders" FROM standpoint_known_subject_stances();
CREATE VIEW known."HolderStances" AS
  SELECT "holderId", "stance", "basis", "part", "subjects"::bit(512) AS "subjects" FROM standpoint_known_holder_stances();

-- Almost all positions are votes; these are the others, in their usual order.
CREATE INDEX "Position_not_by_vote_idx" ON "Position" ("sinceEarliest", "id") WHERE "basis" <> 'VOTE';
