-- What a roll call decided, as a source says. Where the column is empty, queries derive it.
CREATE TYPE "RollCallOutcome" AS ENUM ('ADOPTED', 'REJECTED', 'VETOED');
ALTER TABLE "RollCall" ADD COLUMN "outcome" "RollCallOutcome";

SELECT standpoint_keep_versions('"RollCall"');
