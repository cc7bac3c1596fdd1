-- Who was absent from a roll call, by name.
CREATE TYPE "AbsenceBasis" AS ENUM ('RECORDED', 'DERIVED');

CREATE TABLE "RollCallAbsence" (
    "rollCallId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "basis" "AbsenceBasis" NOT NULL,
    "ordinal" SMALLINT NOT NULL,

    CONSTRAINT "RollCallAbsence_pkey" PRIMARY KEY ("rollCallId","actorId")
);
CREATE INDEX "RollCallAbsence_actorId_idx" ON "RollCallAbsence"("actorId");
ALTER TABLE "RollCallAbsence" ADD CONSTRAINT "RollCallAbsence_rollCallId_fkey"
  FOREIGN KEY ("rollCallId") REFERENCES "RollCall"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RollCallAbsence" ADD CONSTRAINT "RollCallAbsence_actorId_fkey"
  FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT standpoint_keep_versions('"RollCallAbsence"');
