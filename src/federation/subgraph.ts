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
import type { EntityTable } from "../db/entity-table.js";
import { declaredBy } from "../graphql/declared-fields.js";
import type { Module } from "../modules/module.js";
import type { CheckContext } from "../operations/check-operation.js";
import { wantedOf } from "../operations/look-up.js";
import { entitiesOf, keysOf } from "./entities.js";
import { ownershipOf } from "./ownership.js";
import { projectModule } from "./project.js";

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])';

type SubgraphContext = Context & CheckContext;

const Any = new GraphQLScalarType({
  name: "_Any",
  description: "Any JSON: of an entity, as a gateway names it, `__typename` and the fields of one of its keys.",
});

/** The definition of a module's subgraph, sorted, as composition reads it. */
export function subgraphSdl(schema: GraphQLSchema, modules: readonly Module[], module: Module): string {
  return sdlOf(projectModule(schema, modules, module, ownershipOf(schema, modules)));
}

/**
 * The live schema of a module's subgraph: its part of the whole schema with `_service` and `_entities`, as the Apollo
 * Federation subgraph specification (version 2) has them. Its context needs the module's own tables as `owned`.
 */
export function subgraphSchema(schema: GraphQLSchema, modules: readonly Module[], module: Module): GraphQLSchema {
  const projected = projectModule(schema, modules, module, ownershipOf(schema, modules));
  const config = projected.toConfig();
  const root = config.query;
  const tables = resolvableTables(projected, modules);
  const query = new GraphQLObjectType({
    ...(root?.toConfig() ?? { name: "Query", description: schema.getQueryType()?.description }),
    fields: { ...root?.toConfig().fields, ...federationFields(projected, tables) },
  });
  return new GraphQLSchema({ ...config, query, types: config.types.filter((type) => type !== root) });
}

function sdlOf(projected: GraphQLSchema): string {
  return `${link}\n\n${printSchemaWithDirectives(lexicographicSortSchema(projected))}\n`;
}

/** The tables of the entities to which the subgraph adds more than their id, by their types' names. */
function resolvableTables(projected: GraphQLSchema, modules: readonly Module[]): Map<string, EntityTable> {
  const tables = modules.flatMap(({ entities }) => entities);
  const resolved = tables.filter(({ name }) => {
    const type = projected.getType(name);
    return isObjectType(type) && Object.keys(type.getFields()).length > 1;
  });
  return new Map(resolved.map((table) => [table.name, table]));
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
    description: "What a gateway needs to know before it executes an operation; see src/operations/look-up.ts.",
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
    resolveType: (value) => [...tables.values()].find(({ type }) => value instanceof type)?.name,
  });
  const entities = {
    type: new GraphQLNonNull(new GraphQLList(AnyEntity)),
    description: "The entities that are named, in their order; null for one that does not exist.",
    args: { representations: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Any))) } },
    extensions: declaredBy(({ representations }) => keysOf(tables, representations as [])),
    resolve: (_root: unknown, { representations }: { representations: [] }, context: SubgraphContext) =>
      entitiesOf(tables, representations, context),
  };
  return { _service: service, _lookUp: lookUp, _entities: entities };
}
