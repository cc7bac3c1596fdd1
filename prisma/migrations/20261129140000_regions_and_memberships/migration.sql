-- A state's region, whether all members of a group are on record, and kinds of membership that are not full.

CREATE TYPE "Region" AS ENUM ('AFRICA', 'AMERICAS', 'ASIA', 'EUROPE', 'OCEANIA');

ALTER TYPE "AffiliationKind" ADD VALUE 'ASSOCIATE' AFTER 'MEMBERSHIP';
ALTER TYPE "AffiliationKind" ADD VALUE 'OBSERVER' AFTER 'ASSOCIATE';
ALTER TYPE "AffiliationKind" ADD VALUE 'CANDIDATE' AFTER 'OBSERVER';

ALTER TABLE "Actor"
  ADD COLUMN "region" "Region",
  ADD COLUMN "subregion" TEXT COLLATE alphabetical,
  ADD COLUMN "membersCompleteDuring" TEXT,
  ADD COLUMN "membersCompleteDuringEarliest" DATE,
  ADD COLUMN "membersCompleteDuringStartLatest" DATE,
  ADD COLUMN "membersCompleteDuringEndEarliest" DATE,
  ADD COLUMN "membersCompleteDuringLatest" DATE,
  ADD COLUMN "membersSourceId" UUID,
  ADD CONSTRAINT "Actor_membersSourceId_fkey" FOREIGN KEY ("membersSourceId") REFERENCES "Source"("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Actor_membersCompleteDuring_check" CHECK (
    num_nulls("membersCompleteDuring", "membersCompleteDuringEarliest", "membersCompleteDuringStartLatest",
      "membersCompleteDuringEndEarliest", "membersCompleteDuringLatest") IN (0, 5) AND "membersCompleteDuring" <> ''
    AND "membersCompleteDuringEarliest" <= "membersCompleteDuringStartLatest"
    AND "membersCompleteDuringEarliest" <= "membersCompleteDuringEndEarliest"
    AND "membersCompleteDuringStartLatest" <= "membersCompleteDuringLatest"
    AND "membersCompleteDuringEndEarliest" <= "membersCompleteDuringLatest"),
  ADD CONSTRAINT "Actor_membersSource_check" CHECK ("membersCompleteDuring" IS NULL OR "membersSourceId" IS NOT NULL);

CREATE INDEX "Actor_membersSourceId_idx" ON "Actor"("membersSourceId");

SELECT standpoint_keep_versions('"Actor"');
