-- What contributors would record or revise, until an editor has decided.

-- CreateEnum
CREATE TYPE "DraftAction" AS ENUM ('RECORD', 'REVISE');

-- CreateEnum
CREATE TYPE "DraftStatus" AS ENUM ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "approvedBy" TEXT;

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "action" "DraftAction" NOT NULL,
    "entityKind" "EntityKind" NOT NULL,
    "entityId" UUID,
    "entityVersion" INTEGER,
    "entry" JSONB NOT NULL,
    "reason" TEXT,
    "status" "DraftStatus" NOT NULL DEFAULT 'PENDING',
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,
    "decidedAt" TIMESTAMPTZ(6),
    "decidedBy" TEXT,
    "decisionReason" TEXT,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Draft_author_status_idx" ON "Draft"("author", "status");

-- CreateIndex
CREATE INDEX "Draft_status_recordedAt_idx" ON "Draft"("status", "recordedAt");

-- What the model cannot say. Written by hand.

ALTER TABLE "Draft"
  ADD CONSTRAINT "Draft_version_check" CHECK ("version" >= 1),
  ADD CONSTRAINT "Draft_entity_check" CHECK (CASE "action"
    WHEN 'REVISE' THEN "entityId" IS NOT NULL AND "entityVersion" IS NOT NULL
    ELSE "entityVersion" IS NULL AND ("entityId" IS NOT NULL) = ("status" = 'APPROVED') END),
  ADD CONSTRAINT "Draft_decision_check" CHECK (
    ("status" = 'PENDING') = ("decidedAt" IS NULL) AND ("status" = 'PENDING') = ("decidedBy" IS NULL)
    AND ("status" <> 'PENDING' OR "decisionReason" IS NULL)
    AND ("status" <> 'REJECTED' OR coalesce(btrim("decisionReason"), '') <> ''));
