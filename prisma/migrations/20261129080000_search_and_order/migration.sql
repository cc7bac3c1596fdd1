-- Search, text filters and alphabetical order give the same answers on every database, whatever its locale. Written by hand.

-- ---------------------------------------------------------------------------------------------------------------------
-- Folding: one function for what is stored and for what is looked for
-- ---------------------------------------------------------------------------------------------------------------------

-- The plain spelling of a text that is not all ASCII. The steps:
--   1. compatibility decomposition (NFKD), which also resolves ligatures, full-width and presentation forms;
--   2. accents, vowel points, the tatweel and Unicode's "default ignorable" code points, all invisible, are removed;
--   3. lower case. By ICU, because under the locale C a database lowers the letters A to Z alone;
--   4. quotes, apostrophes, dashes, slashes and middle dots become one of each;
--   5. letters that Unicode does not decompose become their plain ones; so do final letters and the digits of other scripts;
--   6. composition, so that a Korean syllable or a Japanese kana is one character again.
-- Regular expressions run in the collation C: their ranges are of code points, and they take half of the time.
CREATE FUNCTION standpoint_fold_unicode(written text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  folded text COLLATE "C" := normalize(translate(written, '´᾽᾿΄', ''''''''''), NFKD);
BEGIN
  folded := regexp_replace(
    folded,
    -- Latin, Greek and Cyrillic; Hebrew; Arabic and Syriac; default ignorable
    '[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\ufe20-\ufe2f'
    '\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e'
    '\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0730-\u074a\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff'
    '\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8'
    '\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+', '', 'g');
  folded := lower(folded COLLATE "und-x-icu");
  folded := regexp_replace(
    folded, '[\u02b9\u02bb-\u02bf\u02c8\u055a\u05f3\u07f4\u07f5\u2018-\u201b\u2032\u2035\u2039\u203a\ua78b\ua78c]', '''', 'g');
  folded := regexp_replace(folded, '[\u00ab\u00bb\u02ba\u05f4\u201c-\u201f\u301d-\u301f]', '"', 'g');
  folded := regexp_replace(
    folded, '[\u058a\u05be\u1400\u1806\u2010-\u2015\u2043\u2212\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0]', '-', 'g');
  folded := translate(folded, '⁄∕‧•∙・', '//····');
  -- Latin, as Lucene's ASCIIFoldingFilter has it; but ə as Azerbaijani is written without it.
  IF folded ~ '[\u00df-\u02af\u2c66]' THEN
    folded := translate(
      folded,
      'øłđðħıŧƀɓƈɖɗəɛɇƒɠǥɡɦɨƙƚɫɬŋɲɔɵƥɍƭʈⱦʉʋɏƴƶȷɉĸ',
      'olddhitbbcddeeefggghikllnnnoopprtttuvyyzjjq');
    folded := replace(replace(replace(replace(folded, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
  END IF;
  -- Greek, Cyrillic and Hebrew
  IF folded ~ '[\u03c2\u0491\u05da-\u05f2]' THEN
    folded := translate(folded, 'ςґךםןףץ', 'σгכמנפצ');
    folded := replace(replace(replace(folded, 'װ', 'וו'), 'ױ', 'וי'), 'ײ', 'יי');
  END IF;
  -- Arabic: the variants of alef, ya, ta marbuta, ha and kaf, with those of Persian and Urdu
  IF folded ~ '[\u0629\u0649\u0671-\u0673\u06a9-\u06d5]' THEN
    folded := translate(translate(folded, 'ٱٲٳىیېے', 'ااايييي'), 'ةۃہھەکڪ', 'هههههكك');
  END IF;
  IF folded ~ ('[\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f'
    '\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0de6-\u0def\u0e50-\u0e59\u0ed0-\u0ed9\u0f20-\u0f29'
    '\u1040-\u1049\u1090-\u1099\u17e0-\u17e9\u1810-\u1819\u1946-\u194f\u19d0-\u19d9\u1a80-\u1a89\u1a90-\u1a99'
    '\u1b50-\u1b59\u1bb0-\u1bb9\u1c40-\u1c49\u1c50-\u1c59\ua620-\ua629\ua8d0-\ua8d9\ua900-\ua909\ua9d0-\ua9d9'
    '\ua9f0-\ua9f9\uaa50-\uaa59\uabf0-\uabf9]') THEN
    folded := translate(
      folded,
      E'\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9'
       '\u07c0\u07c1\u07c2\u07c3\u07c4\u07c5\u07c6\u07c7\u07c8\u07c9\u0966\u0967\u0968\u0969\u096a\u096b\u096c\u096d\u096e\u096f'
       '\u09e6\u09e7\u09e8\u09e9\u09ea\u09eb\u09ec\u09ed\u09ee\u09ef\u0a66\u0a67\u0a68\u0a69\u0a6a\u0a6b\u0a6c\u0a6d\u0a6e\u0a6f'
       '\u0ae6\u0ae7\u0ae8\u0ae9\u0aea\u0aeb\u0aec\u0aed\u0aee\u0aef\u0b66\u0b67\u0b68\u0b69\u0b6a\u0b6b\u0b6c\u0b6d\u0b6e\u0b6f'
       '\u0be6\u0be7\u0be8\u0be9\u0bea\u0beb\u0bec\u0bed\u0bee\u0bef\u0c66\u0c67\u0c68\u0c69\u0c6a\u0c6b\u0c6c\u0c6d\u0c6e\u0c6f'
       '\u0ce6\u0ce7\u0ce8\u0ce9\u0cea\u0ceb\u0cec\u0ced\u0cee\u0cef\u0d66\u0d67\u0d68\u0d69\u0d6a\u0d6b\u0d6c\u0d6d\u0d6e\u0d6f'
       '\u0de6\u0de7\u0de8\u0de9\u0dea\u0deb\u0dec\u0ded\u0dee\u0def\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59'
       '\u0ed0\u0ed1\u0ed2\u0ed3\u0ed4\u0ed5\u0ed6\u0ed7\u0ed8\u0ed9\u0f20\u0f21\u0f22\u0f23\u0f24\u0f25\u0f26\u0f27\u0f28\u0f29'
       '\u1040\u1041\u1042\u1043\u1044\u1045\u1046\u1047\u1048\u1049\u1090\u1091\u1092\u1093\u1094\u1095\u1096\u1097\u1098\u1099'
       '\u17e0\u17e1\u17e2\u17e3\u17e4\u17e5\u17e6\u17e7\u17e8\u17e9\u1810\u1811\u1812\u1813\u1814\u1815\u1816\u1817\u1818\u1819'
       '\u1946\u1947\u1948\u1949\u194a\u194b\u194c\u194d\u194e\u194f\u19d0\u19d1\u19d2\u19d3\u19d4\u19d5\u19d6\u19d7\u19d8\u19d9'
       '\u1a80\u1a81\u1a82\u1a83\u1a84\u1a85\u1a86\u1a87\u1a88\u1a89\u1a90\u1a91\u1a92\u1a93\u1a94\u1a95\u1a96\u1a97\u1a98\u1a99'
       '\u1b50\u1b51\u1b52\u1b53\u1b54\u1b55\u1b56\u1b57\u1b58\u1b59\u1bb0\u1bb1\u1bb2\u1bb3\u1bb4\u1bb5\u1bb6\u1bb7\u1bb8\u1bb9'
       '\u1c40\u1c41\u1c42\u1c43\u1c44\u1c45\u1c46\u1c47\u1c48\u1c49\u1c50\u1c51\u1c52\u1c53\u1c54\u1c55\u1c56\u1c57\u1c58\u1c59'
       '\ua620\ua621\ua622\ua623\ua624\ua625\ua626\ua627\ua628\ua629\ua8d0\ua8d1\ua8d2\ua8d3\ua8d4\ua8d5\ua8d6\ua8d7\ua8d8\ua8d9'
       '\ua900\ua901\ua902\ua903\ua904\ua905\ua906\ua907\ua908\ua909\ua9d0\ua9d1\ua9d2\ua9d3\ua9d4\ua9d5\ua9d6\ua9d7\ua9d8\ua9d9'
       '\ua9f0\ua9f1\ua9f2\ua9f3\ua9f4\ua9f5\ua9f6\ua9f7\ua9f8\ua9f9\uaa50\uaa51\uaa52\uaa53\uaa54\uaa55\uaa56\uaa57\uaa58\uaa59'
       '\uabf0\uabf1\uabf2\uabf3\uabf4\uabf5\uabf6\uabf7\uabf8\uabf9',
      repeat('0123456789', 35));
  END IF;
  RETURN normalize(folded, NFC);
END
$$;

-- The plain spelling of any text. Not STRICT, so that Postgres writes it into a query in place: most of what is on record is
-- plain ASCII, which has nothing to fold but its case.
CREATE OR REPLACE FUNCTION standpoint_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length($1) = char_length($1) THEN lower($1 COLLATE "C") ELSE standpoint_fold_unicode($1) END
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Words: one function for documents and for queries
-- ---------------------------------------------------------------------------------------------------------------------

-- The folded words of a text with one space between them. A hyphen stands between the parts of a compound, whatever joined
-- them ("cote d-ivoire", "co-operation", "u-s-a"), and a tilde between the characters of a script that has no spaces between
-- words ("聯~合~國"). Letters, digits and marks make words: the letters and digits as ICU knows them, because Postgres' own
-- parser takes another view of them under each locale.
CREATE OR REPLACE FUNCTION standpoint_words(written text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  -- Marks within words that folding keeps, most of them vowel signs; ranges go over letters between them.
  marks CONSTANT text COLLATE "C" :=
    '\u0711\u07a6-\u07f3\u07fd\u0816-\u082d\u0859-\u085b\u0897\u0900-\u0963\u0981-\u09e3\u09fe-\u0a75'
    '\u0a81-\u0ae3\u0afa-\u0b63\u0b82-\u0bd7\u0c00-\u0c63\u0c81-\u0c83\u0cbc-\u0d4d\u0d57\u0d62-\u0d63\u0d81-\u0df3'
    '\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ece\u0f18-\u0f19\u0f35\u0f37\u0f39\u0f3e-\u0f84\u0f86-\u0fbc'
    '\u0fc6\u102b-\u103e\u1056-\u109d\u135d-\u135f\u1712-\u1734\u1752-\u17d3\u17dd\u1885-\u193b\u1a17-\u1a1b'
    '\u1a55-\u1a7f\u1b00-\u1b44\u1b6b-\u1b73\u1b80-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2\u1cd4-\u1cf9\u2cef-\u2cf1\u2d7f-\u2dff'
    '\u3099-\u309a\ua66f-\ua672\ua674-\ua67d\ua69e-\ua69f\ua6f0-\ua6f1\ua802-\ua827\ua82c\ua880-\ua8c5\ua8e0-\ua8f1'
    '\ua8ff-\ua92d\ua947-\ua953\ua980-\ua9c0\ua9e5-\uaa4d\uaa7b-\uaac1\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabea\uabec-\uabed';
  -- Chinese and Japanese, Korean, Thai, Lao, Burmese and Khmer
  unspaced CONSTANT text COLLATE "C" :=
    '[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3041-\u309f\u30a1-\u30fa\u30fc-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff'
    '\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u109d\uaa60-\uaa7f\u1780-\u17d3\u17d7\u17dc\u17dd]';
  -- A zero-width space or non-joiner joins two words, as a hyphen does.
  words text COLLATE "C" := standpoint_fold(translate(written, E'\u200b\u200c', '--'));
BEGIN
  -- Words are separated by anything but a word's characters; of quotes, full stops, middle dots and hyphens, by two or more.
  IF octet_length(words) = char_length(words) THEN
    words := regexp_replace(words, '[^a-z0-9]*[^a-z0-9''"`.-][^a-z0-9]*|[''"`.-]{2,}', ' ', 'g');
    RETURN btrim(translate(words, '''"`.', '----'), ' -');
  END IF;
  words := regexp_replace(
    words COLLATE "und-x-icu",
    format('[^[:alnum:]%1$s]*[^[:alnum:]%1$s''"`.·-][^[:alnum:]%1$s]*|[''"`.·-]{2,}', marks), ' ', 'g');
  words := translate(words, '''"`.·', '-----');
  IF words ~ unspaced THEN
    words := regexp_replace(regexp_replace(words, '(' || unspaced || ')', '~\1~', 'g'), '~*([ ~-])~*', '\1', 'g');
  END IF;
  RETURN btrim(words, ' -~');
END
$$;

-- The whole of a name, title or code as one lexeme, which spaces and punctuation do not change: what is named exactly as
-- the query says comes first. Null where it has no word.
CREATE FUNCTION standpoint_whole(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '=' || left(nullif(translate(standpoint_words(written), ' -~', ''), ''), 500)
$$;

CREATE FUNCTION standpoint_wholes(written text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(ARRAY(
    SELECT whole FROM unnest(written) part("text"), standpoint_whole(part."text") whole
    WHERE whole IS NOT NULL AND char_length(part."text") <= 200)) -- no query is longer
$$;

-- The words of a text with their places, those of a compound also as one ("divoire", "cooperation"), and where `stemmed`
-- their English stems. A lexeme can have 2,046 bytes and a place be 16,382 at most.
CREATE FUNCTION standpoint_document(written text, weight "char", stemmed boolean) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  run text COLLATE "C";
  part text COLLATE "C";
  stem text COLLATE "C";
  parts text[] COLLATE "C";
  place int := 0;
  suffix text;
  -- An array, since a text that grows is copied for each word.
  lexemes text[] := '{}';
BEGIN
  FOREACH run IN ARRAY string_to_array(coalesce(standpoint_words(written), ''), ' ') LOOP
    parts := string_to_array(translate(run, '~', '-'), '-');
    IF cardinality(parts) > 1 AND run NOT LIKE '%~%' THEN
      parts := parts || replace(run, '-', '');
    END IF;
    FOREACH part IN ARRAY parts LOOP
      part := left(part, 500);
      -- Places end there. Without one, a word takes less of the megabyte that a document can have.
      place := place + 1;
      suffix := CASE WHEN place < 16383 THEN ''':' || place ELSE '''' END;
      lexemes := array_append(lexemes, '''' || part || suffix);
      IF stemmed THEN
        stem := (ts_lexize('english_stem', part))[1];
        IF stem <> part THEN
          lexemes := array_append(lexemes, '''' || stem || suffix);
        END IF;
      END IF;
    END LOOP;
  END LOOP;
  RETURN setweight(array_to_string(lexemes, ' ')::tsvector, weight);
END
$$;

CREATE OR REPLACE FUNCTION standpoint_verbatim(text, "char") RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT standpoint_document($1, $2, false)
$$;

CREATE OR REPLACE FUNCTION standpoint_prose(text, "char") RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT standpoint_document($1, $2, true)
$$;

-- A word of a query: as it is, or as the beginning of a longer one, or by its English stem.
CREATE FUNCTION standpoint_search_word(word text, beginning boolean) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT '(''' || left(word, 500) || '''' || CASE WHEN beginning THEN ':*' ELSE '' END
    || coalesce(' | ''' || nullif((ts_lexize('english_stem', left(word, 500)))[1], word) || '''', '') || ')'
$$;

-- What people type, as a query for those documents: every word, the last one as a beginning too. A compound is found as one
-- word or by all of its parts, characters of scripts without spaces by their order. Words that say nothing ("the") do not
-- count beside others. Null where there is no word.
CREATE OR REPLACE FUNCTION standpoint_search_query(query text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  runs text[] COLLATE "C" := string_to_array(standpoint_words(query), ' ');
  parts text[] COLLATE "C";
  ends boolean;
  says_nothing boolean;
  term text;
  terms text[] := '{}';
  fillers text[] := '{}';
BEGIN
  FOR place IN 1 .. cardinality(runs) LOOP
    parts := string_to_array(translate(runs[place], '~', '-'), '-');
    ends := place = cardinality(runs);
    IF runs[place] LIKE '%~%' THEN
      says_nothing := false;
      SELECT string_agg('''' || left(part, 500) || '''', ' <-> ' ORDER BY "at") || CASE WHEN ends THEN ':*' ELSE '' END
      INTO term FROM unnest(parts) WITH ORDINALITY AS listed(part, "at");
    ELSE
      says_nothing := '{}' = ALL (SELECT ts_lexize('english_stem', part) FROM unnest(parts) listed(part));
      SELECT string_agg(standpoint_search_word(part, ends AND "at" = cardinality(parts)), ' & ')
      INTO term FROM unnest(parts) WITH ORDINALITY AS listed(part, "at")
      WHERE says_nothing OR ts_lexize('english_stem', part) <> '{}';
      IF cardinality(parts) > 1 THEN
        term := standpoint_search_word(array_to_string(parts, ''), ends) || ' | ' || term;
      END IF;
    END IF;
    IF says_nothing AND NOT ends THEN
      fillers := fillers || ('(' || term || ')');
    ELSE
      terms := terms || ('(' || term || ')');
    END IF;
  END LOOP;
  IF says_nothing AND cardinality(terms) = 1 THEN
    terms := fillers || terms;
  END IF;
  RETURN nullif(array_to_string(terms, ' & '), '')::tsquery;
END
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Alphabetical order: Unicode's root collation, the same under every locale
-- ---------------------------------------------------------------------------------------------------------------------

-- A collation of the record's own and not the server's "und-x-icu", whose version its owner could not refresh: see
-- standpoint_refresh_order.
CREATE COLLATION alphabetical (provider = icu, locale = 'und');

DROP VIEW "SearchableEntity";

-- The columns themselves, so that whatever orders by them is right.
DO $$
DECLARE
  part record;
BEGIN
  FOR part IN
    SELECT * FROM (VALUES ('Actor', 'name'), ('Source', 'title'), ('Topic', 'name'), ('Proposal', 'title'),
      ('PolicyAction', 'title'), ('Meeting', 'title')) AS listed("table", "column")
  LOOP
    EXECUTE format('DROP VIEW known.%I', part."table");
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE alphabetical', part."table", part."column");
    EXECUTE format('ALTER TABLE history.%I ALTER COLUMN %I TYPE text COLLATE alphabetical', part."table", part."column");
    PERFORM standpoint_keep_versions(format('%I', part."table")::regclass);
    EXECUTE format('ANALYZE %I', part."table");
  END LOOP;
END
$$;

ALTER TABLE "SavedQuestion" ALTER COLUMN "name" TYPE text COLLATE alphabetical;

-- Makes the indexes in this order anew. Needed where the server's ICU has changed, as after an upgrade of the operating
-- system: indexes that were sorted by the old one lead to wrong pages.
CREATE FUNCTION standpoint_refresh_order() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  sorted regclass;
BEGIN
  FOR sorted IN SELECT indexrelid FROM pg_index WHERE 'alphabetical'::regcollation = ANY (indcollation) LOOP
    EXECUTE format('REINDEX INDEX %s', sorted);
  END LOOP;
  ALTER COLLATION alphabetical REFRESH VERSION;
END
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- The documents, made again
-- ---------------------------------------------------------------------------------------------------------------------

-- What search finds, one row an entity that is not retracted.
CREATE VIEW "SearchableEntity" AS
  SELECT a."id" AS "entityId", 'ACTOR'::"EntityKind" AS "kind",
    standpoint_verbatim(a."name", 'A') || standpoint_verbatim(array_to_string(part."names", ' '), 'A')
      || standpoint_verbatim(array_to_string(part."codes", ' '), 'B') || standpoint_prose(a."description", 'C')
      || standpoint_wholes(a."name" || part."names" || part."codes") AS "document"
  FROM "Actor" a CROSS JOIN LATERAL (SELECT
    ARRAY(SELECT n."value" FROM "ActorName" n WHERE n."actorId" = a."id" ORDER BY n."ordinal") AS "names",
    ARRAY(SELECT c."value" FROM "ExternalCode" c WHERE c."actorId" = a."id" ORDER BY c."ordinal") AS "codes") part
  WHERE a."retractedAt" IS NULL
  UNION ALL
  SELECT p."id", 'PROPOSAL',
    standpoint_prose(p."title", 'A') || standpoint_verbatim(p."slug", 'B') || standpoint_prose(p."summary", 'B')
      || standpoint_wholes(ARRAY[p."title", p."slug"])
  FROM "Proposal" p WHERE p."retractedAt" IS NULL
  UNION ALL
  SELECT p."id", 'POLICY_ACTION',
    standpoint_prose(p."title", 'A') || standpoint_verbatim(p."slug", 'B') || standpoint_prose(p."summary", 'B')
      || standpoint_wholes(ARRAY[p."title", p."slug"])
  FROM "PolicyAction" p WHERE p."retractedAt" IS NULL
  UNION ALL
  SELECT s."id", 'STATEMENT',
    standpoint_prose(s."summary", 'B') || standpoint_verbatim(s."speakerAsPrinted", 'B') || standpoint_verbatim(s."quote", 'C')
  FROM "Statement" s WHERE s."retractedAt" IS NULL
  UNION ALL
  SELECT s."id", 'SOURCE',
    standpoint_prose(s."title", 'A') || standpoint_verbatim(s."publisher", 'C') || standpoint_wholes(ARRAY[s."title"])
  FROM "Source" s WHERE s."retractedAt" IS NULL
  UNION ALL
  SELECT m."id", 'MEETING',
    standpoint_prose(m."title", 'A') || standpoint_verbatim(m."symbol", 'A') || standpoint_wholes(ARRAY[m."title", m."symbol"])
  FROM "Meeting" m WHERE m."retractedAt" IS NULL
  UNION ALL
  SELECT t."id", 'TOPIC',
    standpoint_prose(t."name", 'A') || standpoint_prose(t."description", 'B') || standpoint_wholes(ARRAY[t."name"])
  FROM "Topic" t WHERE t."retractedAt" IS NULL;

-- Makes all documents again, with their history: for each moment at which the record changed, those of the entities that
-- changed, as known then. A migration that changes what is made into documents calls this.
CREATE FUNCTION standpoint_remake_search_documents() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  usual text := current_setting('search_path');
  entities text := pg_get_viewdef('"SearchableEntity"');
  written record;
BEGIN
  -- The same view of the record as known at a moment: its tables are looked up in `known` first.
  PERFORM set_config('search_path', 'known, ' || usual, true);
  EXECUTE 'CREATE TEMPORARY VIEW "SearchableThen" AS ' || entities;
  PERFORM set_config('search_path', usual, true);
  TRUNCATE "SearchDocument", history."SearchDocument";
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
  END LOOP;
  DROP VIEW "SearchableThen";
  PERFORM set_config('standpoint.known_at', '', true), set_config('standpoint.moment', '', true);
END
$$;

SELECT standpoint_remake_search_documents();
ANALYZE "SearchDocument";
