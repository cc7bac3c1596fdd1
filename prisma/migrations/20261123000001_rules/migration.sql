-- What the models cannot say: checks, and what triggers keep. Written by hand.

-- ---------------------------------------------------------------------------------------------------------------------
-- Checks
-- ---------------------------------------------------------------------------------------------------------------------

-- Every entity has a version, and a reason where it is retracted.
DO $$
DECLARE
  entity text;
BEGIN
  FOREACH entity IN ARRAY ARRAY[
    'Source', 'Actor', 'Affiliation', 'Topic', 'Proposal', 'PolicyAction', 'Meeting', 'Statement', 'RollCall', 'Position'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK ("version" > 0)', entity, entity || '_version_check');
    EXECUTE format(
      'ALTER TABLE %I ADD CONSTRAINT %I
         CHECK (("retractedAt" IS NULL) = ("retractionReason" IS NULL) AND btrim("retractionReason") <> '''')',
      entity, entity || '_retraction_check'
    );
  END LOOP;
  FOREACH entity IN ARRAY ARRAY[
    'Source', 'Actor', 'Topic', 'Proposal', 'PolicyAction', 'Meeting', 'Statement', 'RollCall'
  ] LOOP
    EXECUTE format(
      'ALTER TABLE %I ADD CONSTRAINT %I CHECK ("slug" ~ ''^[a-z0-9]+(-[a-z0-9]+)*$'')', entity, entity || '_slug_check'
    );
  END LOOP;
END
$$;

-- A name, a title, a summary that is given says something.
DO $$
DECLARE
  "column" record;
BEGIN
  FOR "column" IN
    SELECT * FROM (VALUES
      ('Source', 'title'), ('Source', 'publisher'), ('Source', 'url'), ('Actor', 'name'), ('Actor', 'description'),
      ('ActorName', 'value'), ('ExternalCode', 'value'), ('Affiliation', 'role'), ('Topic', 'name'),
      ('Topic', 'description'), ('Proposal', 'title'), ('Proposal', 'summary'), ('Proposal', 'venue'),
      ('PolicyAction', 'title'), ('PolicyAction', 'summary'), ('Meeting', 'title'), ('Meeting', 'place'),
      ('Meeting', 'symbol'), ('Statement', 'summary'), ('Statement', 'speakerAsPrinted'), ('Statement', 'quote'),
      ('Position', 'conditions'), ('Revision', 'author')
    ) AS listed("table", "name")
  LOOP
    EXECUTE format(
      'ALTER TABLE %I ADD CONSTRAINT %I CHECK (btrim(%I) <> '''')',
      "column"."table", "column"."table" || '_' || "column"."name" || '_check', "column"."name"
    );
  END LOOP;
END
$$;

-- An imprecise date has its text and both of its days or nothing, and its days are in order.
DO $$
DECLARE
  "date" record;
BEGIN
  FOR "date" IN
    SELECT * FROM (VALUES
      ('Source', 'publishedOn'), ('Proposal', 'proposedOn'), ('PolicyAction', 'announcedOn'), ('Meeting', 'heldOn'),
      ('Statement', 'madeOn'), ('RollCall', 'heldOn'), ('Position', 'since')
    ) AS listed("table", "name")
  LOOP
    EXECUTE format(
      'ALTER TABLE %1$I ADD CONSTRAINT %2$I CHECK (
         num_nulls(%3$I, %4$I, %5$I) IN (0, 3) AND %3$I <> '''' AND %4$I <= %5$I)',
      "date"."table", "date"."table" || '_' || "date"."name" || '_check', "date"."name",
      "date"."name" || 'Earliest', "date"."name" || 'Latest'
    );
  END LOOP;
END
$$;

-- A span has its text and all four of its days or nothing, and its days are in order. The latest day on which it can have
-- begun may be after the earliest on which it can have ended: an imprecise single date is such a span.
DO $$
DECLARE
  span record;
BEGIN
  FOR span IN
    SELECT * FROM (VALUES
      ('Actor', 'existedDuring'), ('ActorName', 'during'), ('ExternalCode', 'during'), ('Affiliation', 'during'),
      ('Proposal', 'timeframe'), ('PolicyAction', 'during')
    ) AS listed("table", "name")
  LOOP
    EXECUTE format(
      'ALTER TABLE %1$I ADD CONSTRAINT %2$I CHECK (
         num_nulls(%3$I, %4$I, %5$I, %6$I, %7$I) IN (0, 5) AND %3$I <> ''''
         AND %4$I <= %5$I AND %4$I <= %6$I AND %5$I <= %7$I AND %6$I <= %7$I)',
      span."table", span."table" || '_' || span."name" || '_check', span."name",
      span."name" || 'Earliest', span."name" || 'StartLatest', span."name" || 'EndEarliest', span."name" || 'Latest'
    );
  END LOOP;
END
$$;

ALTER TABLE "Position"
  ADD CONSTRAINT "Position_subject_check" CHECK (
    num_nonnulls("proposalId", "policyActionId") = 1 AND "subjectId" = coalesce("proposalId", "policyActionId")),
  ADD CONSTRAINT "Position_evidence_check" CHECK (
    num_nonnulls("evidenceStatementId", "evidenceRollCallId", "evidencePolicyActionId") <= 1);

ALTER TABLE "StatementMention"
  ADD CONSTRAINT "StatementMention_mentioned_check" CHECK (num_nonnulls("proposalId", "policyActionId", "actorId") = 1);

ALTER TABLE "Statement"
  ADD CONSTRAINT "Statement_quoteLanguage_check" CHECK ("quoteLanguage" IS NULL OR "quote" IS NOT NULL),
  ADD CONSTRAINT "Statement_inReplyTo_check" CHECK ("inReplyToId" <> "id");

ALTER TABLE "RollCall"
  ADD CONSTRAINT "RollCall_stated_check" CHECK (
    "statedYes" >= 0 AND "statedNo" >= 0 AND "statedAbstain" >= 0 AND "statedAbsent" >= 0),
  ADD CONSTRAINT "RollCall_counted_check" CHECK (
    "countedYes" >= 0 AND "countedNo" >= 0 AND "countedAbstain" >= 0 AND "countedAbsent" >= 0);

ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_organization_check" CHECK ("memberId" <> "organizationId");
ALTER TABLE "ProposalRelation" ADD CONSTRAINT "ProposalRelation_related_check" CHECK ("proposalId" <> "relatedId");
ALTER TABLE "PolicyActionReversal" ADD CONSTRAINT "PolicyActionReversal_reversed_check" CHECK ("reversingId" <> "reversedId");
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_version_check" CHECK ("version" > 0);

-- ---------------------------------------------------------------------------------------------------------------------
-- One space of slugs for what can be a position's subject: the primary key of "SubjectSlug" refuses the second
-- ---------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION standpoint_keep_subject_slugs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "SubjectSlug" ("slug", "subjectId") SELECT "slug", "id" FROM new_rows;
  ELSIF TG_OP = 'UPDATE' THEN
    DELETE FROM "SubjectSlug" s
      USING (SELECT "slug", "id" FROM old_rows EXCEPT SELECT "slug", "id" FROM new_rows) gone
      WHERE s."subjectId" = gone."id";
    INSERT INTO "SubjectSlug" ("slug", "subjectId")
      SELECT "slug", "id" FROM new_rows EXCEPT SELECT "slug", "id" FROM old_rows;
  ELSE
    DELETE FROM "SubjectSlug" s USING old_rows o WHERE s."subjectId" = o."id";
  END IF;
  RETURN NULL;
END
$$;

DO $$
DECLARE
  subject text;
BEGIN
  FOREACH subject IN ARRAY ARRAY['Proposal', 'PolicyAction'] LOOP
    EXECUTE format(
      'CREATE TRIGGER subject_slugs_insert AFTER INSERT ON %1$I REFERENCING NEW TABLE AS new_rows
         FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_subject_slugs();
       CREATE TRIGGER subject_slugs_update AFTER UPDATE ON %1$I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
         FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_subject_slugs();
       CREATE TRIGGER subject_slugs_delete AFTER DELETE ON %1$I REFERENCING OLD TABLE AS old_rows
         FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_subject_slugs();',
      subject
    );
  END LOOP;
END
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- "Position"."standingUntil": the day on which the holder's next position on the subject begins
-- ---------------------------------------------------------------------------------------------------------------------

-- Brings the positions of these holders on these subjects (pairs, in the order of the arrays) up to date.
-- Planned anew each time: while a table is filled, the plan that was right for its first rows is soon a bad one. The
-- lateral subquery makes the plan look each pair up in the index.
CREATE FUNCTION standpoint_refresh_standing(holders uuid[], subjects uuid[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  -- Of two transactions that record positions of one holder at once, the second waits here and then sees the first's.
  PERFORM FROM "Actor" WHERE "id" = ANY (holders) ORDER BY "id" FOR NO KEY UPDATE;
  UPDATE "Position" p
  SET "standingUntil" = found."until"
  FROM unnest(holders, subjects) AS pair("holderId", "subjectId")
  CROSS JOIN LATERAL (
    SELECT
      q."id",
      q."standingUntil" AS "present",
      CASE
        WHEN q."retractedAt" IS NOT NULL THEN q."sinceLatest"
        ELSE coalesce(
          lead(q."sinceLatest") OVER (PARTITION BY q."retractedAt" IS NULL ORDER BY q."sinceLatest", q."recordedAt", q."id"),
          '9999-12-31')
      END AS "until"
    FROM "Position" q
    WHERE q."holderId" = pair."holderId" AND q."subjectId" = pair."subjectId"
  ) found
  WHERE p."id" = found."id" AND found."until" <> found."present";
END
$$;

CREATE FUNCTION standpoint_keep_standing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  holders uuid[];
  subjects uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg("holderId"), array_agg("subjectId") INTO holders, subjects
    FROM (SELECT DISTINCT "holderId", "subjectId" FROM new_rows) pair;
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

CREATE TRIGGER standing_insert AFTER INSERT ON "Position" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_standing();
CREATE TRIGGER standing_update AFTER UPDATE ON "Position" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_standing();
CREATE TRIGGER standing_delete AFTER DELETE ON "Position" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_standing();

-- ---------------------------------------------------------------------------------------------------------------------
-- The counted tally of a roll call: the votes on record, which are positions with the roll call as evidence
-- ---------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION standpoint_refresh_tallies(roll_calls uuid[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  -- Of two transactions that record votes of one roll call at once, the second waits here and then sees the first's.
  PERFORM FROM "RollCall" WHERE "id" = ANY (roll_calls) ORDER BY "id" FOR NO KEY UPDATE;
  UPDATE "RollCall" r
  SET "countedYes" = tally."yes", "countedNo" = tally."no", "countedAbstain" = tally."abstain"
  FROM unnest(roll_calls) AS affected("id")
  CROSS JOIN LATERAL (
    SELECT
      count(*) FILTER (WHERE p."stance" = 'SUPPORTS') AS "yes",
      count(*) FILTER (WHERE p."stance" = 'OPPOSES') AS "no",
      count(*) FILTER (WHERE p."stance" = 'ABSTAINS') AS "abstain"
    FROM "Position" p
    WHERE p."evidenceRollCallId" = affected."id" AND p."basis" = 'VOTE' AND p."retractedAt" IS NULL
  ) tally
  WHERE r."id" = affected."id"
    AND (r."countedYes", r."countedNo", r."countedAbstain") <> (tally."yes", tally."no", tally."abstain");
END
$$;

CREATE FUNCTION standpoint_keep_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  roll_calls uuid[];
BEGIN
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

CREATE TRIGGER tallies_insert AFTER INSERT ON "Position" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_tallies();
CREATE TRIGGER tallies_update AFTER UPDATE ON "Position" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_tallies();
CREATE TRIGGER tallies_delete AFTER DELETE ON "Position" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_tallies();

-- ---------------------------------------------------------------------------------------------------------------------
-- Full text
-- ---------------------------------------------------------------------------------------------------------------------

-- Text without case and accents (the vowel signs of Arabic and Hebrew too). Letters that Unicode does not decompose are listed.
CREATE FUNCTION standpoint_fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  -- Plain ASCII, most of what is on record, has nothing to fold but its case: a text filter takes a third of the time.
  SELECT CASE WHEN octet_length($1) = char_length($1) THEN lower($1) ELSE replace(replace(replace(replace(
    translate(
      lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]', '', 'g')),
      'øłđðħıŧ', 'olddhit'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') END
$$;

-- Folded words with spaces between them: punctuation would make one token of "S/2021/91", "al-Maliki" or "un-sc-2334".
CREATE FUNCTION standpoint_words(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(standpoint_fold($1), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~‘’“”–—', repeat(' ', 38))
$$;

-- The words as they are written: for names and codes.
CREATE FUNCTION standpoint_verbatim(text, "char") RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('simple', coalesce(standpoint_words($1), '')), $2)
$$;

-- The words as they are written, and their English stems: for prose.
CREATE FUNCTION standpoint_prose(text, "char") RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT standpoint_verbatim($1, $2) || setweight(to_tsvector('english', coalesce(standpoint_words($1), '')), $2)
$$;

-- What people type, as a query for those vectors: every word, the last one as a prefix too, each also by its English stem.
-- Words that say nothing ("the") do not count beside others. Null where there is no word.
CREATE FUNCTION standpoint_search_query(query text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(
    '(' || quote_literal("word") || CASE WHEN "last" THEN ':*' ELSE '' END
      || coalesce(' | ' || quote_literal("stem"), '') || ')',
    ' & ' ORDER BY "place")::tsquery
  FROM (
    SELECT "word", "place", "stems"[1] AS "stem", "stems" = '{}' AS "empty",
      "place" = max("place") OVER () AS "last",
      bool_and("stems" = '{}') OVER () AS "all_empty"
    FROM regexp_split_to_table(btrim(standpoint_words(query)), '\s+') WITH ORDINALITY AS split("word", "place")
    CROSS JOIN LATERAL (SELECT coalesce(ts_lexize('english_stem', "word"), ARRAY[NULL])) AS lexized("stems")
    WHERE "word" <> ''
  ) words
  WHERE "last" OR "all_empty" OR NOT "empty"
$$;

-- What search finds, one row an entity that is not retracted.
CREATE VIEW "SearchableEntity" AS
  SELECT a."id" AS "entityId", 'ACTOR'::"EntityKind" AS "kind",
    standpoint_verbatim(a."name", 'A')
      || standpoint_verbatim((SELECT string_agg(n."value", ' ' ORDER BY n."ordinal") FROM "ActorName" n WHERE n."actorId" = a."id"), 'A')
      || standpoint_verbatim((SELECT string_agg(c."value", ' ' ORDER BY c."ordinal") FROM "ExternalCode" c WHERE c."actorId" = a."id"), 'B')
      || standpoint_prose(a."description", 'C') AS "document"
  FROM "Actor" a WHERE a."retractedAt" IS NULL
  UNION ALL
  SELECT p."id", 'PROPOSAL',
    standpoint_prose(p."title", 'A') || standpoint_verbatim(p."slug", 'B') || standpoint_prose(p."summary", 'B')
  FROM "Proposal" p WHERE p."retractedAt" IS NULL
  UNION ALL
  SELECT p."id", 'POLICY_ACTION',
    standpoint_prose(p."title", 'A') || standpoint_verbatim(p."slug", 'B') || standpoint_prose(p."summary", 'B')
  FROM "PolicyAction" p WHERE p."retractedAt" IS NULL
  UNION ALL
  SELECT s."id", 'STATEMENT',
    standpoint_prose(s."summary", 'B') || standpoint_verbatim(s."speakerAsPrinted", 'B') || standpoint_verbatim(s."quote", 'C')
  FROM "Statement" s WHERE s."retractedAt" IS NULL
  UNION ALL
  SELECT s."id", 'SOURCE', standpoint_prose(s."title", 'A') || standpoint_verbatim(s."publisher", 'C')
  FROM "Source" s WHERE s."retractedAt" IS NULL
  UNION ALL
  SELECT m."id", 'MEETING', standpoint_prose(m."title", 'A') || standpoint_verbatim(m."symbol", 'A')
  FROM "Meeting" m WHERE m."retractedAt" IS NULL
  UNION ALL
  SELECT t."id", 'TOPIC', standpoint_prose(t."name", 'A') || standpoint_prose(t."description", 'B')
  FROM "Topic" t WHERE t."retractedAt" IS NULL;

-- Arguments: the kind, its table, and the column of the changed table that holds the entity's id.
CREATE FUNCTION standpoint_keep_search_documents() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[];
BEGIN
  EXECUTE format(
    'SELECT array_agg("id") FROM (%s) changed("id")',
    CASE TG_OP
      WHEN 'INSERT' THEN format('SELECT DISTINCT %I FROM new_rows', TG_ARGV[2])
      WHEN 'DELETE' THEN format('SELECT DISTINCT %I FROM old_rows', TG_ARGV[2])
      ELSE format('SELECT %1$I FROM old_rows UNION SELECT %1$I FROM new_rows', TG_ARGV[2])
    END
  ) INTO changed;
  IF changed IS NULL THEN
    RETURN NULL;
  END IF;
  -- Of two transactions that change an entity's parts at once, the second waits here and then sees the first's.
  EXECUTE format('SELECT FROM %I WHERE "id" = ANY ($1) ORDER BY "id" FOR NO KEY UPDATE', TG_ARGV[1]) USING changed;
  EXECUTE format('DELETE FROM "SearchDocument" d WHERE d."entityId" = ANY ($1) AND NOT EXISTS (
    SELECT FROM %I e WHERE e."id" = d."entityId" AND e."retractedAt" IS NULL)', TG_ARGV[1]) USING changed;
  -- The kind stands in the text, so that the plan has one branch of the view.
  EXECUTE format('INSERT INTO "SearchDocument" AS d ("entityId", "kind", "document")
    SELECT "entityId", "kind", "document" FROM "SearchableEntity" WHERE "kind" = %L AND "entityId" = ANY ($1)
    ON CONFLICT ("entityId") DO UPDATE SET "document" = excluded."document" WHERE d."document" <> excluded."document"',
    TG_ARGV[0]) USING changed;
  RETURN NULL;
END
$$;

DO $$
DECLARE
  part record;
BEGIN
  FOR part IN
    SELECT * FROM (VALUES
      ('Actor', 'id', 'ACTOR', 'Actor'), ('ActorName', 'actorId', 'ACTOR', 'Actor'),
      ('ExternalCode', 'actorId', 'ACTOR', 'Actor'), ('Proposal', 'id', 'PROPOSAL', 'Proposal'),
      ('PolicyAction', 'id', 'POLICY_ACTION', 'PolicyAction'), ('Statement', 'id', 'STATEMENT', 'Statement'),
      ('Source', 'id', 'SOURCE', 'Source'), ('Meeting', 'id', 'MEETING', 'Meeting'), ('Topic', 'id', 'TOPIC', 'Topic')
    ) AS listed("table", "column", "kind", "entity")
  LOOP
    EXECUTE format(
      'CREATE TRIGGER search_insert AFTER INSERT ON %1$I REFERENCING NEW TABLE AS new_rows
         FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_search_documents(%2$L, %3$L, %4$L);
       CREATE TRIGGER search_update AFTER UPDATE ON %1$I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
         FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_search_documents(%2$L, %3$L, %4$L);
       CREATE TRIGGER search_delete AFTER DELETE ON %1$I REFERENCING OLD TABLE AS old_rows
         FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_search_documents(%2$L, %3$L, %4$L);',
      part."table", part."kind", part."entity", part."column"
    );
  END LOOP;
END
$$;
