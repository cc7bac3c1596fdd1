import { printSchemaWithDirectives } from "@graphql-tools/utils";
import {
  type GraphQLFieldConfigMap,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  isObjectType,
  lexicographicSortSchema,
} from "graphql";
import type { Context } from "../context.js";
import { declaredBy } from "../graphql/declared-fields.js";
import type { EntityTable } from "../graphql/entity-table.js";
import type { Module } from "../modules/module.js";
import type { CheckContext } from "../operations/check/check-operation.js";
import { wantedOf } from "../operations/check/look-up.js";
import { entitiesOf } from "./entities.js";
import { ownershipOf, sharingOf } from "./ownership.js";
import { projectModule, resolvedBy } from "./project.js";

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@inaccessible"])';

type SubgraphContext = Context & CheckContext;

const Any = new GraphQLScalarType({
  name: "_Any",
  description: "Any JSON: of an entity, as a gateway names it, `__typename` and its key.",
});

/** The definition of a module's subgraph, sorted, as composition reads it. */
export function subgraphSdl(schema: GraphQLSchema, modules: readonly Module[], module: Module): string {
  return sdlOf(projectModule(schema, modules, module, ownershipOf(schema, modules)));
}

/**
 * The live schema of a module's subgraph: its part of the whole schema with `_service` and `_entities`, as the Apollo
 * Federation subgraph specification (version 2) has them. Its context needs `readsRow`.
 */
export function subgraphSchema(schema: GraphQLSchema, modules: readonly Module[], module: Module): GraphQLSchema {
  const owner = ownershipOf(schema, modules);
  const projected = projectModule(schema, modules, module, owner);
  const config = projected.toConfig();
  const root = config.query;
  const tables = new Map(resolvedBy(schema, modules, module, owner).map((table) => [table.name, table]));
  const query = new GraphQLObjectType({
    ...(root?.toConfig() ?? { name: "Query", description: schema.getQueryType()?.description }),
    fields: { ...root?.toConfig().fields, ...federationFields(projected, tables) },
  });
  return new GraphQLSchema({ ...config, query, types: config.types.filter((type) => type !== root) });
}

/** The `readsRow` of a module's context. The fields that the module adds to other modules' entities need only their ids. */
export function readsRowIn(
  schema: GraphQLSchema,
  modules: readonly Module[],
  module: Module,
): NonNullable<Context["readsRow"]> {
  const isShared = sharingOf(schema, modules, ownershipOf(schema, modules));
  const others = modules.filter((other) => other !== module).flatMap(({ entities }) => entities);
  const names = new Set(others.map(({ name }) => name));
  return (type, field) => !names.has(type) || (field !== "id" && isShared(type, field));
}

function sdlOf(projected: GraphQLSchema): string {
  return `${link}\n\n${printSchemaWithDirectives(lexicographicSortSchema(projected))}\n`;
}

function federationFields(
  projected: GraphQLSchema,
  tables: ReadonlyMap<string, EntityTable>,
): GraphQLFieldConfigMap<unknown, SubgraphContext> {
  const sdl = sdlOf(projected);
  const Service = new GraphQLObjectType({
    name: "_Service",
    description: "What a gateway asks of a subgraph about itself.",
    fields: { sdl: { type: new GraphQLNonNull(GraphQLString), description: "The subgraph's definition." } },
  });
  const service = {
    type: new GraphQLNonNull(Service),
    description: "About this subgraph.",
    resolve: () => ({ sdl }),
  };
  const lookUp = {
    type: new GraphQLNonNull(Any),
    description: "What a gateway needs to know before it executes an operation; see src/operations/check/look-up.ts.",
    args: { wanted: { type: new GraphQLNonNull(Any) } },
    resolve: (_root: unknown, { wanted }: { wanted: unknown }, context: SubgraphContext) =>
      context.lookUp(wantedOf(wanted)),
  };
  const types = [...tables.keys()].map((name) => projected.getType(name)).filter(isObjectType);
  if (types.length === 0) return { _service: service, _lookUp: lookUp }; // a union needs a member

  const AnyEntity = new GraphQLUnionType({
    name: "_Entity",
    description: "An entity that this subgraph knows more of than its id.",
    types,
  });
  const entities = {
    type: new GraphQLNonNull(new GraphQLList(AnyEntity)),
    description: "The entities that are named, in their order; null for one that does not exist.",
    args: { representations: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Any))) } },
    extensions: declaredBy(({ representations }) => entitiesOf(tables, representations as [])),
  };
  return { _service: service, _lookUp: lookUp, _entities: entities };
}
