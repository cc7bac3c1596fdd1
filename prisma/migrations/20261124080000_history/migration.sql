-- System-versioned tables, as SQL:2011 has them: what each row said at any earlier moment. Written by hand.
--
-- Every row tells since when it is as it is ("systemFrom"). What an update or a delete replaces goes to the table's twin in
-- the schema `history`, with the moment until which it was so ("systemUntil"). The schema `known` has a view of each table,
-- with the same name and columns, of the rows as they stood at one moment: with `known` first in the search path, any
-- statement that names tables without a schema reads the record as it was known then.

CREATE SCHEMA history;
CREATE SCHEMA known;

-- The moment of a transaction's writes: what it has set as standpoint.moment, else its first write's.
CREATE FUNCTION standpoint_moment() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT coalesce(
    nullif(current_setting('standpoint.moment', true), ''),
    set_config('standpoint.moment', clock_timestamp()::text, true))::timestamptz
$$;

-- Whatever a writer says. Never before the row's last change, also where the clock was set back: no version ends before it
-- begins.
CREATE FUNCTION standpoint_begin_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."systemFrom" = standpoint_moment();
  IF TG_OP = 'UPDATE' THEN
    NEW."systemFrom" = greatest(NEW."systemFrom", OLD."systemFrom");
  END IF;
  RETURN NEW;
END
$$;

-- What a transaction itself had written before leaves no version: nobody ever saw it.
CREATE FUNCTION standpoint_keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO history.%I SELECT $1, o.* FROM old_rows o WHERE o."systemFrom" < $1', TG_TABLE_NAME)
  USING standpoint_moment();
  RETURN NULL;
END
$$;

-- The moment that a transaction reads at. Called immutable, though it is only within a statement: so each plan has it as a
-- constant, which Postgres estimates well by, and no row pays for it. Such a plan must not be kept: no prepared statement.
CREATE FUNCTION standpoint_known_at() RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT current_setting('standpoint.known_at')::timestamptz
$$;

-- Makes a table versioned; called again after columns were added to it, brings its twin and its view up to date. To drop a
-- column or to change its type, a migration drops the view, changes both tables and calls this.
CREATE FUNCTION standpoint_keep_versions(versioned regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  "name" text := (SELECT relname FROM pg_class WHERE oid = versioned);
  twin regclass := to_regclass(format('history.%I', "name"));
  part record;
  "columns" text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = versioned AND attname = 'systemFrom') THEN
    -- One moment for all that is there already, without a look at any row.
    EXECUTE format('ALTER TABLE %s ADD COLUMN "systemFrom" TIMESTAMPTZ(6) NOT NULL DEFAULT now()', versioned);
    EXECUTE format('ALTER TABLE %s ALTER COLUMN "systemFrom" SET DEFAULT standpoint_moment()', versioned);
  END IF;

  IF twin IS NULL THEN
    EXECUTE format('CREATE TABLE history.%I ("systemUntil" TIMESTAMPTZ(6) NOT NULL, LIKE %s)', "name", versioned);
    -- The same indexes, since the same statements read it; a key is unique in each moment only.
    FOR part IN SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = versioned LOOP
      EXECUTE regexp_replace(
        part.definition, '^CREATE (UNIQUE )?INDEX \S+ ON \S+', format('CREATE INDEX ON history.%I', "name"));
    END LOOP;
    -- On INSERT, the column's default is enough for positions: imports of votes write nearly a million, and find no trigger.
    EXECUTE format(
      'CREATE TRIGGER history_begin BEFORE %2$s ON %1$s
         FOR EACH ROW EXECUTE FUNCTION standpoint_begin_version();
       CREATE TRIGGER history_update AFTER UPDATE ON %1$s REFERENCING OLD TABLE AS old_rows
         FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_history();
       CREATE TRIGGER history_delete AFTER DELETE ON %1$s REFERENCING OLD TABLE AS old_rows
         FOR EACH STATEMENT EXECUTE FUNCTION standpoint_keep_history();',
      versioned, CASE "name" WHEN 'Position' THEN 'UPDATE' ELSE 'INSERT OR UPDATE' END
    );
    twin := to_regclass(format('history.%I', "name"));
  END IF;

  FOR part IN
    SELECT a.attname AS "name", format_type(a.atttypid, a.atttypmod) AS "type", pg_get_expr(d.adbin, d.adrelid) AS "default"
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = versioned AND a.attnum > 0 AND NOT a.attisdropped AND NOT EXISTS (
      SELECT FROM pg_attribute t WHERE t.attrelid = twin AND t.attname = a.attname AND NOT t.attisdropped)
    ORDER BY a.attnum
  LOOP
    -- Versions from before the column was added say what the rows of then do: its default.
    EXECUTE format('ALTER TABLE %1$s ADD COLUMN %2$I %3$s DEFAULT %4$s; ALTER TABLE %1$s ALTER COLUMN %2$I DROP DEFAULT',
      twin, part."name", part."type", coalesce(part."default", 'NULL'));
  END LOOP;

  -- The condition stands outside the union, where Postgres can look rows of both tables up by what they are joined to.
  IF to_regclass(format('known.%I', "name")) IS NOT NULL THEN
    EXECUTE format('DROP VIEW known.%I', "name");
  END IF;
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO "columns"
  FROM pg_attribute WHERE attrelid = versioned AND attnum > 0 AND NOT attisdropped;
  EXECUTE format(
    'CREATE VIEW known.%1$I AS SELECT %2$s
     FROM (SELECT %2$s, ''infinity''::timestamptz AS "systemUntil" FROM %3$s
       UNION ALL SELECT %2$s, "systemUntil" FROM %4$s) version
     WHERE "systemFrom" <= standpoint_known_at() AND "systemUntil" > standpoint_known_at()',
    "name", "columns", versioned, twin
  );
END
$$;

-- All that answers are made of. What is only ever added to tells by itself what was there; of how merges are taken back, of
-- keys, of requests and of drafts no answer about the record is made.
DO $$
DECLARE
  versioned regclass;
  filled boolean;
  begins timestamptz := '-infinity';
BEGIN
  FOR versioned IN
    SELECT c.oid FROM pg_class c
    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
      AND c.relname NOT IN ('_prisma_migrations', 'ApiKey', 'IdempotencyKey', 'Draft', 'ActorMergePart')
      AND c.relname NOT IN ('Revision', 'ImportBatch', 'Change')
    ORDER BY c.relname
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', versioned) INTO filled;
    PERFORM standpoint_keep_versions(versioned);
    IF filled THEN
      begins := now();
      EXECUTE format('ANALYZE %s', versioned);
    END IF;
  END LOOP;
  -- What was on record before this migration has no history of that time.
  EXECUTE format(
    'CREATE FUNCTION standpoint_history_begins() RETURNS timestamptz LANGUAGE sql STABLE AS $f$ SELECT %L::timestamptz $f$',
    begins);
END
$$;

CREATE VIEW known."Revision" AS
  SELECT * FROM "Revision" WHERE "recordedAt" <= standpoint_known_at();
CREATE VIEW known."ImportBatch" AS
  SELECT * FROM "ImportBatch" WHERE "recordedAt" <= standpoint_known_at();
CREATE VIEW known."Change" AS
  SELECT change.* FROM "Change" change
  LEFT JOIN "Revision" revision ON revision."id" = change."revisionId"
  LEFT JOIN "ImportBatch" batch ON batch."id" = change."importBatchId"
  WHERE coalesce(revision."recordedAt", batch."recordedAt") <= standpoint_known_at();

-- Makes the rest of the transaction read the record as it was known at a moment; one that is still to come is now.
CREATE FUNCTION standpoint_know_at(moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF moment < standpoint_history_begins() THEN
    RAISE EXCEPTION USING ERRCODE = 'SP001', MESSAGE = to_char(
      standpoint_history_begins() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  END IF;
  PERFORM set_config('standpoint.known_at', moment::text, true);
  PERFORM set_config('search_path', 'known, ' || current_setting('search_path'), true);
END
$$;
