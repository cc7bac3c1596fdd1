import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import { PageInfo } from "./page-info.js";

/**
 * The classes of a connection to a type (Relay's Cursor Connections): `<name>Connection` and `<name>Edge`. What
 * their fields are in SQL, src/execution/connection.ts knows.
 *
 * @example export const ActorConnection = connectionType(Actor, "Actor", "actors");
 */
export function connectionType(nodeType: () => ClassType | object, name: string, plural: string): ClassType<object> {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `An edge of a connection to ${plural}: a node and its cursor.`,
  })
  class Edge {
    @Field(() => String, {
      description: "The opaque cursor of this edge. Pass it as `after` or `before` to continue from here.",
    })
    cursor: string;

    @Field(nodeType, { description: "The node of this edge." })
    node: object;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list of ${plural} (Relay's Cursor Connections).`,
  })
  class ConnectionOf {
    @Field(() => [Edge], { description: "The edges of this page: the nodes with their cursors." })
    edges: Edge[];

    @Field(() => [nodeType()], { description: "The nodes of this page, without cursors." })
    nodes: object[];

    @Field(() => PageInfo, { description: "The position of this page in the list." })
    pageInfo: PageInfo;

    @Field(() => Int, {
      description:
        "The number of nodes in the entire list, not only on this page. Counted only if this field is selected.",
    })
    totalCount: number;
  }
  return ConnectionOf;
}
