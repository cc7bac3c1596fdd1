import { allOf } from "../../../db/reading/conditions.js";
import { join, raw, type Sql, sql } from "../../../db/sql.js";
import type { ListSql, OneSql } from "../../../graphql/field-sql.js";
import { subjectsMatching } from "../../policy-actions/index.js";
import { areInHolderStances, bitsOf, holderStances, stanceColumns } from "../bits/holder-stances.repository.js";
import { placedHolders, tooManyHolders } from "../matrix/stance-matrix.repository.js";
import { positionMatches, stands } from "../position/position.input.js";
import { stancesOf, voteNames } from "../votes/vote.input.js";
import type { AgreementMatrixArgs } from "./agreement.input.js";
import { type Comparison, comparisonOf, scored } from "./agreement.repository.js";
import { tableColumns } from "./agreement-method.input.js";

/*
 * Each holder's positions are strings of bits, one string for each stance and one bit for each subject. What two holders
 * share is then an `and` of two strings: 40,000 pairs over 6,000 subjects take a fifth of a second. Joining the positions
 * with themselves would make 60 million rows.
 */

/** A string of bits by vote, made of those of its stances: what `isVote` says of one position. */
const votes = voteNames.map((vote) => sql`${join(stancesOf[vote].map(bitsOf), " | ")} as ${raw(`"${vote}"`)}`);

/**
 * The table expressions `holder` and `bits`, which has a row of strings for each holder: by stance, by vote, `any`
 * (of the subjects with a position), and `all` strings by stance one after another, which holders of the same stances share.
 */
function bits(args: AgreementMatrixArgs, asOf: string | undefined): Sql {
  const pieces = areInHolderStances(args.where, asOf) ? keptPieces(args) : computedPieces(args, asOf);
  const strings = stanceColumns.map(
    (stance) =>
      sql`coalesce(string_agg(coalesce(piece.${bitsOf(stance)}, ${pieces.zeros})::text, '' order by part."part"), '')::varbit as ${bitsOf(stance)}`,
  );
  return sql`${placedHolders(args.holders, asOf)}, ${pieces.tables}, strings as (
      select holder."id", holder."place", ${join(strings)} from holder
      left join (select distinct piece."part" from piece) part on true
      left join piece on piece."holderId" = holder."id" and piece."part" = part."part"
      group by holder."id", holder."place"
    ), bits as materialized (
      select strings.*, ${join(votes)},
        ${join(stanceColumns.map(bitsOf), " | ")} as "any", ${join(stanceColumns.map(bitsOf), " || ")} as "all" from strings
    )`;
}

/** Pieces of the strings: table expressions of which `piece` is the last, with a row for each holder and part of the subjects. */
interface Pieces {
  tables: Sql;
  /** A piece without any bit. */
  zeros: Sql;
}

/** From the strings that are kept. */
function keptPieces({ where }: AgreementMatrixArgs): Pieces {
  const holders = sql`stances."holderId" in (select holder."id" from holder)`;
  return { tables: sql`piece as materialized (${holderStances(where, holders)})`, zeros: sql`0::bit(512)` };
}

/** From the positions. Numbers are gathered faster than strings: 63 bits are all of a bigint but its sign. */
function computedPieces({ where }: AgreementMatrixArgs, asOf: string | undefined): Pieces {
  const position = raw("position");
  const counted = allOf([
    stands(position, asOf),
    // What is asked of the subject has chosen the subjects already.
    positionMatches(where && { ...where, subject: null }, position, asOf),
  ]);
  const numbers = stanceColumns.map(
    (stance) =>
      sql`coalesce(bit_or(subject."bit") filter (where position."stance" = ${raw(`'${stance}'`)}), 0)::bit(63) as ${bitsOf(stance)}`,
  );
  return {
    zeros: sql`0::bit(63)`,
    tables: sql`subject as materialized (
      select numbered."id", numbered."n" / 63 as "part", 1::bigint << (numbered."n" % 63) as "bit"
      from (select either."id", (row_number() over () - 1)::int as "n" from (${subjectsMatching(where?.subject, asOf, ["id"])}) either) numbered
    ), piece as materialized (
      select position."holderId", subject."part", ${join(numbers)}
      from holder join "Position" position on position."holderId" = holder."id"
      join subject on subject."id" = position."subjectId" where ${counted} group by 1, 2
    )`,
  };
}

/** How often each of some actors agrees with each: its fields read the tables `holder` and `bits`. */
export function agreementMatrix(args: AgreementMatrixArgs, asOf: string | undefined): OneSql {
  return {
    kind: "one",
    scope: comparisonOf(args, asOf),
    rows: (matrix) => ({ with: bits(args, asOf), from: sql`(select) ${matrix}` }),
    refusals: [tooManyHolders],
  };
}

/** A row of cells for each holder. */
export const cellsOf = (comparison: Comparison): ListSql => ({
  kind: "list",
  rows: (row) => ({ from: sql`bits ${row}`, orderBy: sql`${row}."place"` }),
  item: {
    kind: "list",
    rows: (cell, row) => {
      const table = tableColumns.map(
        ({ name, mine, theirs }) =>
          sql`bit_count(${row}.${raw(`"${mine}"`)} & theirs.${raw(`"${theirs}"`)}) as ${raw(`"${name}"`)}`,
      );
      return {
        // Not merged into the query around it (offset 0): each count is then made once, and only those that are used.
        from: sql`(select ${scored(raw("pair"), comparison)} from (
          select theirs."place", bit_count(${row}."any" & theirs."any") as "shared", bit_count(${row}."all" & theirs."all") as "agreed", ${join(table)}
          from bits theirs offset 0) pair) ${cell}`,
        orderBy: sql`${cell}."place"`,
      };
    },
  },
});
