import { Prisma } from "./generated/client.js";

/**
 * A piece of SQL with its bound values, built by the tag `sql` and nested at will: `sql`where ${condition}``.
 * Prisma's own (the package sql-template-tag), so the same piece also runs through `$queryRaw`.
 */
export type Sql = Prisma.Sql;

export const { sql, join, empty, raw } = Prisma;
