-- What PostGraphile serves besides the tables and their foreign keys: the questions that are more than joins, as its guide
-- says, in SQL functions with named types. In a schema of their own, which goes with the database. A position that stands
-- is not retracted.

create schema if not exists standpoint_bench;

-- A field of proposals; a plain select, so that Postgres sees through it.
create or replace function standpoint_bench."Proposal_supporters"(proposal public."Proposal")
returns setof public."Actor" language sql stable as $$
  select actor.* from public."Position" position
  join public."Actor" actor on actor."id" = position."holderId" and actor."retractedAt" is null
  where position."subjectId" = proposal."id" and position."stance" = 'SUPPORTS'
    and position."standingUntil" = '9999-12-31'
  order by actor."name", actor."id"
$$;

drop type if exists standpoint_bench.matrix_cell cascade;
create type standpoint_bench.matrix_cell as (
  holder text, holder_name text, subject text, subject_title text, stance public."Stance", since text);
create function standpoint_bench.stance_matrix(holders text[], subjects text[])
returns setof standpoint_bench.matrix_cell language sql stable as $$
  select holder."slug", holder."name", subject."slug", subject."title", position."stance", position."since"
  from public."Actor" holder
  cross join (
    select "id", "slug", "title" from public."Proposal" where "slug" = any(subjects) and "retractedAt" is null
    union all
    select "id", "slug", "title" from public."PolicyAction" where "slug" = any(subjects) and "retractedAt" is null
  ) subject
  left join public."Position" position on position."holderId" = holder."id" and position."subjectId" = subject."id"
    and position."standingUntil" = '9999-12-31'
  where holder."slug" = any(holders) and holder."retractedAt" is null
  order by holder."name", holder."id", subject."title", subject."id"
$$;

drop type if exists standpoint_bench.agreement cascade;
create type standpoint_bench.agreement as (shared int, agreed int);
create function standpoint_bench.agreement_of(one text, other text)
returns standpoint_bench.agreement language sql stable as $$
  select count(*)::int, (count(*) filter (where mine."stance" = theirs."stance"))::int
  from public."Position" mine
  join public."Position" theirs on theirs."subjectId" = mine."subjectId"
  where mine."holderId" = (select "id" from public."Actor" where "slug" = one and "retractedAt" is null)
    and theirs."holderId" = (select "id" from public."Actor" where "slug" = other and "retractedAt" is null)
    and mine."standingUntil" = '9999-12-31' and theirs."standingUntil" = '9999-12-31'
    and mine."subjectId" not in (
      select "id" from public."Proposal" where "retractedAt" is not null
      union all select "id" from public."PolicyAction" where "retractedAt" is not null)
$$;

drop type if exists standpoint_bench.search_hit cascade;
create type standpoint_bench.search_hit as (kind public."EntityKind", slug text, "text" text);
create function standpoint_bench.search(query text, "limit" int)
returns setof standpoint_bench.search_hit language sql stable as $$
  with named as (
    select name."entityId", name."kind",
      max(name."weight" + case when name."starts" @@ (select public.standpoint_symbol_query(query)) then 300
        when name."key" = (select public.standpoint_name_key(public.standpoint_words(query))) then 200 else 100 end) as "score",
      max(1.0 / char_length(name."key"))::float8 as "closeness"
    from public."SearchName" name where name."starts" @@ (select public.standpoint_name_query(query)) group by 1, 2
  ), worded as (
    select document."entityId", document."kind",
      (ts_rank_cd(document."document", (select public.standpoint_search_query(query)))
        * case document."kind" when 'ACTOR' then 4 when 'TOPIC' then 3 when 'PROPOSAL' then 2 else 1 end)::float8 as "closeness"
    from public."SearchDocument" document where document."document" @@ (select public.standpoint_search_query(query))
  ), hit as (
    select "entityId", "kind", coalesce(named."score", 0) as "score",
      coalesce(named."closeness", worded."closeness") as "closeness"
    from named full join worded using ("entityId", "kind")
    union all
    select name."entityId", name."kind",
      max(-1 - "typos" - abs(char_length(name."key")
        - char_length((select public.standpoint_name_key(public.standpoint_words(query)))))), max(name."weight")::float8
    from public."SearchName" name
    cross join lateral public.standpoint_typos((select public.standpoint_misspelt_words(query)), name."spellings") "typos"
    where name."spellings" && (select public.standpoint_longest_spellings(public.standpoint_misspelt_words(query)))
      and "typos" is not null and not exists (select from named) and not exists (select from worded)
    group by 1, 2
  )
  select found."kind", entity."slug", entity."text"
  from (
    select "kind", "entityId", "score", "closeness" from hit
    order by "score" desc, "closeness" desc, "entityId" desc limit "limit"
  ) found
  cross join lateral (
    select "slug", "title" as "text" from public."Source" where found."kind" = 'SOURCE' and "id" = found."entityId"
    union all select "slug", "name" from public."Actor" where found."kind" = 'ACTOR' and "id" = found."entityId"
    union all select "slug", "name" from public."Topic" where found."kind" = 'TOPIC' and "id" = found."entityId"
    union all select "slug", "title" from public."Proposal" where found."kind" = 'PROPOSAL' and "id" = found."entityId"
    union all select "slug", "title" from public."PolicyAction" where found."kind" = 'POLICY_ACTION' and "id" = found."entityId"
    union all select "slug", "title" from public."Meeting" where found."kind" = 'MEETING' and "id" = found."entityId"
    union all select "slug", "summary" from public."Statement" where found."kind" = 'STATEMENT' and "id" = found."entityId"
  ) entity
  order by found."score" desc, found."closeness" desc, found."entityId" desc
$$;
