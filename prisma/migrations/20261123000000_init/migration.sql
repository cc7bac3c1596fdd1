-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('STATE', 'INTERNATIONAL_ORGANIZATION', 'ORGANIZATION', 'GOVERNMENT', 'COALITION', 'PERSON');

-- CreateEnum
CREATE TYPE "NameKind" AS ENUM ('OFFICIAL', 'SHORT', 'ALIAS', 'AS_PRINTED');

-- CreateEnum
CREATE TYPE "CodeScheme" AS ENUM ('ISO_3166_1_ALPHA_2', 'ISO_3166_1_ALPHA_3', 'ISO_3166_3', 'M49', 'COW', 'WIKIDATA');

-- CreateEnum
CREATE TYPE "AffiliationKind" AS ENUM ('OFFICE', 'MEMBERSHIP', 'GOVERNS', 'REPRESENTS', 'PART_OF', 'SUCCEEDS');

-- CreateEnum
CREATE TYPE "EntityKind" AS ENUM ('SOURCE', 'ACTOR', 'AFFILIATION', 'TOPIC', 'PROPOSAL', 'POLICY_ACTION', 'MEETING', 'STATEMENT', 'ROLL_CALL', 'POSITION');

-- CreateEnum
CREATE TYPE "PolicyActionKind" AS ENUM ('RECOGNITION', 'RELOCATION', 'FUNDING', 'FUNDING_CUT', 'CLOSURE', 'REOPENING', 'LEGAL_DETERMINATION', 'RELATIONS', 'SANCTION', 'REFUSAL', 'OTHER');

-- CreateEnum
CREATE TYPE "PolicyActionStatus" AS ENUM ('ANNOUNCED', 'IN_EFFECT', 'REVERSED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "Bearing" AS ENUM ('ADVANCES', 'UNDERMINES');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('SUPPORTS', 'CONDITIONALLY_SUPPORTS', 'UNDECIDED', 'ABSTAINS', 'OPPOSES');

-- CreateEnum
CREATE TYPE "PositionBasis" AS ENUM ('STATEMENT', 'VOTE', 'SPONSORSHIP', 'ADOPTION', 'ACTION');

-- CreateEnum
CREATE TYPE "ProposalKind" AS ENUM ('SETTLEMENT', 'CONFERENCE', 'RESOLUTION', 'PLAN', 'MECHANISM', 'AMENDMENT', 'PARAGRAPH', 'OTHER');

-- CreateEnum
CREATE TYPE "ProposalStatus" AS ENUM ('PROPOSED', 'UNDER_CONSIDERATION', 'ADOPTED', 'REJECTED', 'WITHDRAWN', 'LAPSED');

-- CreateEnum
CREATE TYPE "ParticipationRole" AS ENUM ('PARTY', 'MEDIATOR', 'HOST', 'INVITED');

-- CreateEnum
CREATE TYPE "ProposalRelationKind" AS ENUM ('BUILDS_ON', 'ENDORSES', 'AMENDS', 'SUPERSEDES', 'CONTRADICTS', 'PART_OF');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('OFFICIAL_RECORD', 'TREATY', 'PRESS_RELEASE', 'NEWS', 'ACADEMIC', 'DATASET', 'SOCIAL_MEDIA', 'OTHER');

-- CreateEnum
CREATE TYPE "Delivery" AS ENUM ('SPOKEN', 'WRITTEN', 'THROUGH_SPOKESPERSON');

-- CreateTable
CREATE TABLE "Actor" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(6),
    "retractionReason" TEXT,
    "kind" "ActorKind" NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "existedDuring" TEXT,
    "existedDuringEarliest" DATE,
    "existedDuringStartLatest" DATE,
    "existedDuringEndEarliest" DATE,
    "existedDuringLatest" DATE,

    CONSTRAINT "Actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActorName" (
    "actorId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "value" TEXT NOT NULL,
    "language" TEXT,
    "kind" "NameKind" NOT NULL,
    "during" TEXT,
    "duringEarliest" DATE,
    "duringStartLatest" DATE,
    "duringEndEarliest" DATE,
    "duringLatest" DATE,

    CONSTRAINT "ActorName_pkey" PRIMARY KEY ("actorId","ordinal")
);

-- CreateTable
CREATE TABLE "ExternalCode" (
    "actorId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "scheme" "CodeScheme" NOT NULL,
    "value" TEXT NOT NULL,
    "during" TEXT,
    "duringEarliest" DATE,
    "duringStartLatest" DATE,
    "duringEndEarliest" DATE,
    "duringLatest" DATE,

    CONSTRAINT "ExternalCode_pkey" PRIMARY KEY ("actorId","ordinal")
);

-- CreateTable
CREATE TABLE "Affiliation" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(6),
    "retractionReason" TEXT,
    "memberId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "kind" "AffiliationKind" NOT NULL,
    "role" TEXT,
    "acting" BOOLEAN NOT NULL DEFAULT false,
    "during" TEXT,
    "duringEarliest" DATE,
    "duringStartLatest" DATE,
    "duringEndEarliest" DATE,
    "duringLatest" DATE,

    CONSTRAINT "Affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AffiliationSource" (
    "affiliationId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "AffiliationSource_pkey" PRIMARY KEY ("affiliationId","sourceId")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "entityKind" "EntityKind" NOT NULL,
    "entityId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "author" TEXT NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchDocument" (
    "entityId" UUID NOT NULL,
    "kind" "EntityKind" NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("entityId")
);

-- CreateTable
CREATE TABLE "PolicyAction" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(6),
    "retractionReason" TEXT,
    "title" TEXT NOT NULL,
    "kind" "PolicyActionKind" NOT NULL,
    "status" "PolicyActionStatus" NOT NULL,
    "agentId" UUID NOT NULL,
    "throughId" UUID,
    "announcedOn" TEXT,
    "announcedOnEarliest" DATE,
    "announcedOnLatest" DATE,
    "during" TEXT,
    "duringEarliest" DATE,
    "duringStartLatest" DATE,
    "duringEndEarliest" DATE,
    "duringLatest" DATE,
    "summary" TEXT,

    CONSTRAINT "PolicyAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyActionTarget" (
    "policyActionId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "PolicyActionTarget_pkey" PRIMARY KEY ("policyActionId","actorId")
);

-- CreateTable
CREATE TABLE "PolicyActionReversal" (
    "reversingId" UUID NOT NULL,
    "reversedId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "PolicyActionReversal_pkey" PRIMARY KEY ("reversingId","reversedId")
);

-- CreateTable
CREATE TABLE "PolicyActionBearing" (
    "policyActionId" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "bearing" "Bearing" NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "PolicyActionBearing_pkey" PRIMARY KEY ("policyActionId","proposalId")
);

-- CreateTable
CREATE TABLE "PolicyActionSource" (
    "policyActionId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "PolicyActionSource_pkey" PRIMARY KEY ("policyActionId","sourceId")
);

-- CreateTable
CREATE TABLE "RollCall" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(6),
    "retractionReason" TEXT,
    "proposalId" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "meetingId" UUID,
    "heldOn" TEXT NOT NULL,
    "heldOnEarliest" DATE NOT NULL,
    "heldOnLatest" DATE NOT NULL,
    "session" INTEGER,
    "number" INTEGER,
    "statedYes" INTEGER,
    "statedNo" INTEGER,
    "statedAbstain" INTEGER,
    "statedAbsent" INTEGER,
    "countedYes" INTEGER NOT NULL DEFAULT 0,
    "countedNo" INTEGER NOT NULL DEFAULT 0,
    "countedAbstain" INTEGER NOT NULL DEFAULT 0,
    "countedAbsent" INTEGER,
    "note" TEXT,

    CONSTRAINT "RollCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RollCallSource" (
    "rollCallId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "RollCallSource_pkey" PRIMARY KEY ("rollCallId","sourceId")
);

-- CreateTable
CREATE TABLE "Position" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(6),
    "retractionReason" TEXT,
    "holderId" UUID NOT NULL,
    "throughId" UUID,
    "proposalId" UUID,
    "policyActionId" UUID,
    "subjectId" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "basis" "PositionBasis" NOT NULL,
    "conditions" TEXT,
    "since" TEXT NOT NULL,
    "sinceEarliest" DATE NOT NULL,
    "sinceLatest" DATE NOT NULL,
    "standingUntil" DATE NOT NULL DEFAULT '9999-12-31'::date,
    "evidenceStatementId" UUID,
    "evidenceRollCallId" UUID,
    "evidencePolicyActionId" UUID,
    "note" TEXT,

    CONSTRAINT "Position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PositionSource" (
    "positionId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "PositionSource_pkey" PRIMARY KEY ("positionId","sourceId")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(6),
    "retractionReason" TEXT,
    "name" TEXT NOT NULL,
    "description" TEXT,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubjectSlug" (
    "slug" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,

    CONSTRAINT "SubjectSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(6),
    "retractionReason" TEXT,
    "title" TEXT NOT NULL,
    "kind" "ProposalKind" NOT NULL,
    "status" "ProposalStatus" NOT NULL,
    "summary" TEXT,
    "proposedOn" TEXT,
    "proposedOnEarliest" DATE,
    "proposedOnLatest" DATE,
    "timeframe" TEXT,
    "timeframeEarliest" DATE,
    "timeframeStartLatest" DATE,
    "timeframeEndEarliest" DATE,
    "timeframeLatest" DATE,
    "venue" TEXT,
    "note" TEXT,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalSponsor" (
    "proposalId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "ProposalSponsor_pkey" PRIMARY KEY ("proposalId","actorId")
);

-- CreateTable
CREATE TABLE "Participation" (
    "proposalId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "role" "ParticipationRole" NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("proposalId","actorId","role")
);

-- CreateTable
CREATE TABLE "ProposalRelation" (
    "proposalId" UUID NOT NULL,
    "relatedId" UUID NOT NULL,
    "kind" "ProposalRelationKind" NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "note" TEXT,

    CONSTRAINT "ProposalRelation_pkey" PRIMARY KEY ("proposalId","relatedId","kind")
);

-- CreateTable
CREATE TABLE "ProposalTopic" (
    "proposalId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "ProposalTopic_pkey" PRIMARY KEY ("proposalId","topicId")
);

-- CreateTable
CREATE TABLE "ProposalSource" (
    "proposalId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "ProposalSource_pkey" PRIMARY KEY ("proposalId","sourceId")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(6),
    "retractionReason" TEXT,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "url" TEXT,
    "kind" "SourceKind" NOT NULL,
    "publishedOn" TEXT,
    "publishedOnEarliest" DATE,
    "publishedOnLatest" DATE,
    "retrievedOn" DATE,
    "language" TEXT,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(6),
    "retractionReason" TEXT,
    "title" TEXT NOT NULL,
    "bodyId" UUID,
    "heldOn" TEXT NOT NULL,
    "heldOnEarliest" DATE NOT NULL,
    "heldOnLatest" DATE NOT NULL,
    "place" TEXT,
    "symbol" TEXT,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(6),
    "retractionReason" TEXT,
    "speakerId" UUID,
    "speakerAsPrinted" TEXT,
    "capacityId" UUID,
    "onBehalfOfId" UUID,
    "delivery" "Delivery" NOT NULL,
    "madeOn" TEXT NOT NULL,
    "madeOnEarliest" DATE NOT NULL,
    "madeOnLatest" DATE NOT NULL,
    "meetingId" UUID,
    "inReplyToId" UUID,
    "summary" TEXT NOT NULL,
    "quote" TEXT,
    "quoteLanguage" TEXT,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatementMention" (
    "statementId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "proposalId" UUID,
    "policyActionId" UUID,
    "actorId" UUID,

    CONSTRAINT "StatementMention_pkey" PRIMARY KEY ("statementId","ordinal")
);

-- CreateTable
CREATE TABLE "StatementSource" (
    "statementId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "StatementSource_pkey" PRIMARY KEY ("statementId","sourceId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Actor_slug_key" ON "Actor"("slug");

-- CreateIndex
CREATE INDEX "Actor_name_id_idx" ON "Actor"("name", "id");

-- CreateIndex
CREATE INDEX "Actor_kind_name_id_idx" ON "Actor"("kind", "name", "id");

-- CreateIndex
CREATE INDEX "ExternalCode_scheme_value_idx" ON "ExternalCode"("scheme", "value");

-- CreateIndex
CREATE INDEX "Affiliation_memberId_kind_idx" ON "Affiliation"("memberId", "kind");

-- CreateIndex
CREATE INDEX "Affiliation_organizationId_kind_idx" ON "Affiliation"("organizationId", "kind");

-- CreateIndex
CREATE INDEX "AffiliationSource_sourceId_idx" ON "AffiliationSource"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_entityId_version_key" ON "Revision"("entityId", "version");

-- CreateIndex
CREATE INDEX "SearchDocument_document_idx" ON "SearchDocument" USING GIN ("document");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyAction_slug_key" ON "PolicyAction"("slug");

-- CreateIndex
CREATE INDEX "PolicyAction_title_id_idx" ON "PolicyAction"("title", "id");

-- CreateIndex
CREATE INDEX "PolicyAction_announcedOnEarliest_id_idx" ON "PolicyAction"("announcedOnEarliest", "id");

-- CreateIndex
CREATE INDEX "PolicyAction_agentId_idx" ON "PolicyAction"("agentId");

-- CreateIndex
CREATE INDEX "PolicyAction_throughId_idx" ON "PolicyAction"("throughId");

-- CreateIndex
CREATE INDEX "PolicyActionTarget_actorId_idx" ON "PolicyActionTarget"("actorId");

-- CreateIndex
CREATE INDEX "PolicyActionReversal_reversedId_idx" ON "PolicyActionReversal"("reversedId");

-- CreateIndex
CREATE INDEX "PolicyActionBearing_proposalId_idx" ON "PolicyActionBearing"("proposalId");

-- CreateIndex
CREATE INDEX "PolicyActionSource_sourceId_idx" ON "PolicyActionSource"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "RollCall_slug_key" ON "RollCall"("slug");

-- CreateIndex
CREATE INDEX "RollCall_heldOnEarliest_id_idx" ON "RollCall"("heldOnEarliest", "id");

-- CreateIndex
CREATE INDEX "RollCall_proposalId_idx" ON "RollCall"("proposalId");

-- CreateIndex
CREATE INDEX "RollCall_bodyId_session_number_idx" ON "RollCall"("bodyId", "session", "number");

-- CreateIndex
CREATE INDEX "RollCall_meetingId_idx" ON "RollCall"("meetingId");

-- CreateIndex
CREATE INDEX "RollCallSource_sourceId_idx" ON "RollCallSource"("sourceId");

-- CreateIndex
CREATE INDEX "Position_subjectId_standingUntil_stance_idx" ON "Position"("subjectId", "standingUntil", "stance");

-- CreateIndex
CREATE INDEX "Position_holderId_subjectId_sinceLatest_idx" ON "Position"("holderId", "subjectId", "sinceLatest");

-- CreateIndex
CREATE INDEX "Position_holderId_standingUntil_idx" ON "Position"("holderId", "standingUntil");

-- CreateIndex
CREATE INDEX "Position_holderId_sinceEarliest_id_idx" ON "Position"("holderId", "sinceEarliest", "id");

-- CreateIndex
CREATE INDEX "Position_sinceEarliest_id_idx" ON "Position"("sinceEarliest", "id");

-- CreateIndex
CREATE INDEX "Position_throughId_idx" ON "Position"("throughId");

-- CreateIndex
CREATE INDEX "Position_proposalId_idx" ON "Position"("proposalId");

-- CreateIndex
CREATE INDEX "Position_policyActionId_idx" ON "Position"("policyActionId");

-- CreateIndex
CREATE INDEX "Position_evidenceStatementId_idx" ON "Position"("evidenceStatementId");

-- CreateIndex
CREATE INDEX "Position_evidenceRollCallId_idx" ON "Position"("evidenceRollCallId");

-- CreateIndex
CREATE INDEX "Position_evidencePolicyActionId_idx" ON "Position"("evidencePolicyActionId");

-- CreateIndex
CREATE INDEX "PositionSource_sourceId_idx" ON "PositionSource"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "SubjectSlug_subjectId_key" ON "SubjectSlug"("subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_slug_key" ON "Proposal"("slug");

-- CreateIndex
CREATE INDEX "Proposal_title_id_idx" ON "Proposal"("title", "id");

-- CreateIndex
CREATE INDEX "Proposal_proposedOnEarliest_id_idx" ON "Proposal"("proposedOnEarliest", "id");

-- CreateIndex
CREATE INDEX "ProposalSponsor_actorId_idx" ON "ProposalSponsor"("actorId");

-- CreateIndex
CREATE INDEX "Participation_actorId_idx" ON "Participation"("actorId");

-- CreateIndex
CREATE INDEX "ProposalRelation_relatedId_idx" ON "ProposalRelation"("relatedId");

-- CreateIndex
CREATE INDEX "ProposalTopic_topicId_idx" ON "ProposalTopic"("topicId");

-- CreateIndex
CREATE INDEX "ProposalSource_sourceId_idx" ON "ProposalSource"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

-- CreateIndex
CREATE INDEX "Source_title_id_idx" ON "Source"("title", "id");

-- CreateIndex
CREATE INDEX "Source_publishedOnEarliest_id_idx" ON "Source"("publishedOnEarliest", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_slug_key" ON "Meeting"("slug");

-- CreateIndex
CREATE INDEX "Meeting_heldOnEarliest_id_idx" ON "Meeting"("heldOnEarliest", "id");

-- CreateIndex
CREATE INDEX "Meeting_bodyId_idx" ON "Meeting"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_slug_key" ON "Statement"("slug");

-- CreateIndex
CREATE INDEX "Statement_madeOnEarliest_id_idx" ON "Statement"("madeOnEarliest", "id");

-- CreateIndex
CREATE INDEX "Statement_speakerId_madeOnEarliest_idx" ON "Statement"("speakerId", "madeOnEarliest");

-- CreateIndex
CREATE INDEX "Statement_onBehalfOfId_madeOnEarliest_idx" ON "Statement"("onBehalfOfId", "madeOnEarliest");

-- CreateIndex
CREATE INDEX "Statement_meetingId_idx" ON "Statement"("meetingId");

-- CreateIndex
CREATE INDEX "Statement_capacityId_idx" ON "Statement"("capacityId");

-- CreateIndex
CREATE INDEX "Statement_inReplyToId_idx" ON "Statement"("inReplyToId");

-- CreateIndex
CREATE INDEX "StatementMention_proposalId_idx" ON "StatementMention"("proposalId");

-- CreateIndex
CREATE INDEX "StatementMention_policyActionId_idx" ON "StatementMention"("policyActionId");

-- CreateIndex
CREATE INDEX "StatementMention_actorId_idx" ON "StatementMention"("actorId");

-- CreateIndex
CREATE INDEX "StatementSource_sourceId_idx" ON "StatementSource"("sourceId");

-- AddForeignKey
ALTER TABLE "ActorName" ADD CONSTRAINT "ActorName_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalCode" ADD CONSTRAINT "ExternalCode_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AffiliationSource" ADD CONSTRAINT "AffiliationSource_affiliationId_fkey" FOREIGN KEY ("affiliationId") REFERENCES "Affiliation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AffiliationSource" ADD CONSTRAINT "AffiliationSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyAction" ADD CONSTRAINT "PolicyAction_agentId_fkey" FOREIGN KEY ("agentId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyAction" ADD CONSTRAINT "PolicyAction_throughId_fkey" FOREIGN KEY ("throughId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyActionTarget" ADD CONSTRAINT "PolicyActionTarget_policyActionId_fkey" FOREIGN KEY ("policyActionId") REFERENCES "PolicyAction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyActionTarget" ADD CONSTRAINT "PolicyActionTarget_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyActionReversal" ADD CONSTRAINT "PolicyActionReversal_reversingId_fkey" FOREIGN KEY ("reversingId") REFERENCES "PolicyAction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyActionReversal" ADD CONSTRAINT "PolicyActionReversal_reversedId_fkey" FOREIGN KEY ("reversedId") REFERENCES "PolicyAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyActionBearing" ADD CONSTRAINT "PolicyActionBearing_policyActionId_fkey" FOREIGN KEY ("policyActionId") REFERENCES "PolicyAction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyActionBearing" ADD CONSTRAINT "PolicyActionBearing_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyActionSource" ADD CONSTRAINT "PolicyActionSource_policyActionId_fkey" FOREIGN KEY ("policyActionId") REFERENCES "PolicyAction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyActionSource" ADD CONSTRAINT "PolicyActionSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollCall" ADD CONSTRAINT "RollCall_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollCall" ADD CONSTRAINT "RollCall_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollCall" ADD CONSTRAINT "RollCall_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollCallSource" ADD CONSTRAINT "RollCallSource_rollCallId_fkey" FOREIGN KEY ("rollCallId") REFERENCES "RollCall"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollCallSource" ADD CONSTRAINT "RollCallSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_throughId_fkey" FOREIGN KEY ("throughId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_policyActionId_fkey" FOREIGN KEY ("policyActionId") REFERENCES "PolicyAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_evidenceStatementId_fkey" FOREIGN KEY ("evidenceStatementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_evidenceRollCallId_fkey" FOREIGN KEY ("evidenceRollCallId") REFERENCES "RollCall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_evidencePolicyActionId_fkey" FOREIGN KEY ("evidencePolicyActionId") REFERENCES "PolicyAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PositionSource" ADD CONSTRAINT "PositionSource_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PositionSource" ADD CONSTRAINT "PositionSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalSponsor" ADD CONSTRAINT "ProposalSponsor_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalSponsor" ADD CONSTRAINT "ProposalSponsor_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalRelation" ADD CONSTRAINT "ProposalRelation_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalRelation" ADD CONSTRAINT "ProposalRelation_relatedId_fkey" FOREIGN KEY ("relatedId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalTopic" ADD CONSTRAINT "ProposalTopic_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalTopic" ADD CONSTRAINT "ProposalTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalSource" ADD CONSTRAINT "ProposalSource_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalSource" ADD CONSTRAINT "ProposalSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_capacityId_fkey" FOREIGN KEY ("capacityId") REFERENCES "Affiliation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_inReplyToId_fkey" FOREIGN KEY ("inReplyToId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementMention" ADD CONSTRAINT "StatementMention_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementMention" ADD CONSTRAINT "StatementMention_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementMention" ADD CONSTRAINT "StatementMention_policyActionId_fkey" FOREIGN KEY ("policyActionId") REFERENCES "PolicyAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementMention" ADD CONSTRAINT "StatementMention_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementSource" ADD CONSTRAINT "StatementSource_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementSource" ADD CONSTRAINT "StatementSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
