-- Two records of one actor are merged, and unmerged without loss.

-- CreateEnum
CREATE TYPE "MergeFate" AS ENUM ('MOVED', 'SET_ASIDE', 'ADDED');

-- AlterTable
ALTER TABLE "Actor" ADD COLUMN "mergedIntoId" UUID;

-- CreateTable
CREATE TABLE "ActorMerge" (
    "mergedId" UUID NOT NULL,
    "survivorId" UUID NOT NULL,
    "mergedAt" TIMESTAMPTZ(6) NOT NULL,
    "author" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ActorMerge_pkey" PRIMARY KEY ("mergedId")
);

-- CreateTable
CREATE TABLE "ActorMergePart" (
    "mergedId" UUID NOT NULL,
    "table" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "key" TEXT NOT NULL DEFAULT '',
    "fate" "MergeFate" NOT NULL,
    "from" UUID,
    "to" UUID,
    "row" JSONB,

    CONSTRAINT "ActorMergePart_pkey" PRIMARY KEY ("mergedId","table","column","entityId","key")
);

-- CreateIndex
CREATE INDEX "ActorMerge_survivorId_idx" ON "ActorMerge"("survivorId");

-- CreateIndex
CREATE INDEX "ActorMergePart_entityId_idx" ON "ActorMergePart"("entityId");

-- CreateIndex
CREATE INDEX "Actor_mergedIntoId_idx" ON "Actor"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Actor" ADD CONSTRAINT "Actor_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActorMerge" ADD CONSTRAINT "ActorMerge_mergedId_fkey" FOREIGN KEY ("mergedId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActorMerge" ADD CONSTRAINT "ActorMerge_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActorMergePart" ADD CONSTRAINT "ActorMergePart_mergedId_fkey" FOREIGN KEY ("mergedId") REFERENCES "ActorMerge"("mergedId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the models cannot say. Written by hand.

-- Whatever hides what is retracted hides what is merged with it.
ALTER TABLE "Actor" ADD CONSTRAINT "Actor_mergedIntoId_check" CHECK (
  "mergedIntoId" IS NULL OR ("mergedIntoId" <> "id" AND "retractedAt" IS NOT NULL));
