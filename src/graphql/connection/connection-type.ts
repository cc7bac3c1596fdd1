import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import type { Later } from "../later.js";
import type { ConnectionSource } from "./connection-source.js";
import { PageInfo } from "./page-info.js";

/** What a connection's class has; made by `connectionType`. */
export interface Connection<T> {
  edges(): Later<{ cursor: string; node: T }[]>;
  nodes(): Later<T[]>;
  pageInfo(): Later<PageInfo>;
  totalCount(): Later<number>;
}

/**
 * The classes of a connection to a type (Relay's Cursor Connections): `<name>Connection` and `<name>Edge`. Each field of
 * the connection reads what it needs when it is asked, so a question for `totalCount` alone reads no rows.
 *
 * @example export const ActorConnection = connectionType(Actor, "Actor", "actors");
 */
export function connectionType<T extends object>(
  nodeType: () => ClassType<T> | object,
  name: string,
  plural: string,
): new (
  source: ConnectionSource<T>,
) => Connection<T> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One of a list of ${plural}, with its cursor.` })
  class Edge {
    @Field(() => String, { description: "Opaque; give it as `after` or `before` to page on from here." })
    cursor: string;

    @Field(nodeType, { description: "The row itself." })
    node: T;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list of ${plural} (Relay's Cursor Connections).`,
  })
  class ConnectionOf implements Connection<T> {
    readonly #source: ConnectionSource<T>;

    constructor(source: ConnectionSource<T>) {
      this.#source = source;
    }

    @Field(() => [Edge], { description: "The page's rows, each with its cursor." })
    edges(): Later<Edge[]> {
      return this.#source
        .page()
        .map(({ rows }) => rows.map(({ node, keys }) => ({ node, cursor: this.#source.cursor(keys) })));
    }

    @Field(() => [nodeType()], { description: "The page's rows." })
    nodes(): Later<T[]> {
      return this.#source.page().map(({ rows }) => rows.map(({ node }) => node));
    }

    @Field(() => PageInfo, { description: "Where the page lies in the list." })
    pageInfo(): Later<PageInfo> {
      return this.#source.pageInfo();
    }

    @Field(() => Int, { description: "How many rows the whole list has; counted only when asked for." })
    totalCount(): Later<number> {
      return this.#source.count();
    }
  }
  return ConnectionOf;
}
