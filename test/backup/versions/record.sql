-- A few facts, as every version of the schema takes them: two states, a proposal, a statement and two positions.
insert into "Source" ("id", "slug", "title", "kind", "url") values
  ('019a0000-0000-7000-8000-000000000001', 'letter', 'A letter', 'OFFICIAL_RECORD', 'https://example.org/letter');
insert into "Actor" ("id", "slug", "kind", "name") values
  ('019a0000-0000-7000-8000-000000000011', 'first', 'STATE', 'First State'),
  ('019a0000-0000-7000-8000-000000000012', 'second', 'STATE', 'Second State');
insert into "Proposal" ("id", "slug", "title", "kind", "status") values
  ('019a0000-0000-7000-8000-000000000021', 'two-state-solution', 'Two-state solution', 'SETTLEMENT', 'PROPOSED');
insert into "Statement" ("id", "slug", "speakerId", "delivery", "madeOn", "madeOnEarliest", "madeOnLatest", "summary") values
  ('019a0000-0000-7000-8000-000000000031', 'support', '019a0000-0000-7000-8000-000000000011', 'SPOKEN', '2021-01',
    '2021-01-01', '2021-01-31', 'Supports the two-state solution.');
insert into "StatementSource" ("statementId", "sourceId", "ordinal") values
  ('019a0000-0000-7000-8000-000000000031', '019a0000-0000-7000-8000-000000000001', 0);
insert into "Position" ("id", "holderId", "proposalId", "subjectId", "stance", "basis", "since", "sinceEarliest", "sinceLatest",
    "evidenceStatementId") values
  ('019a0000-0000-7000-8000-000000000041', '019a0000-0000-7000-8000-000000000011', '019a0000-0000-7000-8000-000000000021',
    '019a0000-0000-7000-8000-000000000021', 'OPPOSES', 'STATEMENT', '2019', '2019-01-01', '2019-12-31', null),
  ('019a0000-0000-7000-8000-000000000042', '019a0000-0000-7000-8000-000000000011', '019a0000-0000-7000-8000-000000000021',
    '019a0000-0000-7000-8000-000000000021', 'SUPPORTS', 'STATEMENT', '2021-01', '2021-01-01', '2021-01-31',
    '019a0000-0000-7000-8000-000000000031'),
  ('019a0000-0000-7000-8000-000000000043', '019a0000-0000-7000-8000-000000000012', '019a0000-0000-7000-8000-000000000021',
    '019a0000-0000-7000-8000-000000000021', 'ABSTAINS', 'STATEMENT', '2020', '2020-01-01', '2020-12-31', null);
