-- Search ranks by names, reads resolution symbols in any spelling, and corrects misspelt names; `suggest` completes names.
-- Written by hand.

-- ---------------------------------------------------------------------------------------------------------------------
-- Symbols of resolutions
-- ---------------------------------------------------------------------------------------------------------------------

-- The resolutions that a text can mean if it is a symbol or number of one: "#ga 67 19" for `A/RES/67/19`, `R/67/19`, `67/19`
-- and the slug `un-ga-67-19`, "#sc 2334" for `S/RES/2334 (2016)`. Until its thirtieth session the Assembly numbered its
-- resolutions without the session, so `un-ga-2-181` gives "#ga 181" too. The number sign never occurs in a word.
CREATE FUNCTION standpoint_symbols(written text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  -- No symbol is longer, and most titles are.
  words text COLLATE "C" := CASE WHEN char_length(written) <= 60 THEN translate(standpoint_words(written), '-~', '  ') END;
  parts text[] COLLATE "C";
  series text COLLATE "C";
BEGIN
  IF words IS NULL OR words !~ '[0-9]' THEN
    RETURN '{}';
  END IF;
  parts := regexp_match(words,
    '^(?:un )?(?:(?:a|ga|unga|r|general assembly) )?(?:res |resolution )?(?:(ess|es|ss|s) ?)?([0-9]{1,2}) ([0-9]{1,4}) ?([a-z]{1,2})?$');
  IF parts IS NOT NULL THEN
    series := coalesce(replace(parts[1], 'ss', 's') || ' ', '');
    RETURN array_remove(ARRAY[
      '#ga ' || series || concat_ws(' ', parts[2], parts[3], parts[4]),
      CASE WHEN series = '' AND parts[2]::int <= 30 THEN '#ga ' || concat_ws(' ', parts[3], parts[4]) END], NULL);
  END IF;
  -- The numeral is the session's, the year the resolution's: both are said besides the number.
  parts := coalesce(
    regexp_match(words, '^(?:un )?(?:(?:a|ga|unga|r|general assembly) )?(?:res |resolution )?([0-9]{1,4}) ?([a-z]{1,2})? [ivxl]+(?: ([a-z]))?$'),
    regexp_match(words, '^(?:un )?(?:a|ga|unga|general assembly) (?:res|resolution) ([0-9]{1,4}) ?([a-z])?$'));
  IF parts IS NOT NULL THEN
    RETURN ARRAY['#ga ' || concat_ws(' ', parts[1], parts[2], parts[3])];
  END IF;
  parts := regexp_match(words,
    '^(?:un )?(?:s res|s resolution|unscr|scr|(?:sc|unsc|security council)(?: res| resolution)?) ([0-9]{1,4})(?: (?:19|20)[0-9]{2})?$');
  IF parts IS NOT NULL THEN
    RETURN ARRAY['#sc ' || parts[1]];
  END IF;
  parts := regexp_match(words, '^(?:un )?(?:res|resolution) ([0-9]{1,4})( (?:19|20)[0-9]{2})?$');
  IF parts IS NOT NULL THEN
    RETURN array_remove(ARRAY['#sc ' || parts[1], CASE WHEN parts[2] IS NULL THEN '#ga ' || parts[1] END], NULL);
  END IF;
  RETURN '{}';
END
$$;

-- The symbol of the resolution that a slug names, as the United Nations writes it: `A/RES/67/19` for `un-ga-67-19`,
-- `A/RES/181 (II)` for `un-ga-2-181`, `S/RES/2334` for `un-sc-2334`. Null for other slugs.
CREATE FUNCTION standpoint_symbol_of_slug(slug text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  parts text[] := regexp_match(slug COLLATE "C", '^un-ga-(?:(es|s)-)?([0-9]{1,2})-([0-9]{1,4})(?:-([a-z]{1,2}))?$');
  letter text := coalesce(' ' || upper(parts[4] COLLATE "C"), '');
BEGIN
  RETURN CASE
    WHEN slug ~ '^un-sc-[0-9]{1,4}$' THEN 'S/RES/' || substr(slug, 7)
    WHEN parts[1] IS NOT NULL THEN format('A/RES/%s-%s/%s%s', upper(parts[1] COLLATE "C"), parts[2], parts[3], letter)
    WHEN parts[2]::int > 30 THEN format('A/RES/%s/%s%s', parts[2], parts[3], letter)
    WHEN parts IS NOT NULL THEN format('A/RES/%s%s (%s)', parts[3], letter, to_char(parts[2]::int, 'FMRN'))
  END;
END
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Names: where they start, and how they can be misspelt
-- ---------------------------------------------------------------------------------------------------------------------

-- A name as one lexeme, which spaces and punctuation do not change.
CREATE FUNCTION standpoint_name_key(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(translate(words, ' -~', ''), 500)
$$;

-- The name from each of its first words on, and the symbols that it can mean.
CREATE FUNCTION standpoint_name_starts(words text, places int, symbols text[]) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(symbols || ARRAY(
    SELECT left(array_to_string(parts[place:], ''), 60)
    FROM string_to_array(translate(words, '-~', '  '), ' ') parts, generate_series(1, least(cardinality(parts), places)) place))
$$;

-- The names that start with a text at one of their words, and the resolutions that it can mean.
CREATE FUNCTION standpoint_name_query(written text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(quote_literal(lexeme) || ':*', ' | ')::tsquery
  FROM unnest(standpoint_symbols(written) || left(standpoint_name_key(standpoint_words(written)), 60)) lexeme
  WHERE lexeme <> ''
$$;

-- The resolutions that a text means exactly. Null where it means none.
CREATE FUNCTION standpoint_symbol_query(written text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(quote_literal(symbol), ' | ')::tsquery FROM unnest(standpoint_symbols(written)) symbol
$$;

-- A word, and it without one or two of its letters after the first. Two words that share one of these are at most two
-- typing errors apart (Garbe's symmetric deletions), whatever the alphabet; those that begin with another letter never
-- match. Words with a digit are never misspelt, nor are short ones.
CREATE FUNCTION standpoint_spellings(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN char_length(word) < 4 OR char_length(word) > 24 OR word ~ '[0-9]' THEN ARRAY[word]
    ELSE ARRAY(
      SELECT DISTINCT CASE WHEN earlier = 1 THEN shorter ELSE left(shorter, earlier - 1) || substr(shorter, earlier + 1) END
      FROM generate_series(2, char_length(word) + 1) later,
        LATERAL (SELECT left(word, later - 1) || substr(word, later + 1) OFFSET 0) without(shorter),
        generate_series(1, CASE
          WHEN later > char_length(word) OR char_length(word) < 5 OR char_length(word) > 14 THEN 1 ELSE later - 1 END) earlier)
  END
$$;

-- The words of a text as they can be misspelt. Scripts without spaces have no words to misspell.
CREATE FUNCTION standpoint_misspellable(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(
    SELECT part FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS listed(run, place),
      unnest(string_to_array(run, '-')) part
    WHERE run NOT LIKE '%~%' ORDER BY place LIMIT 12)
$$;

-- All spellings of a name's words, and of its compounds as one word.
CREATE FUNCTION standpoint_name_spellings(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(
    SELECT DISTINCT spelling COLLATE "C" AS spelling FROM (
      SELECT unnest(standpoint_misspellable(words))
      UNION SELECT replace(run, '-', '') FROM unnest(string_to_array(words, ' ')) run WHERE run LIKE '%-%' AND run NOT LIKE '%~%'
    ) parts(word), unnest(standpoint_spellings(word)) spelling ORDER BY spelling)
$$;

-- The words of a query that may be misspelt: none where it has a script without spaces, where it has many words, and where
-- all of them are short.
CREATE FUNCTION standpoint_misspelt_words(query text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN words LIKE '%~%' OR words !~ '[^ -]{4}' OR cardinality(parts) > 6 THEN '{}' ELSE parts END
  FROM standpoint_words(query) words, standpoint_misspellable(words) parts
$$;

-- The spellings of a query's longest word: names without one of them cannot be meant.
CREATE FUNCTION standpoint_longest_spellings(words text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT standpoint_spellings(word) FROM unnest(words) WITH ORDINALITY AS listed(word, place)
  ORDER BY char_length(word) DESC, place LIMIT 1
$$;

-- How many letters of a query's words must go until all are among the spellings of a name; null where they never are.
CREATE FUNCTION standpoint_typos(words text[], spellings text[]) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  word text;
  missing int;
  typos int := 0;
BEGIN
  FOREACH word IN ARRAY words LOOP
    SELECT min(char_length(word) - char_length(spelling)) INTO missing
    FROM unnest(standpoint_spellings(word)) spelling JOIN unnest(spellings) shared ON shared = spelling;
    IF missing IS NULL THEN
      RETURN NULL;
    END IF;
    typos := typos + missing;
  END LOOP;
  RETURN typos;
END
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- The index of names
-- ---------------------------------------------------------------------------------------------------------------------

CREATE TABLE "SearchName" (
    "entityId" UUID NOT NULL,
    "kind" "EntityKind" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "weight" INTEGER NOT NULL,
    "starts" tsvector NOT NULL,
    "spellings" TEXT[] COLLATE "C",

    CONSTRAINT "SearchName_pkey" PRIMARY KEY ("entityId", "ordinal")
);

-- Without a list of pending entries, which each search would read until a vacuum, and the embedded database has no autovacuum.
CREATE INDEX "SearchName_starts_idx" ON "SearchName" USING GIN ("starts") WITH (fastupdate = off);
CREATE INDEX "SearchName_spellings_idx" ON "SearchName" USING GIN ("spellings") WITH (fastupdate = off);

SELECT standpoint_keep_versions('"SearchName"');

-- How much a name counts among equal ones. A state is what people mean most often. Something's own name (2) comes before
-- its other names and codes (1), and those before the codes of a data set (0).
CREATE FUNCTION standpoint_name_weight(kind text, standing int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT standing + 3 * CASE kind
    WHEN 'STATE' THEN 9 WHEN 'INTERNATIONAL_ORGANIZATION' THEN 8 WHEN 'COALITION' THEN 8 WHEN 'PERSON' THEN 7
    WHEN 'GOVERNMENT' THEN 6 WHEN 'ORGANIZATION' THEN 6 WHEN 'TOPIC' THEN 5
    WHEN 'PARAGRAPH' THEN 3 WHEN 'AMENDMENT' THEN 3 WHEN 'POLICY_ACTION' THEN 3 WHEN 'MEETING' THEN 2 WHEN 'SOURCE' THEN 1
    ELSE 4 END
$$;

-- The names, titles, symbols and codes of what is not retracted. Ordinals: 0 is the entity's own name or title, from 1 on
-- are its other ones, below 0 its codes.
CREATE VIEW "SearchableName" AS
  SELECT name."entityId", name."kind", name."ordinal", name."text", standpoint_name_key(part."words") AS "key",
    standpoint_name_weight(name."weighed", CASE WHEN name."ordinal" = 0 THEN 2 WHEN name."isOfDataSet" THEN 0 ELSE 1 END) AS "weight",
    -- A slug repeats the words of a title.
    standpoint_name_starts(part."words", CASE WHEN name."text" = name."slug" THEN 1 ELSE 8 END, name."symbols") AS "starts",
    -- A misspelt title has too many words, and finds too much.
    CASE WHEN name."kind" IN ('ACTOR', 'TOPIC') AND name."ordinal" >= 0 THEN standpoint_name_spellings(part."words") END
      AS "spellings"
  FROM (
    SELECT a."id" AS "entityId", 'ACTOR'::"EntityKind" AS "kind", listed."ordinal", listed."text",
      a."kind"::text AS "weighed", listed."isOfDataSet", NULL AS "slug", '{}'::text[] AS "symbols"
    FROM "Actor" a CROSS JOIN LATERAL (
      SELECT 0 AS "ordinal", a."name" COLLATE "default" AS "text", false AS "isOfDataSet"
      UNION ALL SELECT n."ordinal" + 1, n."value", false FROM "ActorName" n WHERE n."actorId" = a."id"
      UNION ALL SELECT -1 - c."ordinal", c."value", c."scheme" = 'COW' FROM "ExternalCode" c WHERE c."actorId" = a."id") listed
    WHERE a."retractedAt" IS NULL
    UNION ALL
    SELECT p."id", 'PROPOSAL', listed."ordinal", listed."text", p."kind"::text, false, p."slug",
      CASE WHEN listed."ordinal" = 2 THEN '{}' ELSE standpoint_symbols(listed."text") END
    FROM "Proposal" p CROSS JOIN LATERAL (
      SELECT 0 AS "ordinal", p."title" COLLATE "default" AS "text"
      UNION ALL SELECT 1, p."slug"
      UNION ALL SELECT 2, standpoint_symbol_of_slug(p."slug")) listed
    WHERE p."retractedAt" IS NULL AND listed."text" IS NOT NULL
    UNION ALL
    SELECT p."id", 'POLICY_ACTION', listed."ordinal", listed."text", 'POLICY_ACTION', false, p."slug", '{}'
    FROM "PolicyAction" p CROSS JOIN LATERAL (
      SELECT 0 AS "ordinal", p."title" COLLATE "default" AS "text" UNION ALL SELECT 1, p."slug") listed
    WHERE p."retractedAt" IS NULL
    UNION ALL
    SELECT s."id", 'SOURCE', 0, s."title", 'SOURCE', false, NULL, standpoint_symbols(s."title") || standpoint_symbols(s."slug")
    FROM "Source" s WHERE s."retractedAt" IS NULL
    UNION ALL
    SELECT m."id", 'MEETING', listed."ordinal", listed."text", 'MEETING', false, NULL, '{}'
    FROM "Meeting" m CROSS JOIN LATERAL (
      SELECT 0 AS "ordinal", m."title" COLLATE "default" AS "text" UNION ALL SELECT 1, m."symbol") listed
    WHERE m."retractedAt" IS NULL AND listed."text" IS NOT NULL
    UNION ALL
    SELECT t."id", 'TOPIC', 0, t."name", 'TOPIC', false, NULL, '{}' FROM "Topic" t WHERE t."retractedAt" IS NULL
  -- Made once for each name: a function would be written in place wherever it is used.
  ) name CROSS JOIN LATERAL (SELECT standpoint_words(name."text") AS "words" OFFSET 0) part
  WHERE part."words" <> '';

-- As before, and the names too. Arguments: the kind, its table, and the column of the changed table that holds the
-- entity's id.
CREATE OR REPLACE FUNCTION standpoint_keep_search_documents() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF TG_ARGV[0] <> 'STATEMENT' THEN
    PERFORM standpoint_keep_search_names(TG_ARGV[0], changed, '"SearchableName"');
  END IF;
  RETURN NULL;
END
$$;

-- Makes the index of names agree with a view of the names of entities of one kind.
CREATE FUNCTION standpoint_keep_search_names(kind text, entities uuid[], names regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- One query, so that each name is folded once.
  EXECUTE format('WITH current AS MATERIALIZED (
      SELECT * FROM %2$s WHERE "kind" = %1$L AND "entityId" = ANY ($1)
    ), gone AS (
      DELETE FROM "SearchName" n WHERE n."entityId" = ANY ($1) AND NOT EXISTS (
        SELECT FROM current WHERE current."entityId" = n."entityId" AND current."ordinal" = n."ordinal")
    )
    INSERT INTO "SearchName" AS n ("entityId", "kind", "ordinal", "text", "key", "weight", "starts", "spellings")
    SELECT "entityId", "kind", "ordinal", "text", "key", "weight", "starts", "spellings" FROM current
    ON CONFLICT ("entityId", "ordinal") DO UPDATE
    SET "text" = excluded."text", "key" = excluded."key", "weight" = excluded."weight", "starts" = excluded."starts",
      "spellings" = excluded."spellings"
    WHERE (n."text", n."weight", n."starts") IS DISTINCT FROM (excluded."text", excluded."weight", excluded."starts")',
    kind, names) USING entities;
END
$$;

-- Makes all documents and names again, with their history: for each moment at which the record changed, those of the
-- entities that changed, as known then. A migration that changes what is made into them calls this.
CREATE OR REPLACE FUNCTION standpoint_remake_search_documents() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  usual text := current_setting('search_path');
  entities text := pg_get_viewdef('"SearchableEntity"');
  names text := pg_get_viewdef('"SearchableName"');
  written record;
BEGIN
  -- The same views of the record as known at a moment: its tables are looked up in `known` first.
  PERFORM set_config('search_path', 'known, ' || usual, true);
  EXECUTE 'CREATE TEMPORARY VIEW "SearchableThen" AS ' || entities;
  EXECUTE 'CREATE TEMPORARY VIEW "SearchableNameThen" AS ' || names;
  PERFORM set_config('search_path', usual, true);
  TRUNCATE "SearchDocument", history."SearchDocument", "SearchName", history."SearchName";
  FOR written IN
    SELECT "moment", "kind", array_agg("id") AS "ids" FROM (
      SELECT "systemFrom" AS "moment", 'ACTOR' AS "kind", "id" FROM "Actor"
      UNION SELECT unnest(ARRAY["systemFrom", "systemUntil"]), 'ACTOR', "id" FROM history."Actor"
      UNION SELECT "systemFrom", 'ACTOR', "actorId" FROM "ActorName"
      UNION SELECT unnest(ARRAY["systemFrom", "systemUntil"]), 'ACTOR', "actorId" FROM history."ActorName"
      UNION SELECT "systemFrom", 'ACTOR', "actorId" FROM "ExternalCode"
      UNION SELECT unnest(ARRAY["systemFrom", "systemUntil"]), 'ACTOR', "actorId" FROM history."ExternalCode"
      UNION SELECT "systemFrom", 'PROPOSAL', "id" FROM "Proposal"
      UNION SELECT unnest(ARRAY["systemFrom", "systemUntil"]), 'PROPOSAL', "id" FROM history."Proposal"
      UNION SELECT "systemFrom", 'POLICY_ACTION', "id" FROM "PolicyAction"
      UNION SELECT unnest(ARRAY["systemFrom", "systemUntil"]), 'POLICY_ACTION', "id" FROM history."PolicyAction"
      UNION SELECT "systemFrom", 'STATEMENT', "id" FROM "Statement"
      UNION SELECT unnest(ARRAY["systemFrom", "systemUntil"]), 'STATEMENT', "id" FROM history."Statement"
      UNION SELECT "systemFrom", 'SOURCE', "id" FROM "Source"
      UNION SELECT unnest(ARRAY["systemFrom", "systemUntil"]), 'SOURCE', "id" FROM history."Source"
      UNION SELECT "systemFrom", 'MEETING', "id" FROM "Meeting"
      UNION SELECT unnest(ARRAY["systemFrom", "systemUntil"]), 'MEETING', "id" FROM history."Meeting"
      UNION SELECT "systemFrom", 'TOPIC', "id" FROM "Topic"
      UNION SELECT unnest(ARRAY["systemFrom", "systemUntil"]), 'TOPIC', "id" FROM history."Topic"
    ) changed GROUP BY "moment", "kind" ORDER BY "moment"
  LOOP
    PERFORM set_config('standpoint.known_at', written."moment"::text, true);
    PERFORM set_config('standpoint.moment', written."moment"::text, true);
    -- Planned each time: a plan has the moment as a constant.
    EXECUTE format('CREATE TEMPORARY TABLE remade ON COMMIT DROP AS
      SELECT "entityId", "kind", "document" FROM "SearchableThen" WHERE "kind" = %L AND "entityId" = ANY ($1)',
      written."kind") USING written."ids";
    EXECUTE 'DELETE FROM "SearchDocument" WHERE "entityId" = ANY ($1) AND "entityId" NOT IN (SELECT "entityId" FROM remade)'
    USING written."ids";
    EXECUTE 'INSERT INTO "SearchDocument" AS d ("entityId", "kind", "document") SELECT * FROM remade
      ON CONFLICT ("entityId") DO UPDATE SET "document" = excluded."document" WHERE d."document" <> excluded."document"';
    DROP TABLE remade;
    PERFORM standpoint_keep_search_names(written."kind", written."ids", '"SearchableNameThen"');
  END LOOP;
  DROP VIEW "SearchableThen", "SearchableNameThen";
  PERFORM set_config('standpoint.known_at', '', true), set_config('standpoint.moment', '', true);
END
$$;

SELECT standpoint_remake_search_documents();
ANALYZE "SearchDocument";
ANALYZE "SearchName";
