import { raw, sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import type { ListName } from "../entities/index.js";
import { entities } from "../entities/index.js";
import type { SluggedList } from "../format/reference.js";

/** The slugs of everything in a list, either all that is not retracted or all that is, in the order of code points. */
export async function slugsIn(
  transaction: Transaction,
  list: SluggedList,
  which: "standing" | "retracted" = "standing",
): Promise<string[]> {
  const table = raw(`"${entities[list].table}"`);
  const rows = await transaction.$queryRaw<{ slug: string }[]>(
    sql`select slug from ${table} where ("retractedAt" is null) = ${which === "standing"} order by slug collate "C"`,
  );
  return rows.map(({ slug }) => slug);
}

/** Pairs of slugs that a self-reference links in the database, except those that begin at one of `except`. */
export type Link = "statements" | "policyActions" | "PART_OF" | "BUILDS_ON" | "SUPERSEDES";

export async function linkedSlugs(transaction: Transaction, link: Link, except: readonly string[]) {
  const from = {
    statements: sql`"Statement" f join "Statement" t on t.id = f."inReplyToId"`,
    policyActions: sql`"PolicyActionReversal" l join "PolicyAction" f on f.id = l."reversingId" join "PolicyAction" t on t.id = l."reversedId"`,
    PART_OF: relations("PART_OF"),
    BUILDS_ON: relations("BUILDS_ON"),
    SUPERSEDES: relations("SUPERSEDES"),
  }[link];
  return transaction.$queryRaw<{ from: string; to: string }[]>(
    sql`select f.slug as "from", t.slug as "to" from ${from} where f.slug <> all(${[...except]}::text[])`,
  );
}

const relations = (kind: string) =>
  sql`"ProposalRelation" l join "Proposal" f on f.id = l."proposalId" join "Proposal" t on t.id = l."relatedId" and l.kind = ${kind}::"ProposalRelationKind"`;

/** How many entities of a list are not retracted. */
export async function countStanding(transaction: Transaction, list: ListName): Promise<number> {
  const [row] = await transaction.$queryRaw<{ count: number }[]>(
    sql`select count(*)::int as count from ${raw(`"${entities[list].table}"`)} where "retractedAt" is null`,
  );
  return row?.count ?? 0;
}
