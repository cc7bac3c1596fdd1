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
