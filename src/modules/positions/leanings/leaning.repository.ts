import { allOf, type Condition, orTrue } from "../../../db/reading/conditions.js";
import type { ListQuery } from "../../../db/reading/page.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { actorMatches, actorWithId } from "../../actors/index.js";
import { proposalMatches } from "../../proposals/index.js";
import type { Formula } from "../formula.type.js";
import { positionMatches, positionOrder, stands } from "../position/position.input.js";
import {
  type ActorLeaningsArgs,
  actorLeaningOrder,
  type LeaningPositionsArgs,
  leaningOrder,
  minimumOf,
  type ProposalLeaningsArgs,
} from "./leaning.input.js";

/**
 * S of Signorino and Ritter, weighted, between the holder and an actor that is for the subject in everything: 1 − 2 Σwd / Σw·dmax,
 * with stances as 1, 0 and −1, is (Σw of those for − Σw of those against) / Σw.
 */
export const leaningFormula: Formula = {
  name: "weighted S with an actor that is always for the subject",
  version: "1",
  definition: "(Σw of positions for − Σw of positions against) / Σw of all positions considered",
  reference:
    "Signorino and Ritter, Tau-b or Not Tau-b: Measuring the Similarity of Foreign Policy Positions, International Studies Quarterly 43 (1999), https://doi.org/10.1111/0020-8833.00113",
};

/** What bears on a proposal, "leaningOn": subjects of positions, each with its side (1 for, −1 against) and weight. */
const related = sql`(
  select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn",
    case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight"
  from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId"
  where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null
  union all
  select bearing."policyActionId", bearing."proposalId",
    case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1)
  from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId"
  where action."retractedAt" is null)`;

/** The leanings of holders on each parent, a proposal. */
export function proposalLeaningList(args: ProposalLeaningsArgs, asOf: string | undefined): ListQuery {
  const { where, orderBy } = args;
  const counted = countsBy(
    sql`position."holderId"`,
    allOf([sql`related."leaningOn" = parent."id"`, actorWithId(sql`position."holderId"`, where, asOf)]),
    asOf,
  );
  return {
    ...leanings(
      args,
      sql`${counted} counted join "Actor" actor on actor."id" = counted."holderId"`,
      sql`actor."name"`,
      sql`actor."retractedAt" is null and ${orTrue(actorMatches(where, raw("actor"), asOf))}`,
    ),
    sort: leaningOrder.sort(orderBy, raw("leaning")),
  };
}

/** The leanings of each parent, an actor, on proposals. */
export function actorLeaningList(args: ActorLeaningsArgs, asOf: string | undefined): ListQuery {
  const { where, orderBy } = args;
  const counted = countsBy(sql`related."leaningOn"`, sql`position."holderId" = parent."id"`, asOf);
  return {
    ...leanings(
      args,
      sql`${counted} counted join "Proposal" proposal on proposal."id" = counted."subjectId"`,
      sql`proposal."title"`,
      sql`proposal."retractedAt" is null and ${orTrue(proposalMatches(where, raw("proposal"), asOf))}`,
    ),
    sort: actorLeaningOrder.sort(orderBy, raw("leaning")),
  };
}

/** What the standing positions on related subjects say, for each value of `id`: the holder's or the proposal's. */
function countsBy(id: Sql, where: Sql, asOf: string | undefined): Sql {
  return sql`(
    select ${id} as "id", position."holderId", related."leaningOn" as "subjectId",
      count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against",
      count(*) filter (where position."stance" = 'ABSTAINS') as "abstained",
      count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other",
      count(*) as "considered", array_agg(position."id") as "positionIds",
      ${exactSum(sql`related."weight" * sided."side"`)} as "balance", ${exactSum(sql`related."weight"`)} as "weight"
    from ${related} related
    join "Position" position on position."subjectId" = related."subjectId" and ${stands(raw("position"), asOf)}
    cross join lateral (select related."side" * case position."stance"
      when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side") sided
    where ${where} group by position."holderId", related."leaningOn")`;
}

/** Binary fractions would add up to another number in another order. */
const exactSum = (numbers: Sql): Sql => sql`sum((${numbers})::numeric)::float8`;

function leanings(
  args: ProposalLeaningsArgs | ActorLeaningsArgs,
  from: Sql,
  name: Sql,
  where: Sql,
): Omit<ListQuery, "sort"> {
  const minimum = sql`${minimumOf(args)}::integer`;
  const enough: Condition = args.enough == null ? undefined : sql`leaning."enough" = ${args.enough}::boolean`;
  return {
    rows: sql`leaning.*`,
    from: sql`(select counted.*, ${name} as "name", counted."considered" >= ${minimum} as "enough",
      case when counted."considered" >= ${minimum} then counted."balance" / counted."weight" end as "score"
      from ${from} where ${where}) leaning`,
    where: orTrue(enough),
  };
}

/** The positions that each leaning, whose "positionIds" are the parent's id, is made of. */
export function leaningPositionList({ where, orderBy }: LeaningPositionsArgs, asOf: string | undefined): ListQuery {
  const position = raw("position");
  return {
    rows: sql`position.*`,
    from: sql`"Position" position`,
    where: allOf([sql`position."id" = any(parent."id")`, positionMatches(where, position, asOf)]),
    sort: positionOrder.sort(orderBy, position),
  };
}
