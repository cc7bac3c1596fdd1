-- Which import made a change, so that a later run of the same import knows what is its own to correct.
-- "dossier: <title>", "seeds" or "un-votes"; null for changes that people made through the API.
ALTER TABLE "Revision" ADD COLUMN "importer" TEXT;
ALTER TABLE "ImportBatch" ADD COLUMN "importer" TEXT;

-- These two imports always used their own name as the author. Dossiers imported earlier cannot be told from edits.
UPDATE "Revision" SET "importer" = "author" WHERE "author" IN ('seeds', 'un-votes');
UPDATE "ImportBatch" SET "importer" = "author" WHERE "author" = 'un-votes';

CREATE OR REPLACE VIEW known."Revision" AS
  SELECT * FROM "Revision" WHERE "recordedAt" <= standpoint_known_at();
CREATE OR REPLACE VIEW known."ImportBatch" AS
  SELECT * FROM "ImportBatch" WHERE "recordedAt" <= standpoint_known_at();

-- Dossiers refuse control characters, and an early import of the Assembly's votes recorded some: such a record could be
-- exported and not imported again. Both refuse them now.
CREATE FUNCTION pg_temp.printable(written text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(written, '[\u0001-\u0008\u000b-\u001f\u007f-\u009f]', '', 'g')
$$;
UPDATE "Revision" SET "after" = "after" || jsonb_strip_nulls(jsonb_build_object(
  'title', pg_temp.printable("after" ->> 'title'), 'summary', pg_temp.printable("after" ->> 'summary'),
  'note', pg_temp.printable("after" ->> 'note')))
WHERE "importer" = 'un-votes' AND concat("after" ->> 'title', "after" ->> 'summary', "after" ->> 'note')
  IS DISTINCT FROM pg_temp.printable(concat("after" ->> 'title', "after" ->> 'summary', "after" ->> 'note'));
UPDATE "Proposal" SET "title" = pg_temp.printable("title"), "summary" = pg_temp.printable("summary"), "note" = pg_temp.printable("note")
WHERE concat("title", "summary", "note") <> pg_temp.printable(concat("title", "summary", "note"));
UPDATE "RollCall" SET "note" = pg_temp.printable("note") WHERE "note" <> pg_temp.printable("note");
DROP FUNCTION pg_temp.printable;
