import type { Client, RequestOptions } from "./client.js";
import type { Document } from "./document.js";

/** A Relay connection, as an operation selects it. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** The nodes of all pages, and the pages themselves. */
export interface Pages<Node> extends AsyncIterable<Node> {
  pages(): AsyncIterable<Connection<Node>>;
}

/**
 * Reads a connection page by page. The operation must have a variable `$after` for the connection, and select its `nodes`
 * and `pageInfo { hasNextPage endCursor }`. The next page is requested when the one before has been read.
 *
 * @param pick returns the connection in a result
 */
export function paginate<Result, Variables extends object, Node>(
  client: Client,
  document: Document<Result, Variables>,
  variables: Omit<Variables, "after">,
  pick: (result: Result) => Connection<Node> | null | undefined,
  options: RequestOptions = {},
): Pages<Node> {
  async function* pages(): AsyncGenerator<Connection<Node>> {
    let after: string | null | undefined = null;
    do {
      const result: Result = await client.request<Result, Record<string, unknown>>(
        document.toString(),
        { ...variables, after },
        options,
      );
      const page = pick(result);
      if (!page) return;
      yield page;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    } while (after != null);
  }
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* page.nodes;
    },
  };
}
