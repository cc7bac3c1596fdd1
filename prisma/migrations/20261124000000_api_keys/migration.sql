-- CreateEnum
CREATE TYPE "Role" AS ENUM ('CONTRIBUTOR', 'EDITOR', 'ADMIN');

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(6),
    "expiresAt" TIMESTAMPTZ(6),
    "revokedAt" TIMESTAMPTZ(6),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- What the model cannot say. Written by hand.

ALTER TABLE "ApiKey"
  ADD CONSTRAINT "ApiKey_id_check" CHECK ("id" ~ '^[0-9a-f]{16}$'),
  ADD CONSTRAINT "ApiKey_name_check" CHECK ("name" ~ '^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$'),
  ADD CONSTRAINT "ApiKey_secretHash_check" CHECK ("secretHash" ~ '^[0-9a-f]{64}$');

-- Revisions name the author by the key's name, so it tells one key at a time; the key that replaces a revoked one may
-- take its name.
CREATE UNIQUE INDEX "ApiKey_name_of_live_key" ON "ApiKey" ("name") WHERE "revokedAt" IS NULL;
