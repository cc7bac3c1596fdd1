-- What an analysis of a holder's positions reads stands in the index, which then answers alone: a count or a comparison of
-- 6,000 votes that lie on as many pages. The wider index takes no more room, and the import of votes no longer.
DROP INDEX "Position_holderId_subjectId_sinceLatest_idx";
CREATE INDEX "Position_holder_on_subject_idx" ON "Position" ("holderId", "subjectId", "sinceLatest", "standingUntil", "stance");

-- Of the positions that another replaced, which are few, and no longer of all.
DROP INDEX "Position_holderId_standingUntil_idx";
CREATE INDEX "Position_replaced_idx" ON "Position" ("holderId", "subjectId") WHERE "standingUntil" < '9999-12-31';

-- How far back a date can reach: see sinceLiesIn. Of the dates that are wider than a month, which are few.
CREATE INDEX "Position_wide_since_idx" ON "Position" (("sinceLatest" - "sinceEarliest")) WHERE "sinceLatest" - "sinceEarliest" > 31;

-- What is retracted, which is next to nothing, takes its positions out of sight: see holderInSight.
CREATE INDEX "Actor_retracted_idx" ON "Actor" ("id") WHERE "retractedAt" IS NOT NULL;
CREATE INDEX "Proposal_retracted_idx" ON "Proposal" ("id") WHERE "retractedAt" IS NOT NULL;
CREATE INDEX "PolicyAction_retracted_idx" ON "PolicyAction" ("id") WHERE "retractedAt" IS NOT NULL;

-- As before, but not STRICT: so Postgres writes it into a query in place, where a call for each row took most of a text
-- filter's time. Null is folded to null all the same.
CREATE OR REPLACE FUNCTION standpoint_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  -- Plain ASCII, most of what is on record, has nothing to fold but its case: a text filter takes a third of the time.
  SELECT CASE WHEN octet_length($1) = char_length($1) THEN lower($1) ELSE replace(replace(replace(replace(
    translate(
      lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]', '', 'g')),
      'øłđðħıŧ', 'olddhit'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') END
$$;
