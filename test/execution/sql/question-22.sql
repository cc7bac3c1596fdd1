select (
  with holder as ( select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.* from "Actor" actor where actor."retractedAt" is null and (actor."id" in (
    select membership."memberId" from "Affiliation" membership where membership."organizationId" in (
      select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($1::text[])
    ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= $2::date and membership."duringLatest" >= $3::date))
  )) order by "place" limit $4 ), piece as materialized (
    select stances."holderId", stances."part", coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'SUPPORTS'), 0::bit(512)) as "SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'CONDITIONALLY_SUPPORTS'), 0::bit(512)) as "CONDITIONALLY_SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'UNDECIDED'), 0::bit(512)) as "UNDECIDED",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'ABSTAINS'), 0::bit(512)) as "ABSTAINS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'OPPOSES'), 0::bit(512)) as "OPPOSES" from "HolderStances" stances left join (
      select place."place" / 512 as "part", ~bit_or(standpoint_subject_bit(place."place")) as "subjects" from (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ) gone join "SubjectPlace" place on place."subjectId" = gone."id" group by 1
    ) chosen on chosen."part" = stances."part" where (stances."holderId" in (
      select holder."id" from holder
    ) and (stances."basis" = any($5::text[]::"PositionBasis"[]))) group by stances."holderId", stances."part"
  ), strings as ( select holder."id", holder."place", coalesce(string_agg(coalesce(piece."SUPPORTS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "SUPPORTS",coalesce(string_agg(coalesce(piece."CONDITIONALLY_SUPPORTS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "CONDITIONALLY_SUPPORTS",coalesce(string_agg(coalesce(piece."UNDECIDED", 0::bit(512))::text, '' order by part."part"), '')::varbit as "UNDECIDED",coalesce(string_agg(coalesce(piece."ABSTAINS", 0::bit(512))::text, '' order by part."part"), '')::varbit as "ABSTAINS",coalesce(string_agg(coalesce(piece."OPPOSES", 0::bit(512))::text, '' order by part."part"), '')::varbit as "OPPOSES" from holder left join (
    select distinct piece."part" from piece
  ) part on true left join piece on piece."holderId" = holder."id" and piece."part" = part."part" group by holder."id", holder."place" ), bits as materialized ( select strings.*, "SUPPORTS" | "CONDITIONALLY_SUPPORTS" as "yes","ABSTAINS" | "UNDECIDED" as "abstain","OPPOSES" as "no", "SUPPORTS" | "CONDITIONALLY_SUPPORTS" | "UNDECIDED" | "ABSTAINS" | "OPPOSES" as "any", "SUPPORTS" || "CONDITIONALLY_SUPPORTS" || "UNDECIDED" || "ABSTAINS" || "OPPOSES" as "all" from strings ) select case when (
    select count(*) from holder
  ) > 250 then '␟e0 ␟' else coalesce('{"method":"' || $6::text || '","formula":' || (
    select coalesce('{"name":' || to_json(formula_2."name")::text || ',"version":' || to_json(formula_2."version")::text || ',"definition":' || to_json(formula_2."definition")::text || ',"reference":' || to_json(formula_2."reference")::text || '}', '␟nAgreementMatrix.formula␟') from (
      select $7::text as "name", $8::text as "version", $9::text as "definition", $10::text as "reference"
    ) formula_2
  ) || ',"actors":[' || coalesce((
    select string_agg(coalesce('{"name":' || to_json(actors_2."name")::text || '}', '␟nAgreementMatrix.actors␟'), ',') from (
      select actors_2.* from holder actors_2 order by actors_2."place"
    ) actors_2
  ), '') || '],"cells":[' || coalesce((
    select string_agg(coalesce('[' || coalesce((
      select string_agg(coalesce('{"shared":' || (cells_3."shared")::text || ',"score":' || coalesce((cells_3."score")::text, 'null') || '}', '␟nAgreementMatrix.cells␟'), ',') from (
        select cells_3.* from (
          select pair.*, case when pair."shared" >= $11::int then 1 - ((pair."yesAbstain" + pair."abstainYes" + pair."abstainNo" + pair."noAbstain")::float8 / 2 + (pair."yesNo" + pair."noYes")::float8) / nullif((pair."shared")::float8, 0) end as "score" from ( select theirs."place", bit_count(cells_2."any" & theirs."any") as "shared", bit_count(cells_2."all" & theirs."all") as "agreed", bit_count(cells_2."yes" & theirs."yes") as "yesYes",bit_count(cells_2."yes" & theirs."abstain") as "yesAbstain",bit_count(cells_2."yes" & theirs."no") as "yesNo",bit_count(cells_2."abstain" & theirs."yes") as "abstainYes",bit_count(cells_2."abstain" & theirs."abstain") as "abstainAbstain",bit_count(cells_2."abstain" & theirs."no") as "abstainNo",bit_count(cells_2."no" & theirs."yes") as "noYes",bit_count(cells_2."no" & theirs."abstain") as "noAbstain",bit_count(cells_2."no" & theirs."no") as "noNo" from bits theirs offset 0) pair
        ) cells_3 order by cells_3."place"
      ) cells_3
    ), '') || ']', '␟nAgreementMatrix.cells␟'), ',') from (
      select cells_2.* from bits cells_2 order by cells_2."place"
    ) cells_2
  ), '') || ']}', '␟nQuery.agreementMatrix␟') end from (
    select
  ) agreementMatrix_1
) as "json";
