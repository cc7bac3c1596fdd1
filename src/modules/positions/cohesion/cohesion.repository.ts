import { allOf } from "../../../db/reading/conditions.js";
import { empty, join, raw, type Sql, sql } from "../../../db/sql.js";
import { badUserInput } from "../../../errors.js";
import type { ListSql } from "../../../graphql/field-sql.js";
import { areInSubjectStances, votedAsBits } from "../bits/subject-stances.repository.js";
import { holderInSight, positionMatches, stands, subjectInSight } from "../position/position.input.js";
import { isInGroup } from "../votes/group.input.js";
import { isVote, voteCounts, voteNames } from "../votes/vote.input.js";
import { type CohesionArgs, type CohesionGrouping, leastHolders, mostMeasures } from "./cohesion.input.js";

/** How subjects are grouped by one thing: by which columns, and how the measures are ordered by it. */
interface Grouping {
  /** Expressions over a `subject` and, where they are grouped by, its `topic`. */
  columns: Record<string, Sql>;
  order: Sql[];
}

const named = (table: Sql, column: Sql, id: Sql): Sql =>
  sql`(select named.${column} from ${table} named where named."id" = ${id})`;

const groupings: Record<CohesionGrouping, Grouping> = {
  YEAR: { columns: { year: sql`subject."year"` }, order: [sql`measure."year"`] },
  DECADE: { columns: { decade: sql`subject."year" / 10 * 10` }, order: [sql`measure."decade"`] },
  TOPIC: {
    columns: { topicId: sql`topic."id"` },
    order: [named(sql`"Topic"`, sql`"name"`, sql`measure."topicId"`), sql`measure."topicId"`],
  },
  SUBJECT: {
    columns: { proposalId: sql`subject."proposalId"`, policyActionId: sql`subject."policyActionId"` },
    order: [
      sql`coalesce(${named(sql`"Proposal"`, sql`"title"`, sql`measure."proposalId"`)},
        ${named(sql`"PolicyAction"`, sql`"title"`, sql`measure."policyActionId"`)})`,
      sql`coalesce(measure."proposalId", measure."policyActionId")`,
    ],
  },
};

/** The columns of a measure; those that it is not grouped by are null. */
const columnTypes = { year: "int", decade: "int", topicId: "uuid", proposalId: "uuid", policyActionId: "uuid" };

const topics = sql`left join ("ProposalTopic" about join "Topic" topic on topic."id" = about."topicId"
  and topic."retractedAt" is null) on about."proposalId" = subject."proposalId"`;

const tooMany = {
  when: sql`count(*) > ${raw(String(mostMeasures))}`,
  error: () => {
    const reason = `returns more than ${mostMeasures.toLocaleString("en")} groups: group by fewer properties, or narrow \`where\``;
    return badUserInput(`\`by\` ${reason}`, [{ path: "by", reason }]);
  },
};

/** How united a group is, by what its subjects have in common; more than 10,000 measures are refused. */
export function cohesion(args: CohesionArgs, asOf: string | undefined): ListSql {
  return {
    kind: "list",
    rows: (measure) => ({ from: sql`(${measures(args, asOf)}) ${measure}` }),
    refusal: tooMany,
  };
}

/** The positions of a group: table expressions of which `voted` is the last, and aggregates over its rows. */
interface Voted {
  tables: Sql;
  /** The columns `yes`, `abstain`, `no` and `votes`. */
  counts: Sql;
  votes: Sql;
  /** For each `group` of the subjects in `grouped`, the number of different `holders`. */
  holders: Sql;
}

/** From the positions themselves. */
function votedOneByOne({ of, where }: CohesionArgs, asOf: string | undefined): Voted {
  const position = raw("position");
  const counted = allOf([
    stands(position, asOf),
    holderInSight(position),
    subjectInSight(position),
    positionMatches(where, position, asOf),
    isInGroup(of, position, asOf),
  ]);
  return {
    tables: sql`voted as materialized (
      select position."subjectId", position."proposalId", position."policyActionId", position."holderId",
        position."stance", position."sinceLatest"
      from "Position" position where ${counted})`,
    counts: voteCounts(raw("voted")),
    votes: sql`count(*)`,
    holders: sql`select grouped."group", count(distinct voted."holderId") as "holders"
      from grouped join voted on voted."subjectId" = grouped."subjectId" group by grouped."group"`,
  };
}

/** From strings of bits: a fiftieth of the rows. */
function votedTogether({ of, where }: CohesionArgs): Voted {
  const votes = sql`sum(voted."count")`;
  return {
    tables: votedAsBits(of, where),
    counts: join(
      voteNames.map(
        (vote) => sql`coalesce(${votes} filter (where ${isVote(sql`voted."stance"`, vote)}), 0) as ${raw(`"${vote}"`)}`,
      ),
    ),
    votes,
    holders: sql`select part."group", sum(part."holders") as "holders" from (
        select grouped."group", bit_count(bit_or(voted."holders")) as "holders"
        from grouped join voted on voted."subjectId" = grouped."subjectId" group by grouped."group", voted."part"
      ) part group by part."group"`,
  };
}

/** Means are of numerics, whose sums are the same in any order: those of floats differ from one request to the next. */
function measures(args: CohesionArgs, asOf: string | undefined): Sql {
  const { where, by, minimum } = args;
  const voted = areInSubjectStances(where, asOf) ? votedTogether(args) : votedOneByOne(args, asOf);
  const groups = [...new Set(by ?? [])];
  const chosen: Record<string, Sql> = Object.assign({}, ...groups.map((group) => groupings[group].columns));
  const columns = Object.entries(columnTypes).map(
    ([name, type]) => sql`${chosen[name] ?? raw(`null::${type}`)} as ${raw(`"${name}"`)}`,
  );
  const keys = join(Object.keys(columnTypes).map((name) => raw(`grouped."${name}"`)));
  const order = groups.flatMap((group) => groupings[group].order);
  return sql`with ${voted.tables}, subject as (
      select voted."subjectId", voted."proposalId", voted."policyActionId", ${voted.counts},
        ${voted.votes} as "votes", date_part('year', max(voted."sinceLatest"))::int as "year"
      from voted group by 1, 2, 3 having ${voted.votes} >= ${minimum ?? leastHolders}::int
    ), keyed as (
      select subject."subjectId", subject."yes", subject."abstain", subject."no", subject."votes",
        greatest(subject."yes", subject."abstain", subject."no") as "most", ${join(columns)}
      from subject ${groups.includes("TOPIC") ? topics : empty}
    ), grouped as (
      select keyed.*, dense_rank() over (order by ${join(Object.keys(columnTypes).map((name) => raw(`keyed."${name}"`)))}) as "group"
      from keyed
    )
    select measure.*, coalesce(people."holders", 0) as "holders" from (
      select grouped."group", ${keys}, count(*) as "subjects",
        sum(grouped."yes") as "yes", sum(grouped."abstain") as "abstain", sum(grouped."no") as "no",
        count(*) filter (where grouped."most" = grouped."votes") as "unanimous",
        count(*) filter (where grouped."yes" > 0 and grouped."no" > 0) as "divided",
        avg(abs(grouped."yes" - grouped."no")::numeric / nullif(grouped."yes" + grouped."no", 0))::float8 as "rice",
        avg((3 * grouped."most" - grouped."votes")::numeric / (2 * grouped."votes"))::float8 as "agreementIndex"
      from grouped group by grouped."group", ${keys}
    ) measure left join (
      ${voted.holders}
    ) people on people."group" = measure."group"
    ${order.length > 0 ? sql`order by ${join(order)}` : empty} limit ${mostMeasures + 1}`;
}
