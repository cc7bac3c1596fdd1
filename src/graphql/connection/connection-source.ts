import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../../context.js";
import { countRows, type Listed, type ListQuery, type Page, readLists, readPage, type Window } from "../../db/page.js";
import { Later } from "../later.js";
import { Loader } from "../loader.js";
import { oncePerRequest } from "../per-request.js";
import { type ConnectionArgs, windowOf } from "./connection-args.js";
import type { Connection } from "./connection-type.js";
import { encodeCursor } from "./cursor.js";
import type { PageInfo } from "./page-info.js";

/** Where a connection's rows come from. */
export interface ConnectionSource<T> {
  page(): Later<Page<T>>;
  pageInfo(): Later<PageInfo>;
  count(): Later<number>;
  cursor(keys: readonly string[]): string;
}

interface ConnectionRequest {
  context: Context;
  info: GraphQLResolveInfo;
  args: ConnectionArgs;
  /** What a nested field's list is kept by; the field's node, unless the list differs by more than its parent and arguments. */
  key?: object;
}

type Part = "page" | "count";

/** One list field of an operation: its query, and its pages and counts for all parents that the field has. */
class ListField<T> {
  readonly window: Window;
  /** By part and parent. */
  readonly #lists: Loader<string, Listed<T>>;

  constructor(
    readonly query: ListQuery<T>,
    private readonly request: ConnectionRequest,
  ) {
    this.window = windowOf(request.args, query.sort);
    this.#lists = new Loader((keys) => this.#read(keys));
  }

  /** A part of a parent's list: read together with all that is asked for in the same turn. */
  list(part: Part, parent: string): Later<Listed<T>> {
    return this.#lists.load(`${part} ${parent}`);
  }

  async #read(keys: readonly string[]): Promise<Listed<T>[]> {
    const { database } = this.request.context;
    const wanted = keys.map((key) => key.split(" ") as [Part, string]); // as `list` joined them
    const wants = (part: Part): boolean => wanted.some(([one]) => one === part);
    const parents = [...new Set(wanted.map(([, parent]) => parent))];
    const parts = { window: wants("page") ? this.window : undefined, counted: wants("count") };
    const lists = await readLists(database, this.query, parts, parents);
    const byParent = new Map(parents.map((parent, index) => [parent, lists[index] as Listed<T>])); // as many as parents
    return wanted.map(([, parent]) => byParent.get(parent) as Listed<T>); // each is a parent
  }

  source(page: () => Later<Page<T>>, count: () => Later<number>): ConnectionSource<T> {
    const cursor = (keys: readonly string[]): string => encodeCursor(this.query.sort, keys);
    const pageInfo = ({ rows, more }: Page<T>): PageInfo => {
      const [first, last] = [rows.at(0), rows.at(-1)];
      const { backward, after, before } = this.window;
      return {
        hasNextPage: backward ? before !== undefined : more,
        hasPreviousPage: backward ? more : after !== undefined,
        startCursor: first ? cursor(first.keys) : null,
        endCursor: last ? cursor(last.keys) : null,
      };
    };
    return { page, pageInfo: () => page().map(pageInfo), count, cursor };
  }
}

/** The connection of a field that has no parent. `query` is read only as far as the connection's fields are asked. */
export function connect<T>(
  type: new (source: ConnectionSource<T>) => Connection<T>,
  request: ConnectionRequest,
  query: ListQuery<T>,
): Connection<T> {
  const { database } = request.context;
  const field = new ListField(query, request);
  let page: Later<Page<T>> | undefined;
  return new type(
    field.source(
      () => {
        page ??= Later.from(readPage(database, query, field.window));
        return page;
      },
      () => Later.from(countRows(database, query)),
    ),
  );
}

/**
 * The connection of a nested field for one of its parents. All parents of the field share one statement for their pages
 * and counts; `query` is made once and names the parent's id `parent."id"`.
 */
export function connectNested<T>(
  type: new (source: ConnectionSource<T>) => Connection<T>,
  request: ConnectionRequest,
  parent: string,
  query: () => ListQuery<T>,
): Connection<T> {
  const { context, info, key = info.fieldNodes[0] } = request;
  const field = oncePerRequest(context, key, () => new ListField(query(), request));
  return new type(
    field.source(
      () => field.list("page", parent).map(({ page }) => page),
      () => field.list("count", parent).map(({ count }) => count),
    ),
  );
}
