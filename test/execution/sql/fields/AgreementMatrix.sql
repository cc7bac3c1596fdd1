-- AgreementMatrix.actors: { agreementMatrix(holders: { kinds: [STATE] }) { actors { id } } }
select (
  with holder as ( select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.* from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($1::text[]::"ActorKind"[])) order by "place" limit $2 ), piece as materialized (
    select stances."holderId", stances."part", coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'SUPPORTS'), 0::bit(512)) as "SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'CONDITIONALLY_SUPPORTS'), 0::bit(512)) as "CONDITIONALLY_SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'UNDECIDED'), 0::bit(512)) as "UNDECIDED",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'ABSTAINS'), 0::bit(512)) as "ABSTAINS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'OPPOSES'), 0::bit(512)) as "OPPOSES" from "HolderStances" stances left join (
      select place."place" / 512 as "part", ~bit_or(standpoint_subject_bit(place."place")) as "subjects" from (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ) gone join "SubjectPlace" place on place."subjectId" = gone."id" group by 1
    ) chosen on chosen."part" = stances."part" where (stances."holderId" in (
      select holder."id" from holder
    )) group by stances."holderId", stances."part"
  ), strings as ( select holder."id", holder."place", coalesce(string_agg(coalesce(piece."SUPPORTS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "SUPPORTS",coalesce(string_agg(coalesce(piece."CONDITIONALLY_SUPPORTS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "CONDITIONALLY_SUPPORTS",coalesce(string_agg(coalesce(piece."UNDECIDED", 0::bit(512))::text, '' order by part."part"), '')::varbit as "UNDECIDED",coalesce(string_agg(coalesce(piece."ABSTAINS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "ABSTAINS",coalesce(string_agg(coalesce(piece."OPPOSES", 0::bit(512))::text, '' order by part."part"), '')::varbit as "OPPOSES" from holder left join (
    select distinct piece."part" from piece
  ) part on true left join piece on piece."holderId" = holder."id" and piece."part" = part."part" group by holder."id", holder."place" ), bits as materialized ( select strings.*, "SUPPORTS" | "CONDITIONALLY_SUPPORTS" as "yes","ABSTAINS" | "UNDECIDED" as "abstain","OPPOSES" as "no", "SUPPORTS" | "CONDITIONALLY_SUPPORTS" | "UNDECIDED" | "ABSTAINS" | "OPPOSES" as "any", "SUPPORTS" || "CONDITIONALLY_SUPPORTS" || "UNDECIDED" || "ABSTAINS" || "OPPOSES" as "all" from strings ) select case when (
    select count(*) from holder
  ) > 250 then '␟e0 ␟' else coalesce('{"actors":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iactor ' || actors_2."id" || '␟"}', '␟nAgreementMatrix.actors␟'), ',') from (
      select actors_2.* from holder actors_2 order by actors_2."place"
    ) actors_2
  ), '') || ']}', '␟nQuery.agreementMatrix␟') end from (
    select
  ) agreementMatrix_1
) as "json";

-- AgreementMatrix.cells: { agreementMatrix(holders: { kinds: [STATE] }) { cells { agreed } } }
select (
  with holder as ( select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.* from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($1::text[]::"ActorKind"[])) order by "place" limit $2 ), piece as materialized (
    select stances."holderId", stances."part", coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'SUPPORTS'), 0::bit(512)) as "SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'CONDITIONALLY_SUPPORTS'), 0::bit(512)) as "CONDITIONALLY_SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'UNDECIDED'), 0::bit(512)) as "UNDECIDED",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'ABSTAINS'), 0::bit(512)) as "ABSTAINS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'OPPOSES'), 0::bit(512)) as "OPPOSES" from "HolderStances" stances left join (
      select place."place" / 512 as "part", ~bit_or(standpoint_subject_bit(place."place")) as "subjects" from (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ) gone join "SubjectPlace" place on place."subjectId" = gone."id" group by 1
    ) chosen on chosen."part" = stances."part" where (stances."holderId" in (
      select holder."id" from holder
    )) group by stances."holderId", stances."part"
  ), strings as ( select holder."id", holder."place", coalesce(string_agg(coalesce(piece."SUPPORTS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "SUPPORTS",coalesce(string_agg(coalesce(piece."CONDITIONALLY_SUPPORTS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "CONDITIONALLY_SUPPORTS",coalesce(string_agg(coalesce(piece."UNDECIDED", 0::bit(512))::text, '' order by part."part"), '')::varbit as "UNDECIDED",coalesce(string_agg(coalesce(piece."ABSTAINS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "ABSTAINS",coalesce(string_agg(coalesce(piece."OPPOSES", 0::bit(512))::text, '' order by part."part"), '')::varbit as "OPPOSES" from holder left join (
    select distinct piece."part" from piece
  ) part on true left join piece on piece."holderId" = holder."id" and piece."part" = part."part" group by holder."id", holder."place" ), bits as materialized ( select strings.*, "SUPPORTS" | "CONDITIONALLY_SUPPORTS" as "yes","ABSTAINS" | "UNDECIDED" as "abstain","OPPOSES" as "no", "SUPPORTS" | "CONDITIONALLY_SUPPORTS" | "UNDECIDED" | "ABSTAINS" | "OPPOSES" as "any", "SUPPORTS" || "CONDITIONALLY_SUPPORTS" || "UNDECIDED" || "ABSTAINS" || "OPPOSES" as "all" from strings ) select case when (
    select count(*) from holder
  ) > 250 then '␟e0 ␟' else coalesce('{"cells":[' || coalesce((
    select string_agg(coalesce('[' || coalesce((
      select string_agg(coalesce('{"agreed":' || (cells_3."agreed")::text || '}', '␟nAgreementMatrix.cells␟'), ',') from (
        select cells_3.* from (
          select pair.*, case when pair."shared" >= $3::int then pair."agreed"::float8 / nullif(pair."shared", 0) end as "score" from ( select theirs."place", bit_count(cells_2."any" & theirs."any") as "shared", bit_count(cells_2."all" & theirs."all") as "agreed", bit_count(cells_2."yes" & theirs."yes") as "yesYes",bit_count(cells_2."yes" & theirs."abstain") as "yesAbstain",bit_count(cells_2."yes" & theirs."no") as "yesNo",bit_count(cells_2."abstain" & theirs."yes") as "abstainYes",bit_count(cells_2."abstain" & theirs."abstain") as "abstainAbstain",bit_count(cells_2."abstain" & theirs."no") as "abstainNo",bit_count(cells_2."no" & theirs."yes") as "noYes",bit_count(cells_2."no" & theirs."abstain") as "noAbstain",bit_count(cells_2."no" & theirs."no") as "noNo" from bits theirs offset 0) pair
        ) cells_3 order by cells_3."place"
      ) cells_3
    ), '') || ']', '␟nAgreementMatrix.cells␟'), ',') from (
      select cells_2.* from bits cells_2 order by cells_2."place"
    ) cells_2
  ), '') || ']}', '␟nQuery.agreementMatrix␟') end from (
    select
  ) agreementMatrix_1
) as "json";

-- AgreementMatrix.formula: { agreementMatrix(holders: { kinds: [STATE] }) { formula { definition } } }
select (
  with holder as ( select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.* from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($1::text[]::"ActorKind"[])) order by "place" limit $2 ), piece as materialized (
    select stances."holderId", stances."part", coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'SUPPORTS'), 0::bit(512)) as "SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'CONDITIONALLY_SUPPORTS'), 0::bit(512)) as "CONDITIONALLY_SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'UNDECIDED'), 0::bit(512)) as "UNDECIDED",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'ABSTAINS'), 0::bit(512)) as "ABSTAINS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'OPPOSES'), 0::bit(512)) as "OPPOSES" from "HolderStances" stances left join (
      select place."place" / 512 as "part", ~bit_or(standpoint_subject_bit(place."place")) as "subjects" from (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ) gone join "SubjectPlace" place on place."subjectId" = gone."id" group by 1
    ) chosen on chosen."part" = stances."part" where (stances."holderId" in (
      select holder."id" from holder
    )) group by stances."holderId", stances."part"
  ), strings as ( select holder."id", holder."place", coalesce(string_agg(coalesce(piece."SUPPORTS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "SUPPORTS",coalesce(string_agg(coalesce(piece."CONDITIONALLY_SUPPORTS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "CONDITIONALLY_SUPPORTS",coalesce(string_agg(coalesce(piece."UNDECIDED", 0::bit(512))::text, '' order by part."part"), '')::varbit as "UNDECIDED",coalesce(string_agg(coalesce(piece."ABSTAINS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "ABSTAINS",coalesce(string_agg(coalesce(piece."OPPOSES", 0::bit(512))::text, '' order by part."part"), '')::varbit as "OPPOSES" from holder left join (
    select distinct piece."part" from piece
  ) part on true left join piece on piece."holderId" = holder."id" and piece."part" = part."part" group by holder."id", holder."place" ), bits as materialized ( select strings.*, "SUPPORTS" | "CONDITIONALLY_SUPPORTS" as "yes","ABSTAINS" | "UNDECIDED" as "abstain","OPPOSES" as "no", "SUPPORTS" | "CONDITIONALLY_SUPPORTS" | "UNDECIDED" | "ABSTAINS" | "OPPOSES" as "any", "SUPPORTS" || "CONDITIONALLY_SUPPORTS" || "UNDECIDED" || "ABSTAINS" || "OPPOSES" as "all" from strings ) select case when (
    select count(*) from holder
  ) > 250 then '␟e0 ␟' else coalesce('{"formula":' || (
    select coalesce('{"definition":' || to_json(formula_2."definition")::text || '}', '␟nAgreementMatrix.formula␟') from (
      select $3::text as "name", $4::text as "version", $5::text as "definition", $6::text as "reference"
    ) formula_2
  ) || '}', '␟nQuery.agreementMatrix␟') end from (
    select
  ) agreementMatrix_1
) as "json";

-- AgreementMatrix.method: { agreementMatrix(holders: { kinds: [STATE] }) { method } }
select (
  with holder as ( select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.* from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($1::text[]::"ActorKind"[])) order by "place" limit $2 ), piece as materialized (
    select stances."holderId", stances."part", coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'SUPPORTS'), 0::bit(512)) as "SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'CONDITIONALLY_SUPPORTS'), 0::bit(512)) as "CONDITIONALLY_SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'UNDECIDED'), 0::bit(512)) as "UNDECIDED",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'ABSTAINS'), 0::bit(512)) as "ABSTAINS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'OPPOSES'), 0::bit(512)) as "OPPOSES" from "HolderStances" stances left join (
      select place."place" / 512 as "part", ~bit_or(standpoint_subject_bit(place."place")) as "subjects" from (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ) gone join "SubjectPlace" place on place."subjectId" = gone."id" group by 1
    ) chosen on chosen."part" = stances."part" where (stances."holderId" in (
      select holder."id" from holder
    )) group by stances."holderId", stances."part"
  ), strings as ( select holder."id", holder."place", coalesce(string_agg(coalesce(piece."SUPPORTS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "SUPPORTS",coalesce(string_agg(coalesce(piece."CONDITIONALLY_SUPPORTS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "CONDITIONALLY_SUPPORTS",coalesce(string_agg(coalesce(piece."UNDECIDED", 0::bit(512))::text, '' order by part."part"), '')::varbit as "UNDECIDED",coalesce(string_agg(coalesce(piece."ABSTAINS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "ABSTAINS",coalesce(string_agg(coalesce(piece."OPPOSES", 0::bit(512))::text, '' order by part."part"), '')::varbit as "OPPOSES" from holder left join (
    select distinct piece."part" from piece
  ) part on true left join piece on piece."holderId" = holder."id" and piece."part" = part."part" group by holder."id", holder."place" ), bits as materialized ( select strings.*, "SUPPORTS" | "CONDITIONALLY_SUPPORTS" as "yes","ABSTAINS" | "UNDECIDED" as "abstain","OPPOSES" as "no", "SUPPORTS" | "CONDITIONALLY_SUPPORTS" | "UNDECIDED" | "ABSTAINS" | "OPPOSES" as "any", "SUPPORTS" || "CONDITIONALLY_SUPPORTS" || "UNDECIDED" || "ABSTAINS" || "OPPOSES" as "all" from strings ) select case when (
    select count(*) from holder
  ) > 250 then '␟e0 ␟' else coalesce('{"method":"' || $3::text || '"}', '␟nQuery.agreementMatrix␟') end from (
    select
  ) agreementMatrix_1
) as "json";
