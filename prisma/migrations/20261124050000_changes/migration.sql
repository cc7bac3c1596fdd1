-- The feed of changes: one total order of everything that was recorded, revised, retracted, merged or imported.

-- A part of a bulk import that was committed at once. Its rows have no revisions of their own.
CREATE TABLE "ImportBatch" (
    "id" UUID NOT NULL,
    "entityKind" "EntityKind" NOT NULL,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "author" TEXT NOT NULL,
    "rollCallIds" UUID[],
    "count" INTEGER NOT NULL,

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Change" (
    "sequence" INTEGER NOT NULL,
    "revisionId" UUID,
    "importBatchId" UUID,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("sequence")
);
CREATE UNIQUE INDEX "Change_revisionId_key" ON "Change"("revisionId");
CREATE UNIQUE INDEX "Change_importBatchId_key" ON "Change"("importBatchId");
ALTER TABLE "Change"
  ADD CONSTRAINT "Change_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Change_importBatchId_fkey" FOREIGN KEY ("importBatchId") REFERENCES "ImportBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "Change_subject_check" CHECK (num_nonnulls("revisionId", "importBatchId") = 1);

-- What was recorded before there was a feed, in the order of recording.
INSERT INTO "Change" ("sequence", "revisionId")
SELECT row_number() OVER (ORDER BY "recordedAt", "version", "id"), "id" FROM "Revision";

-- Appends a change as the last thing that its transaction does (the triggers are deferred), holding a lock until that has
-- committed: so changes are numbered in the order in which they become visible, without gaps. Whoever has seen number n has
-- seen all before it. As the last lock of every transaction it can close no circle with others.
CREATE FUNCTION standpoint_append_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('standpoint'), hashtext('changes'));
  IF TG_TABLE_NAME = 'Revision' THEN
    INSERT INTO "Change" ("sequence", "revisionId") SELECT coalesce(max("sequence"), 0) + 1, NEW."id" FROM "Change";
  ELSE
    INSERT INTO "Change" ("sequence", "importBatchId") SELECT coalesce(max("sequence"), 0) + 1, NEW."id" FROM "Change";
  END IF;
  PERFORM pg_notify('standpoint_changes', '');
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER changes_insert AFTER INSERT ON "Revision" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION standpoint_append_change();
CREATE CONSTRAINT TRIGGER changes_insert AFTER INSERT ON "ImportBatch" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION standpoint_append_change();
