import type { ClassType } from "type-graphql";
import type { EntityTable } from "../graphql/entity-table.js";

/** What a module registers: everything that one schema, or one subgraph, is made of. */
export interface Module {
  /** The folder's name, and the subgraph's. */
  name: string;
  /** The object types, interfaces and unions that the module owns. */
  types: readonly (ClassType | object)[];
  /** The resolver classes whose fields the module owns, on its own types or on those of earlier modules. */
  resolvers: readonly ClassType[];
  /** How each of its entities is read. */
  entities: readonly EntityTable[];
}
