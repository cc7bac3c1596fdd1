-- Actor.absences: { actor(slug: "russia") { absences { nodes { actor { id } } } } }
select coalesce((
  select coalesce('{"absences":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"actor":' || (
      select coalesce('{"id":"␟iactor ' || actor_3."id" || '␟"}', '␟nAbsence.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = absences_2."actorId"
    ) || '}', '␟nAbsenceConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select absences.* from (
        select absence.*, roll_call."id", roll_call."heldOnEarliest", proposal."title" from "RollCallAbsence" absence join "RollCall" roll_call on roll_call."id" = absence."rollCallId" join "Proposal" proposal on proposal."id" = roll_call."proposalId" where absence."actorId" = parent."id" and (roll_call."retractedAt" is null and (roll_call."proposalId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null
        ))::int <> 1)
      ) absences where (true) order by absences."heldOnEarliest" asc,absences."id" asc limit 25
    ) absences_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.affiliations: { actor(slug: "russia") { affiliations { nodes { id } } } }
select coalesce((
  select coalesce('{"affiliations":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iaffiliation ' || affiliations_2."id" || '␟"}', '␟nAffiliationConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select affiliation.* from "Affiliation" affiliation where (affiliation."memberId" = parent."id" and affiliation."retractedAt" is null and true and true) order by coalesce(affiliation."duringEarliest", '9999-12-31'::date) asc,affiliation."id" asc limit 25
    ) affiliations_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.agreementWith: { actor(slug: "russia") { agreementWith(slug: "china") { actor { id } } } }
select coalesce((
  select coalesce('{"agreementWith":' || coalesce((
    select coalesce('{"actor":' || (
      select coalesce('{"id":"␟iactor ' || actor_3."id" || '␟"}', '␟nAgreement.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = agreementWith_2."otherId"
    ) || '}', '␟nActor.agreementWith␟') from (
      select actor_1."id" as "actorId", other."id" as "otherId" from "Actor" named join "Actor" other on other."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and other."retractedAt" is null
    ) agreementWith_2
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $2 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.agreements: { actor(slug: "russia") { agreements { nodes { actor { id } } } } }
select coalesce((
  select coalesce('{"agreements":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"actor":' || (
      select coalesce('{"id":"␟iactor ' || actor_3."id" || '␟"}', '␟nAgreement.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = agreements_2."otherId"
    ) || '}', '␟nAgreementConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select agreement.* from (
        select other."id", other."name", parent."id" as "actorId", other."id" as "otherId", pair.*, case when pair."shared" >= $1::int then pair."agreed"::float8 / nullif(pair."shared", 0) end as "score" from (
          select numbers.* from ( select theirs."holderId", sum(bit_count((mine."SUPPORTS" | mine."CONDITIONALLY_SUPPORTS" | mine."UNDECIDED" | mine."ABSTAINS" | mine."OPPOSES") & (theirs."SUPPORTS" | theirs."CONDITIONALLY_SUPPORTS" | theirs."UNDECIDED" | theirs."ABSTAINS" | theirs."OPPOSES")))::int as "shared", sum(bit_count((mine."SUPPORTS") & (theirs."SUPPORTS")))::int + sum(bit_count((mine."CONDITIONALLY_SUPPORTS") & (theirs."CONDITIONALLY_SUPPORTS")))::int + sum(bit_count((mine."UNDECIDED") & (theirs."UNDECIDED")))::int + sum(bit_count((mine."ABSTAINS") & (theirs."ABSTAINS")))::int + sum(bit_count((mine."OPPOSES") & (theirs."OPPOSES")))::int as "agreed", sum(bit_count((mine."SUPPORTS" | mine."CONDITIONALLY_SUPPORTS") & (theirs."SUPPORTS" | theirs."CONDITIONALLY_SUPPORTS")))::int as "yesYes",sum(bit_count((mine."SUPPORTS" | mine."CONDITIONALLY_SUPPORTS") & (theirs."ABSTAINS" | theirs."UNDECIDED")))::int as "yesAbstain",sum(bit_count((mine."SUPPORTS" | mine."CONDITIONALLY_SUPPORTS") & (theirs."OPPOSES")))::int as "yesNo",sum(bit_count((mine."ABSTAINS" | mine."UNDECIDED") & (theirs."SUPPORTS" | theirs."CONDITIONALLY_SUPPORTS")))::int as "abstainYes",sum(bit_count((mine."ABSTAINS" | mine."UNDECIDED") & (theirs."ABSTAINS" | theirs."UNDECIDED")))::int as "abstainAbstain",sum(bit_count((mine."ABSTAINS" | mine."UNDECIDED") & (theirs."OPPOSES")))::int as "abstainNo",sum(bit_count((mine."OPPOSES") & (theirs."SUPPORTS" | theirs."CONDITIONALLY_SUPPORTS")))::int as "noYes",sum(bit_count((mine."OPPOSES") & (theirs."ABSTAINS" | theirs."UNDECIDED")))::int as "noAbstain",sum(bit_count((mine."OPPOSES") & (theirs."OPPOSES")))::int as "noNo" from (
            select stances."holderId", stances."part", coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'SUPPORTS'), 0::bit(512)) as "SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'CONDITIONALLY_SUPPORTS'), 0::bit(512)) as "CONDITIONALLY_SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'UNDECIDED'), 0::bit(512)) as "UNDECIDED",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'ABSTAINS'), 0::bit(512)) as "ABSTAINS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'OPPOSES'), 0::bit(512)) as "OPPOSES" from "HolderStances" stances left join (
              select place."place" / 512 as "part", ~bit_or(standpoint_subject_bit(place."place")) as "subjects" from (
                select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
              ) gone join "SubjectPlace" place on place."subjectId" = gone."id" group by 1
            ) chosen on chosen."part" = stances."part" where (stances."holderId" = parent."id") group by stances."holderId", stances."part"
          ) mine join (
            select stances."holderId", stances."part", coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'SUPPORTS'), 0::bit(512)) as "SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'CONDITIONALLY_SUPPORTS'), 0::bit(512)) as "CONDITIONALLY_SUPPORTS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'UNDECIDED'), 0::bit(512)) as "UNDECIDED",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'ABSTAINS'), 0::bit(512)) as "ABSTAINS",coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects")) filter (where stances."stance" = 'OPPOSES'), 0::bit(512)) as "OPPOSES" from "HolderStances" stances left join (
              select place."place" / 512 as "part", ~bit_or(standpoint_subject_bit(place."place")) as "subjects" from (
                select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
              ) gone join "SubjectPlace" place on place."subjectId" = gone."id" group by 1
            ) chosen on chosen."part" = stances."part" where ((stances."holderId" <> parent."id")) group by stances."holderId", stances."part"
          ) theirs on theirs."part" = mine."part" group by theirs."holderId" ) numbers where numbers."shared" > 0
        ) pair join "Actor" other on other."id" = pair."holderId" and other."retractedAt" is null
      ) agreement where (agreement."score" is not null) order by agreement."score" desc,agreement."id" desc limit 25
    ) agreements_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $2 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.alignmentWith: { actor(slug: "russia") { alignmentWith(with: {}) { actor { id } } } }
select coalesce((
  select coalesce('{"alignmentWith":' || (
    select coalesce('{"actor":' || (
      select coalesce('{"id":"␟iactor ' || actor_3."id" || '␟"}', '␟nAlignment.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = alignmentWith_2."actorId"
    ) || '}', '␟nActor.alignmentWith␟') from (
      select actor_1."id" as "actorId", numbers.*, case when numbers."compared" >= $1::int then (numbers."compared" - numbers."against")::float8 / nullif(numbers."compared", 0) end as "score" from (
        select count(*) as "compared", count(*) filter (where compared."vote" <> compared."majority") as "against" from (
          select compared.* from ( select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*, case when own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS') then 'YES' when own."stance" in ('ABSTAINS', 'UNDECIDED') then 'ABSTAIN' when own."stance" in ('OPPOSES') then 'NO' end as "vote", case when 2 * others."yes" > others."yes" + others."abstain" + others."no" then 'YES' when 2 * others."abstain" > others."yes" + others."abstain" + others."no" then 'ABSTAIN' when 2 * others."no" > others."yes" + others."abstain" + others."no" then 'NO' end as "majority" from (
            select own.*, true as "isMember" from "Position" own where (own."standingUntil" = '9999-12-31'::date and (own."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (own."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1) and own."holderId" = actor_1."id" offset 0
          ) own join (
            select position."subjectId", count(*) filter (where position."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')) as "yes",count(*) filter (where position."stance" in ('ABSTAINS', 'UNDECIDED')) as "abstain",count(*) filter (where position."stance" in ('OPPOSES')) as "no" from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
              select gone."id" from "Actor" gone where gone."retractedAt" is not null
            ))::int <> 1 and (position."subjectId" in (
              select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
            ))::int <> 1)) group by position."subjectId"
          ) tally on tally."subjectId" = own."subjectId" cross join lateral (
            select tally."yes" - (own."isMember" and own."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS'))::int as "yes",tally."abstain" - (own."isMember" and own."stance" in ('ABSTAINS', 'UNDECIDED'))::int as "abstain",tally."no" - (own."isMember" and own."stance" in ('OPPOSES'))::int as "no"
          ) others ) compared where compared."majority" is not null
        ) compared
      ) numbers
    ) alignmentWith_2
  ) || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $2 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.codes: { actor(slug: "russia") { codes { during } } }
select coalesce((
  select coalesce('{"codes":[' || coalesce((
    select string_agg(coalesce('{"during":' || coalesce(to_json(codes_2."during")::text, 'null') || '}', '␟nActor.codes␟'), ',') from (
      select codes_2.* from "ExternalCode" codes_2 where codes_2."actorId" = actor_1."id" order by codes_2."ordinal"
    ) codes_2
  ), '') || ']}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.contradictions: { actor(slug: "russia") { contradictions { nodes { positions { id } } } } }
select coalesce((
  select coalesce('{"contradictions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"positions":[' || coalesce((
      select string_agg(coalesce('{"id":"␟iposition ' || positions_3."id" || '␟"}', '␟nContradiction.positions␟'), ',') from (
        select positions_3.* from unnest(contradictions_2."positionIds") with ordinality as listed("id", "n") join "Position" positions_3 on positions_3."id" = listed."id" order by listed."n"
      ) positions_3
    ), '') || ']}', '␟nContradictionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select contradiction.* from ( select latest."subjectId", latest."proposalId", latest."policyActionId", array_agg(latest."id" order by latest."sinceLatest" desc, latest."recordedAt" desc, latest."id" desc) as "positionIds" from ( select distinct on (position."subjectId", position."basis") position.* from "Position" position where position."holderId" = parent."id" and position."retractedAt" is null and position."subjectId" in (
        select replaced."subjectId" from "Position" replaced where replaced."holderId" = parent."id" and replaced."standingUntil" < '9999-12-31'::date
      ) order by position."subjectId", position."basis", position."sinceLatest" desc, position."recordedAt" desc, position."id" desc ) latest group by latest."subjectId", latest."proposalId", latest."policyActionId" having count(distinct latest."stance") > 1 ) contradiction left join "Proposal" proposal on proposal."id" = contradiction."proposalId" left join "PolicyAction" action on action."id" = contradiction."policyActionId" where ((contradiction."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1) order by coalesce(proposal."title", action."title") asc,contradiction."subjectId" asc limit 25
    ) contradictions_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.existedDuringBounds: { actor(slug: "russia") { existedDuringBounds { earliest } } }
select coalesce((
  select coalesce('{"existedDuringBounds":' || coalesce((
    select coalesce('{"earliest":' || coalesce('"' || existedDuringBounds_2."earliest" || '"', 'null') || '}', '␟nActor.existedDuringBounds␟') from (
      select nullif(actor_1."existedDuringEarliest", '0001-01-01'::date) as "earliest", nullif(actor_1."existedDuringLatest", '9999-12-31'::date) as "latest"
    ) existedDuringBounds_2 where actor_1."existedDuringEarliest" is not null
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.leanings: { actor(slug: "russia") { leanings { nodes { abstained } } } }
select coalesce((
  select coalesce('{"leanings":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"abstained":' || (leanings_2."abstained")::text || '}', '␟nLeaningConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select leaning.* from (
        select counted.*, proposal."title" as "name", counted."considered" >= $1::integer as "enough", case when counted."considered" >= $2::integer then counted."balance" / counted."weight" end as "score" from ( select related."leaningOn" as "id", position."holderId", related."leaningOn" as "subjectId", count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against", count(*) filter (where position."stance" = 'ABSTAINS') as "abstained", count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other", count(*) as "considered", array_agg(position."id") as "positionIds", sum((related."weight" * sided."side")::numeric)::float8 as "balance", sum((related."weight")::numeric)::float8 as "weight" from ( select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn", case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight" from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId" where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null union all select bearing."policyActionId", bearing."proposalId", case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1) from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId" where action."retractedAt" is null) related join "Position" position on position."subjectId" = related."subjectId" and position."standingUntil" = '9999-12-31'::date cross join lateral (
          select related."side" * case position."stance" when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side"
        ) sided where position."holderId" = parent."id" group by position."holderId", related."leaningOn") counted join "Proposal" proposal on proposal."id" = counted."subjectId" where proposal."retractedAt" is null and true
      ) leaning where (true) order by leaning."name" asc,leaning."id" asc limit 25
    ) leanings_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.members: { actor(slug: "russia") { members { nodes { id } } } }
select coalesce((
  select coalesce('{"members":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iactor ' || members_2."id" || '␟"}', '␟nActorConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select actor.* from "Actor" actor where (actor."retractedAt" is null and actor."id" in (
        select membership."memberId" from "Affiliation" membership where membership."organizationId" = parent."id" and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= $1::date and membership."duringLatest" >= $2::date))
      ) and true) order by actor."name" asc,actor."id" asc limit 25
    ) members_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.membersComplete: { actor(slug: "russia") { membersComplete } }
select coalesce((
  select coalesce('{"membersComplete":' || (coalesce(actor_1."membersCompleteDuringStartLatest" <= $1::date and actor_1."membersCompleteDuringEndEarliest" >= $2::date, false))::text || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.membersSource: { actor(slug: "russia") { membersSource { id } } }
select coalesce((
  select coalesce('{"membersSource":' || coalesce((
    select coalesce('{"id":"␟isource ' || membersSource_2."id" || '␟"}', '␟nActor.membersSource␟') from "Source" membersSource_2 where membersSource_2."id" = actor_1."membersSourceId"
  ), 'null') || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.mergedFrom: { actor(slug: "russia") { mergedFrom { id } } }
select coalesce((
  select coalesce('{"mergedFrom":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iactor ' || mergedFrom_2."id" || '␟"}', '␟nActor.mergedFrom␟'), ',') from (
      select mergedFrom_2.* from (
        select merged."id", merged."slug", merged."name", merged."version", merge."mergedAt", merge."reason" from "Actor" merged join "ActorMerge" merge on merge."mergedId" = merged."id" where merged."mergedIntoId" = actor_1."id"
      ) mergedFrom_2 order by mergedFrom_2."mergedAt" desc, mergedFrom_2."id"
    ) mergedFrom_2
  ), '') || ']}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.names: { actor(slug: "russia") { names { during } } }
select coalesce((
  select coalesce('{"names":[' || coalesce((
    select string_agg(coalesce('{"during":' || coalesce(to_json(names_2."during")::text, 'null') || '}', '␟nActor.names␟'), ',') from (
      select names_2.* from "ActorName" names_2 where names_2."actorId" = actor_1."id" order by names_2."ordinal"
    ) names_2
  ), '') || ']}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.policyActions: { actor(slug: "russia") { policyActions { nodes { id } } } }
select coalesce((
  select coalesce('{"policyActions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟ipolicy_action ' || policyActions_2."id" || '␟"}', '␟nPolicyActionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select action.* from "PolicyAction" action where (action."retractedAt" is null and action."id" in (
        select own."id" from "PolicyAction" own where own."agentId" = parent."id" union all select own."id" from "PolicyAction" own where own."throughId" = parent."id" union all select target."policyActionId" from "PolicyActionTarget" target where target."actorId" = parent."id"
      ) and true) order by coalesce(action."announcedOnEarliest",action."duringEarliest", '9999-12-31'::date) asc,action."id" asc limit 25
    ) policyActions_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.positionHistory: { actor(slug: "russia") { positionHistory { nodes { id } } } }
select coalesce((
  select coalesce('{"positionHistory":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iposition ' || positionHistory_2."id" || '␟"}', '␟nPositionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."holderId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positionHistory_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.positions: { actor(slug: "russia") { positions { nodes { id } } } }
select coalesce((
  select coalesce('{"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iposition ' || positions_2."id" || '␟"}', '␟nPositionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."holderId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positions_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.proposals: { actor(slug: "russia") { proposals { nodes { id } } } }
select coalesce((
  select coalesce('{"proposals":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iproposal ' || proposals_2."id" || '␟"}', '␟nProposalConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select proposal.* from "Proposal" proposal where (proposal."retractedAt" is null and proposal."id" in (
        select sponsor."proposalId" from "ProposalSponsor" sponsor where sponsor."actorId" = parent."id" union all select participation."proposalId" from "Participation" participation where participation."actorId" = parent."id"
      ) and true) order by proposal."title" asc,proposal."id" asc limit 25
    ) proposals_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.revisions: { actor(slug: "russia") { revisions { nodes { action } } } }
select coalesce((
  select coalesce('{"revisions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"action":"' || revisions_2."action" || '"}', '␟nRevisionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select revision.* from "Revision" revision where (revision."entityId" = parent."id") order by revision."version" desc limit 25
    ) revisions_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.slug: { actor(slug: "russia") { slug } }
select coalesce((
  select coalesce('{"slug":"' || actor_1."slug" || '"}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Actor.statements: { actor(slug: "russia") { statements { nodes { id } } } }
select coalesce((
  select coalesce('{"statements":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟istatement ' || statements_2."id" || '␟"}', '␟nStatementConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select statement.* from "Statement" statement where (statement."retractedAt" is null and statement."id" in (
        select own."id" from "Statement" own where own."speakerId" = parent."id" union all select own."id" from "Statement" own where own."onBehalfOfId" = parent."id"
      ) and true) order by statement."madeOnEarliest" asc,statement."id" asc limit 25
    ) statements_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";
