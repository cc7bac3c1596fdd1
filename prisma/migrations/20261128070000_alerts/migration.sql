-- Saved questions, how their answers changed, and what their webhooks are told.

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('PENDING', 'DELIVERED', 'DEAD');

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "variables" JSON NOT NULL,
    "asOf" DATE,
    "answer" JSON NOT NULL,
    "answerDigest" TEXT NOT NULL,
    "answeredUpTo" INTEGER NOT NULL,
    "answeredAt" TIMESTAMPTZ(6) NOT NULL,
    "notBefore" TIMESTAMPTZ(6),
    "failure" TEXT,
    "failingSince" TIMESTAMPTZ(6),

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedQuestion" (
    "id" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "query" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,
    "webhookUrl" TEXT,
    "webhookSecret" TEXT,
    "oldWebhookSecret" TEXT,
    "oldWebhookSecretTo" TIMESTAMPTZ(6),
    "webhookGoneAt" TIMESTAMPTZ(6),

    CONSTRAINT "SavedQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerChange" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "questionId" UUID NOT NULL,
    "upTo" INTEGER NOT NULL,
    "after" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(6) NOT NULL,
    "answer" JSON NOT NULL,

    CONSTRAINT "AnswerChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "savedQuestionId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "upTo" INTEGER NOT NULL,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL,
    "nextAttemptAt" TIMESTAMPTZ(6),
    "lastAttemptAt" TIMESTAMPTZ(6),
    "lastStatus" INTEGER,
    "lastFailure" TEXT,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Question_digest_key" ON "Question"("digest");

-- CreateIndex
CREATE INDEX "SavedQuestion_questionId_idx" ON "SavedQuestion"("questionId");

-- CreateIndex
CREATE UNIQUE INDEX "SavedQuestion_author_name_key" ON "SavedQuestion"("author", "name");

-- CreateIndex
CREATE UNIQUE INDEX "AnswerChange_questionId_upTo_key" ON "AnswerChange"("questionId", "upTo");

-- CreateIndex
CREATE INDEX "AnswerChange_changedAt_idx" ON "AnswerChange"("changedAt");

-- CreateIndex
CREATE INDEX "WebhookDelivery_questionId_upTo_idx" ON "WebhookDelivery"("questionId", "upTo");

-- CreateIndex
CREATE INDEX "WebhookDelivery_status_nextAttemptAt_idx" ON "WebhookDelivery"("status", "nextAttemptAt");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_savedQuestionId_upTo_key" ON "WebhookDelivery"("savedQuestionId", "upTo");

-- AddForeignKey
ALTER TABLE "SavedQuestion" ADD CONSTRAINT "SavedQuestion_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerChange" ADD CONSTRAINT "AnswerChange_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_savedQuestionId_fkey" FOREIGN KEY ("savedQuestionId") REFERENCES "SavedQuestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_questionId_upTo_fkey" FOREIGN KEY ("questionId", "upTo") REFERENCES "AnswerChange"("questionId", "upTo") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the models cannot say. Written by hand.

ALTER TABLE "Question"
  ADD CONSTRAINT "Question_failure_check" CHECK (("failure" IS NULL) = ("failingSince" IS NULL));

ALTER TABLE "SavedQuestion"
  ADD CONSTRAINT "SavedQuestion_version_check" CHECK ("version" >= 1),
  ADD CONSTRAINT "SavedQuestion_webhook_check" CHECK (
    ("webhookUrl" IS NULL) = ("webhookSecret" IS NULL)
    AND ("oldWebhookSecret" IS NULL) = ("oldWebhookSecretTo" IS NULL)
    AND ("webhookUrl" IS NOT NULL OR num_nonnulls("oldWebhookSecret", "webhookGoneAt") = 0));

ALTER TABLE "AnswerChange"
  ADD CONSTRAINT "AnswerChange_order_check" CHECK ("after" < "upTo");

ALTER TABLE "WebhookDelivery"
  ADD CONSTRAINT "WebhookDelivery_attempts_check" CHECK ("attempts" >= 0),
  ADD CONSTRAINT "WebhookDelivery_status_check" CHECK (("status" = 'PENDING') = ("nextAttemptAt" IS NOT NULL));
