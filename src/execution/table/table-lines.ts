import { type DocumentNode, type GraphQLSchema, getOperationAST, getVariableValues, Kind } from "graphql";
import type { Context } from "../../context.js";
import { empty, join, raw, type Sql, sql } from "../../db/sql.js";
import { windowOf } from "../../graphql/connection/connection-args.js";
import { declarationOf } from "../../graphql/declared-fields.js";
import type { ConnectionSql } from "../../graphql/field-sql.js";
import { Moment } from "../../graphql/scalars/moment.js";
import { globalId } from "../../record/global-id.js";
import { pageRows } from "../connection.js";
import { fillMarks } from "../marks.js";
import { Plan, type PlannedField } from "../plan.js";
import { Renderer } from "../render.js";
import { lineOf } from "./csv-cell.js";
import { FlatRow } from "./flat-row.js";

/** A column of a table: the keys in a row's JSON that lead to its value. */
export interface LineColumn {
  readonly path: readonly string[];
}

/** A table: the nodes of a connection that is the only root field of an operation. */
export interface TableRequest {
  readonly document: DocumentNode;
  /** Checked before. They contain the cursor after which the lines begin. */
  readonly variables: Record<string, unknown>;
  readonly columns: readonly LineColumn[];
}

/** Some lines of a table. */
export interface LinesPage {
  /** CSV (RFC 4180), each line with its line break. */
  readonly text: string;
  readonly rows: number;
  /** The keys of the last row, after which the next page begins; null on the last page. */
  readonly last: readonly string[] | null;
}

/**
 * Reads a page of lines.
 *
 * @param after the keys of the row before; undefined for the first page
 */
export type ReadLines = (
  database: Context["database"],
  after: readonly string[] | undefined,
  size: number,
) => Promise<LinesPage>;

/** Prepares to read a table as lines of CSV; undefined if a field is not a column of a row, such as a list. */
export type TableLines = (request: TableRequest, context: Context) => ReadLines | undefined;

/**
 * Makes the function that reads tables as lines of CSV, which Postgres writes: one query for each page, with joins for
 * references. Rejected: rows as JSON that Node converts to CSV. They cost more in Postgres, and nine times as much in Node.
 */
export function tableLinesOf(schema: GraphQLSchema): TableLines {
  return ({ document, variables, columns }, context) => {
    const operation = getOperationAST(document);
    const rootType = schema.getQueryType();
    if (!operation || !rootType) return undefined;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (!coerced) return undefined;
    const all = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    const fragments = Object.fromEntries(all.map((fragment) => [fragment.name.value, fragment]));
    const plan = new Plan(schema, operation, fragments, rootType, coerced);
    const renderer = new Renderer(plan, coerced, context);
    const [root] = plan.root;
    const declared = root && connectionOf(renderer, root);
    const nodes = declared && nodesOf(renderer, root);
    if (!declared || !nodes || nodes.output.kind !== "list") return undefined;

    const row = new FlatRow(renderer);
    const page = { alias: raw("page"), depth: 1, scope: declared.scope };
    const { node = { kind: "sameRow" } } = declared;
    if (!row.item(nodes, nodes.output.of, node, page, [])) return undefined;
    const line = lineOf(columns.map(({ path }) => row.at(path)));
    const window = windowOf(declared.args, declared.list.sort);
    return async (database, after = window.after, size) => {
      const query = linesQuery(declared, row.joins, line, after, size);
      const [lines] = await database.query<{ text: string | null; rows: number; last: string[] }>(query);
      const rows = lines?.rows ?? 0;
      return { text: withIds(lines?.text ?? ""), rows, last: lines && rows === size ? lines.last : null };
    };
  };
}

function connectionOf(renderer: Renderer, root: PlannedField): ConnectionSql | undefined {
  const argumentValues = renderer.argumentsOf(root);
  if (argumentValues.knownAt instanceof Moment) return undefined; // it needs a database at another moment
  const declaration = root.definition && declarationOf(root.definition);
  const made = declaration?.declare(argumentValues, renderer.context, undefined);
  return made?.kind === "connection" && made.when === undefined ? made : undefined;
}

function nodesOf({ plan, variables }: Renderer, root: PlannedField): PlannedField | undefined {
  if (root.output.kind !== "object") return undefined;
  return plan.selection(root, root.output.type, variables).find(({ name }) => name === "nodes");
}

function linesQuery(
  { list, args }: ConnectionSql,
  joins: readonly Sql[],
  line: Sql,
  after: readonly string[] | undefined,
  size: number,
): Sql {
  const window = { ...windowOf({ ...args, after: undefined }, list.sort), after, limit: size };
  const names = list.sort.keys.map((_, index) => raw(`"key${index}"`));
  const keys = join(names.map((name) => sql`page.${name}`));
  // Only a full page needs its last row. Rejected: the page as a table expression, which would copy all of its columns.
  const last = names.map((name) => sql`max(lined.${name}) filter (where lined."n" = ${raw(String(size))})`);
  return sql`select count(*)::int as "rows", string_agg(lined."line", '' order by lined."n") as "text", array[${join(last)}] as "last"
    from (
      select page."n", ${keys}, ${line} as "line"
      from (select listed.*, row_number() over () as "n" from (${pageRows(list, window)}) listed) page
      ${joins.length > 0 ? join(joins, " ") : empty}) lined`;
}

function withIds(text: string): string {
  return fillMarks(text, (_kind, content) => {
    const space = content.indexOf(" ");
    return globalId(content.slice(0, space), content.slice(space + 1));
  });
}
