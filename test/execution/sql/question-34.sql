select '{"totalCount":' || (
  select count(*)::text from "Proposal" proposal where proposal."retractedAt" is null and proposal."id" in (
    with dated as materialized ( select last."id", coalesce(last."day", $1::date) as "day" from (
      select dated."id", coalesce(dated."proposedOnLatest", vote."heldOnLatest") as "day" from "Proposal" dated left join ( select distinct on (each."proposalId") each."proposalId", each."heldOnLatest" from "RollCall" each where each."retractedAt" is null order by each."proposalId", each."heldOnEarliest", each."id" ) vote on vote."proposalId" = dated."id"
    ) last ) select dated."id" from dated where (true and dated."id" in ( with term as materialized ( select membership."during", membership."duringStartLatest", membership."duringLatest", place."place" / 256 as "part", bit_or(standpoint_holder_bit(place."place")) as "holders" from "Affiliation" membership join "HolderPlace" place on place."holderId" = membership."memberId" where membership."organizationId" in (
      select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($2::text[])
    ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and true group by 1, 2, 3, 4 ), member as materialized ( select held."day", those.* from (
      select distinct dated."day" as "day" from dated
    ) held cross join lateral ( select term."part", bit_or(term."holders") as "holders" from term where (term."during" is null or (term."duringStartLatest" <= held."day"::date and term."duringLatest" >= held."day"::date)) group by term."part") those ), size as ( select held."day", count(distinct membership."memberId") as "members" from (
      select distinct dated."day" as "day" from dated
    ) held join "Affiliation" membership on membership."organizationId" in (
      select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($3::text[])
    ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= held."day"::date and membership."duringLatest" >= held."day"::date)) group by 1 ), holding as ( select stances."subjectId", sum(bit_count(stances."holders" & member."holders")) as "holding" from dated join "SubjectStances" stances on stances."subjectId" = dated."id" join member on member."day" = dated."day" and member."part" = stances."part" where (stances."stance" = any($4::text[]::"Stance"[])) group by 1 ) select tally."id" from ( select dated."id", size."members", coalesce(holding."holding", 0) as "holding" from dated join size on size."day" = dated."day" left join holding on holding."subjectId" = dated."id" ) tally where tally."holding" = tally."members") and dated."id" in ( with term as materialized ( select membership."during", membership."duringStartLatest", membership."duringLatest", place."place" / 256 as "part", bit_or(standpoint_holder_bit(place."place")) as "holders" from "Affiliation" membership join "HolderPlace" place on place."holderId" = membership."memberId" where membership."organizationId" in (
      select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($5::text[])
    ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and true group by 1, 2, 3, 4 ), member as materialized ( select held."day", those.* from (
      select distinct dated."day" as "day" from dated
    ) held cross join lateral ( select term."part", bit_or(term."holders") as "holders" from term where (term."during" is null or (term."duringStartLatest" <= held."day"::date and term."duringLatest" >= held."day"::date)) group by term."part") those ), size as ( select held."day", count(distinct membership."memberId") as "members" from (
      select distinct dated."day" as "day" from dated
    ) held join "Affiliation" membership on membership."organizationId" in (
      select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($6::text[])
    ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= held."day"::date and membership."duringLatest" >= held."day"::date)) group by 1 ), holding as ( select stances."subjectId", sum(bit_count(stances."holders" & member."holders")) as "holding" from dated join "SubjectStances" stances on stances."subjectId" = dated."id" join member on member."day" = dated."day" and member."part" = stances."part" where (stances."stance" = any($7::text[]::"Stance"[])) group by 1 ) select tally."id" from ( select dated."id", size."members", coalesce(holding."holding", 0) as "holding" from dated join size on size."day" = dated."day" left join holding on holding."subjectId" = dated."id" ) tally where tally."holding" * 2 > tally."members"))
  ) and true
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || heldProposals_1."slug" || '","title":' || to_json(heldProposals_1."title")::text || ',"date":' || coalesce(to_json(coalesce(heldProposals_1."proposedOn", (
    select vote."heldOn" from (
      select vote.* from "RollCall" vote where vote."proposalId" = heldProposals_1."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
    ) vote
  )))::text, 'null') || ',"stanceCounts":[' || coalesce((
    select string_agg(coalesce('{"stance":"' || stanceCounts_2."stance" || '","count":' || (stanceCounts_2."count")::text || '}', '␟nProposal.stanceCounts␟'), ',') from (
      select stanceCounts_2.* from (
        select listed."stance", coalesce(counted."count", 0) as "count" from unnest(enum_range(null::"Stance")) as listed("stance") left join (
          select position."stance", count(*) as "count" from "Position" position where position."subjectId" = heldProposals_1."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and true group by position."stance"
        ) counted on counted."stance" = listed."stance"
      ) stanceCounts_2 order by stanceCounts_2."stance"
    ) stanceCounts_2
  ), '') || ']}', '␟nProposalConnection.nodes␟'), ',') from (
    select proposal.* from "Proposal" proposal where (proposal."retractedAt" is null and proposal."id" in (
      with dated as materialized ( select last."id", coalesce(last."day", $8::date) as "day" from (
        select dated."id", coalesce(dated."proposedOnLatest", vote."heldOnLatest") as "day" from "Proposal" dated left join ( select distinct on (each."proposalId") each."proposalId", each."heldOnLatest" from "RollCall" each where each."retractedAt" is null order by each."proposalId", each."heldOnEarliest", each."id" ) vote on vote."proposalId" = dated."id"
      ) last ) select dated."id" from dated where (true and dated."id" in ( with term as materialized ( select membership."during", membership."duringStartLatest", membership."duringLatest", place."place" / 256 as "part", bit_or(standpoint_holder_bit(place."place")) as "holders" from "Affiliation" membership join "HolderPlace" place on place."holderId" = membership."memberId" where membership."organizationId" in (
        select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($9::text[])
      ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and true group by 1, 2, 3, 4 ), member as materialized ( select held."day", those.* from (
        select distinct dated."day" as "day" from dated
      ) held cross join lateral ( select term."part", bit_or(term."holders") as "holders" from term where (term."during" is null or (term."duringStartLatest" <= held."day"::date and term."duringLatest" >= held."day"::date)) group by term."part") those ), size as ( select held."day", count(distinct membership."memberId") as "members" from (
        select distinct dated."day" as "day" from dated
      ) held join "Affiliation" membership on membership."organizationId" in (
        select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($10::text[])
      ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= held."day"::date and membership."duringLatest" >= held."day"::date)) group by 1 ), holding as ( select stances."subjectId", sum(bit_count(stances."holders" & member."holders")) as "holding" from dated join "SubjectStances" stances on stances."subjectId" = dated."id" join member on member."day" = dated."day" and member."part" = stances."part" where (stances."stance" = any($11::text[]::"Stance"[])) group by 1 ) select tally."id" from ( select dated."id", size."members", coalesce(holding."holding", 0) as "holding" from dated join size on size."day" = dated."day" left join holding on holding."subjectId" = dated."id" ) tally where tally."holding" = tally."members") and dated."id" in ( with term as materialized ( select membership."during", membership."duringStartLatest", membership."duringLatest", place."place" / 256 as "part", bit_or(standpoint_holder_bit(place."place")) as "holders" from "Affiliation" membership join "HolderPlace" place on place."holderId" = membership."memberId" where membership."organizationId" in (
        select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($12::text[])
      ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and true group by 1, 2, 3, 4 ), member as materialized ( select held."day", those.* from (
        select distinct dated."day" as "day" from dated
      ) held cross join lateral ( select term."part", bit_or(term."holders") as "holders" from term where (term."during" is null or (term."duringStartLatest" <= held."day"::date and term."duringLatest" >= held."day"::date)) group by term."part") those ), size as ( select held."day", count(distinct membership."memberId") as "members" from (
        select distinct dated."day" as "day" from dated
      ) held join "Affiliation" membership on membership."organizationId" in (
        select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($13::text[])
      ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= held."day"::date and membership."duringLatest" >= held."day"::date)) group by 1 ), holding as ( select stances."subjectId", sum(bit_count(stances."holders" & member."holders")) as "holding" from dated join "SubjectStances" stances on stances."subjectId" = dated."id" join member on member."day" = dated."day" and member."part" = stances."part" where (stances."stance" = any($14::text[]::"Stance"[])) group by 1 ) select tally."id" from ( select dated."id", size."members", coalesce(holding."holding", 0) as "holding" from dated join size on size."day" = dated."day" left join holding on holding."subjectId" = dated."id" ) tally where tally."holding" * 2 > tally."members"))
    ) and true) order by coalesce(coalesce(proposal."proposedOnEarliest", (
      select vote."heldOnEarliest" from (
        select vote.* from "RollCall" vote where vote."proposalId" = proposal."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
      ) vote
    )), '9999-12-31'::date) desc,proposal."id" desc limit 100
  ) heldProposals_1
), '') || ']}' as "json";
