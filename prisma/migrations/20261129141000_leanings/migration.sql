-- How much a relation or a bearing counts in leanings, why, and where a relation is written.
ALTER TABLE "ProposalRelation" ADD COLUMN "weight" DOUBLE PRECISION, ADD COLUMN "weightReason" TEXT;
ALTER TABLE "PolicyActionBearing" ADD COLUMN "weight" DOUBLE PRECISION, ADD COLUMN "weightReason" TEXT;
ALTER TABLE "ProposalRelation" ADD CONSTRAINT "ProposalRelation_weight_check"
  CHECK (("weight" IS NULL) = ("weightReason" IS NULL) AND "weight" BETWEEN 0.1 AND 10
    AND ("weight" IS NULL OR "kind" IN ('ENDORSES', 'CONTRADICTS')));
ALTER TABLE "PolicyActionBearing" ADD CONSTRAINT "PolicyActionBearing_weight_check"
  CHECK (("weight" IS NULL) = ("weightReason" IS NULL) AND "weight" BETWEEN 0.1 AND 10);

CREATE TABLE "ProposalRelationSource" (
    "proposalId" UUID NOT NULL,
    "relatedId" UUID NOT NULL,
    "kind" "ProposalRelationKind" NOT NULL,
    "sourceId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "ProposalRelationSource_pkey" PRIMARY KEY ("proposalId","relatedId","kind","sourceId")
);
CREATE INDEX "ProposalRelationSource_sourceId_idx" ON "ProposalRelationSource"("sourceId");
ALTER TABLE "ProposalRelationSource" ADD CONSTRAINT "ProposalRelationSource_proposalId_relatedId_kind_fkey"
  FOREIGN KEY ("proposalId", "relatedId", "kind") REFERENCES "ProposalRelation"("proposalId", "relatedId", "kind") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProposalRelationSource" ADD CONSTRAINT "ProposalRelationSource_sourceId_fkey"
  FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT standpoint_keep_versions('"ProposalRelation"');
SELECT standpoint_keep_versions('"PolicyActionBearing"');
SELECT standpoint_keep_versions('"ProposalRelationSource"');
