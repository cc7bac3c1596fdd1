import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import { PageInfo } from "./page-info.js";

/**
 * The classes of a connection to a type (Relay's Cursor Connections): `<name>Connection` and `<name>Edge`. What
 * their fields are in SQL, src/execution/connection.ts knows.
 *
 * @example export const ActorConnection = connectionType(Actor, "Actor", "actors");
 */
export function connectionType(nodeType: () => ClassType | object, name: string, plural: string): ClassType<object> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One of a list of ${plural}, with its cursor.` })
  class Edge {
    @Field(() => String, { description: "Opaque; give it as `after` or `before` to page on from here." })
    cursor: string;

    @Field(nodeType, { description: "The row itself." })
    node: object;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list of ${plural} (Relay's Cursor Connections).`,
  })
  class ConnectionOf {
    @Field(() => [Edge], { description: "The page's rows, each with its cursor." })
    edges: Edge[];

    @Field(() => [nodeType()], { description: "The page's rows." })
    nodes: object[];

    @Field(() => PageInfo, { description: "Where the page lies in the list." })
    pageInfo: PageInfo;

    @Field(() => Int, { description: "How many rows the whole list has; counted only when asked for." })
    totalCount: number;
  }
  return ConnectionOf;
}
