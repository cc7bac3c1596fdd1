import type { FastifyReply, FastifyRequest } from "fastify";
import { parse } from "graphql";
import type { Context } from "../../context.js";
import type { Database } from "../../db/database.js";
import type { TableLines } from "../../execution/table/table-lines.js";
import type { ClientTurns } from "../client-turns.js";
import type { RequestContext } from "../request/context.js";
import type { RowSource } from "./csv-file.js";

interface RowSourceConfig {
  readonly ask: RowSource["ask"];
  readonly tableLines: TableLines | undefined;
  readonly turns: ClientTurns;
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext>;
}

/**
 * Reads the rows of tables. The credential is checked once for all lines. Each page of lines has its own turn, budget of
 * database time and charge.
 */
export function rowSource({ ask, tableLines, turns, contextOf }: RowSourceConfig): RowSource {
  if (!tableLines) return { ask };
  return {
    ask,
    async lines(request, reply, { query, variables }, { columns }) {
      const document = String(query); // of a table's operation
      const context = (await contextOf(request, reply)) as RequestContext & Context; // of a server that has a record
      const operation = { document: parse(document), variables: variables as Record<string, unknown>, columns };
      const read = tableLines(operation, context);
      if (!read) return undefined;
      let after: readonly string[] | undefined;
      return async (size) => {
        const database = renewed(context);
        const page = await turns.answer(context, document, true, () => read(database, after, size));
        await context.account.charge(context, database.request?.spent() ?? 0);
        after = page.last ?? after;
        return page;
      };
    },
  };
}

/** The request's database with a new budget. */
function renewed({ database, knownAt }: Context): Database {
  const fresh = database.request?.renewed() ?? database;
  return knownAt === undefined ? fresh : fresh.asKnownAt(knownAt);
}
