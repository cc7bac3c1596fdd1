-- What the record of votes has none of, made up: 20,000 statements with two mentions each, and 2,000 policy actions, half
-- of which reverse an earlier one. Spread over all states by their slugs; the same on every run. Ids count up as uuids v7
-- do, and slugs say what this is.

create temporary table state on commit drop as
  select "id", row_number() over (order by "slug") - 1 as "place", count(*) over () as "count"
  from "Actor" where "kind" = 'STATE' and "retractedAt" is null;
create temporary table proposal on commit drop as
  select "id", row_number() over (order by "slug") - 1 as "place", count(*) over () as "count"
  from "Proposal" where "kind" = 'RESOLUTION' and "retractedAt" is null;
create index on state ("place");
create index on proposal ("place");
analyze state;
analyze proposal;

create function pg_temp.made_up_id(kind int, n bigint) returns uuid language sql immutable as $$
  select format('019200%s-0000-7000-8000-%s', to_char(kind, 'FM00'), lpad(to_hex(n), 12, '0'))::uuid
$$;
-- A number from 0 to `below` - 1 that depends on `n` and looks like chance.
create function pg_temp.chosen(n bigint, purpose text, below bigint) returns bigint language sql immutable as $$
  select (hashtextextended(purpose, n) & 9223372036854775807) % below
$$;

insert into "Source" ("id", "slug", "title", "kind") values (pg_temp.made_up_id(0, 1), 'bench-source', 'Made up for the benchmark', 'OTHER');

insert into "Statement" ("id", "slug", "speakerId", "delivery", "madeOn", "madeOnEarliest", "madeOnLatest", "summary")
select pg_temp.made_up_id(1, n), 'bench-statement-' || n, state."id", 'SPOKEN', "day"::text, "day", "day",
  format('The delegation speaks to item %s of the agenda: it welcomes the draft, regrets one of its paragraphs, and asks '
    'for time to consult before the vote on part %s.', pg_temp.chosen(n, 'item', 150), pg_temp.chosen(n, 'part', 12))
from generate_series(1, 20000) n
join state on state."place" = n % state."count"
cross join lateral (select date '1946-02-01' + pg_temp.chosen(n, 'day', 27000)::int) made("day");
insert into "StatementSource" ("statementId", "sourceId", "ordinal")
select pg_temp.made_up_id(1, n), pg_temp.made_up_id(0, 1), 0 from generate_series(1, 20000) n;
insert into "StatementMention" ("statementId", "ordinal", "proposalId")
select pg_temp.made_up_id(1, n), "ordinal", proposal."id"
from generate_series(1, 20000) n
cross join generate_series(0, 1) "ordinal"
join proposal on proposal."place" = (pg_temp.chosen(n, 'mention', proposal."count") + "ordinal") % proposal."count";

insert into "PolicyAction" ("id", "slug", "title", "kind", "status", "agentId", "announcedOn", "announcedOnEarliest", "announcedOnLatest")
select pg_temp.made_up_id(2, n), 'bench-action-' || n, 'Made-up measure ' || n, 'OTHER', 'ANNOUNCED', state."id", "day"::text, "day", "day"
from generate_series(1, 2000) n
join state on state."place" = n % state."count"
cross join lateral (select date '1946-02-01' + pg_temp.chosen(n, 'announced', 27000)::int) announced("day");
insert into "PolicyActionSource" ("policyActionId", "sourceId", "ordinal")
select pg_temp.made_up_id(2, n), pg_temp.made_up_id(0, 1), 0 from generate_series(1, 2000) n;
insert into "PolicyActionReversal" ("reversingId", "reversedId", "ordinal")
select pg_temp.made_up_id(2, n), pg_temp.made_up_id(2, n - 1 - pg_temp.chosen(n, 'reversed', n - 1)), 0
from generate_series(2, 2000, 2) n;
