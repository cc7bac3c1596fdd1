-- What a change did, beside what it changed.
CREATE TYPE "RevisionAction" AS ENUM ('RECORDED', 'REVISED', 'RETRACTED', 'REINSTATED', 'MERGED', 'UNMERGED');
ALTER TABLE "Revision" ADD COLUMN "action" "RevisionAction" NOT NULL DEFAULT 'RECORDED';
UPDATE "Revision" SET "action" = 'REVISED' WHERE "before" IS NOT NULL;

-- The moments of revisions ascend in the order in which they were made, so the latest one is asked for with each write.
CREATE INDEX "Revision_recordedAt_idx" ON "Revision"("recordedAt");

-- The first answer to a request that may be sent again.
CREATE TABLE "IdempotencyKey" (
    "author" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "usedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("author", "key")
);
CREATE INDEX "IdempotencyKey_usedAt_idx" ON "IdempotencyKey"("usedAt");
