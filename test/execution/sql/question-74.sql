select (
  with holder as ( select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.* from "Actor" actor where actor."retractedAt" is null and (actor."id" in (
    select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($1::text[])
  )) order by "place" limit $2 ), subject as materialized ( select numbered."id", numbered."n" / 63 as "part", 1::bigint << (numbered."n" % 63) as "bit" from (
    select either."id", (row_number() over () - 1)::int as "n" from ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and true union all select action."id" from "PolicyAction" action where action."retractedAt" is null and true) either
  ) numbered ), piece as materialized ( select position."holderId", subject."part", coalesce(bit_or(subject."bit") filter (where position."stance" = 'SUPPORTS'), 0)::bit(63) as "SUPPORTS",coalesce(bit_or(subject."bit") filter (where position."stance" = 'CONDITIONALLY_SUPPORTS'), 0)::bit(63) as "CONDITIONALLY_SUPPORTS",coalesce(bit_or(subject."bit") filter (where position."stance" = 'UNDECIDED'), 0)::bit(63) as "UNDECIDED",coalesce(bit_or(subject."bit") filter (where position."stance" = 'ABSTAINS'), 0)::bit(63) as "ABSTAINS",coalesce(bit_or(subject."bit") filter (where position."stance" = 'OPPOSES'), 0)::bit(63) as "OPPOSES" from holder join "Position" position on position."holderId" = holder."id" join subject on subject."id" = position."subjectId" where (position."standingUntil" = '9999-12-31'::date and (position."basis" = any($3::text[]::"PositionBasis"[]))) group by 1, 2 ), strings as ( select holder."id", holder."place", coalesce(string_agg(coalesce(piece."SUPPORTS", 0::bit(63))::text, '' order by part."part"), '')::varbit as "SUPPORTS",coalesce(string_agg(coalesce(piece."CONDITIONALLY_SUPPORTS", 0::bit(63))::text, '' order by part."part"), '')::varbit as "CONDITIONALLY_SUPPORTS",coalesce(string_agg(coalesce(piece."UNDECIDED", 0::bit(63))::text, '' order by part."part"), '')::varbit as "UNDECIDED",coalesce(string_agg(coalesce(piece."ABSTAINS", 0::bit(63))::text, '' order by part."part"), '')::varbit as "ABSTAINS",coalesce(string_agg(coalesce(piece."OPPOSES", 0::bit(63))::text, '' order by part."part"), '')::varbit as "OPPOSES" from holder left join (
    select distinct piece."part" from piece
  ) part on true left join piece on piece."holderId" = holder."id" and piece."part" = part."part" group by holder."id", holder."place" ), bits as materialized ( select strings.*, "SUPPORTS" | "CONDITIONALLY_SUPPORTS" as "yes","ABSTAINS" | "UNDECIDED" as "abstain","OPPOSES" as "no", "SUPPORTS" | "CONDITIONALLY_SUPPORTS" | "UNDECIDED" | "ABSTAINS" | "OPPOSES" as "any", "SUPPORTS" || "CONDITIONALLY_SUPPORTS" || "UNDECIDED" || "ABSTAINS" || "OPPOSES" as "all" from strings ) select case when (
    select count(*) from holder
  ) > 250 then '␟e0 ␟' else coalesce('{"formula":' || (
    select coalesce('{"name":' || to_json(formula_2."name")::text || ',"version":' || to_json(formula_2."version")::text || ',"definition":' || to_json(formula_2."definition")::text || ',"reference":' || to_json(formula_2."reference")::text || '}', '␟nAgreementMatrix.formula␟') from (
      select $4::text as "name", $5::text as "version", $6::text as "definition", $7::text as "reference"
    ) formula_2
  ) || ',"actors":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || actors_2."slug" || '","name":' || to_json(actors_2."name")::text || '}', '␟nAgreementMatrix.actors␟'), ',') from (
      select actors_2.* from holder actors_2 order by actors_2."place"
    ) actors_2
  ), '') || '],"cells":[' || coalesce((
    select string_agg(coalesce('[' || coalesce((
      select string_agg(coalesce('{"shared":' || (cells_3."shared")::text || ',"agreed":' || (cells_3."agreed")::text || ',"score":' || coalesce((cells_3."score")::text, 'null') || '}', '␟nAgreementMatrix.cells␟'), ',') from (
        select cells_3.* from (
          select pair.*, case when pair."shared" >= $8::int then 1 - ((pair."yesAbstain" + pair."abstainYes" + pair."abstainNo" + pair."noAbstain")::float8 / 2 + (pair."yesNo" + pair."noYes")::float8) / nullif((pair."shared")::float8, 0) end as "score" from ( select theirs."place", bit_count(cells_2."any" & theirs."any") as "shared", bit_count(cells_2."all" & theirs."all") as "agreed", bit_count(cells_2."yes" & theirs."yes") as "yesYes",bit_count(cells_2."yes" & theirs."abstain") as "yesAbstain",bit_count(cells_2."yes" & theirs."no") as "yesNo",bit_count(cells_2."abstain" & theirs."yes") as "abstainYes",bit_count(cells_2."abstain" & theirs."abstain") as "abstainAbstain",bit_count(cells_2."abstain" & theirs."no") as "abstainNo",bit_count(cells_2."no" & theirs."yes") as "noYes",bit_count(cells_2."no" & theirs."abstain") as "noAbstain",bit_count(cells_2."no" & theirs."no") as "noNo" from bits theirs offset 0) pair
        ) cells_3 order by cells_3."place"
      ) cells_3
    ), '') || ']', '␟nAgreementMatrix.cells␟'), ',') from (
      select cells_2.* from bits cells_2 order by cells_2."place"
    ) cells_2
  ), '') || ']}', '␟nQuery.agreementMatrix␟') end from (
    select
  ) agreementMatrix_1
) as "json";
