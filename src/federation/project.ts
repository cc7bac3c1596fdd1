import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLID,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from "graphql";
import { declaredBy } from "../graphql/declared-fields.js";
import { entityKeyField } from "../graphql/entity-key.js";
import type { EntityTable } from "../graphql/entity-table.js";
import { column } from "../graphql/field-sql.js";
import type { Module } from "../modules/module.js";
import { type Ownership, sharingOf } from "./ownership.js";

type Directives = Record<string, object | object[]>;

/**
 * The part of the whole schema that one module answers, as an executable schema with the resolvers, types and extensions of
 * the whole one. It has the module's own root fields and fields of entities, every entity that these return, and other types
 * that they need. An entity of an earlier module has its shared fields (see Sharing), an entity of a later one its id.
 * Entities have `@key`, value types and shared fields `@shareable`, in `extensions.directives`.
 *
 * The key is a field that clients do not see. It contains the moment at which the entity is read, so that every gateway
 * forwards a field's `knownAt`. Rejected: `id` as the key, which an alias of a client can replace (`{ topics { id: slug } }`).
 */
export function projectModule(
  schema: GraphQLSchema,
  modules: readonly Module[],
  module: Module,
  owner: Ownership,
): GraphQLSchema {
  const entities = new Map(modules.flatMap(({ entities }) => entities.map((table) => [table.name, table])));
  const resolved = new Set(resolvedBy(schema, modules, module, owner).map(({ name }) => name));
  const isShared = sharingOf(schema, modules, owner);
  // A module knows the fields of earlier modules, and the ids of all entities.
  const known = new Set(modules.slice(0, modules.indexOf(module) + 1).flatMap((one) => one.entities));
  const mine = (type: string, field: string): boolean => owner(type, field) === module.name;

  const projected = mapSchema(schema, {
    [MapperKind.ROOT_OBJECT]: (type) => withFields(type, (field) => mine(type.name, field)),
    [MapperKind.OBJECT_TYPE]: (type) => {
      const table = entities.get(type.name);
      if (!table) return withDirectives(type, { shareable: {} });
      const isIn = (field: string) => field === "id" || (known.has(table) && isShared(type.name, field));
      const part = withFields(type, (field) => isIn(field) || mine(type.name, field));
      const shared = withShared(part, (field) => isShared(type.name, field));
      return withKey(shared, table.prefix, resolved.has(type.name));
    },
  });
  return withTypes(projected, reachable(projected, [...resolved]));
}

function withFields(type: GraphQLObjectType, keep: (field: string) => boolean): GraphQLObjectType {
  const config = type.toConfig();
  const fields: GraphQLFieldConfigMap<unknown, unknown> = Object.fromEntries(
    Object.entries(config.fields).filter(([field]) => keep(field)),
  );
  // A part of an entity implements an interface only if it has the interface's fields.
  const interfaces = config.interfaces.filter((each) =>
    Object.keys(each.getFields()).every((field) => field in fields),
  );
  return new GraphQLObjectType({ ...config, fields, interfaces });
}

function withDirectives(type: GraphQLObjectType, directives: Directives): GraphQLObjectType {
  const config = type.toConfig();
  return new GraphQLObjectType({ ...config, extensions: { ...config.extensions, directives } });
}

/** The tables of the entities that a module's subgraph resolves by their keys: its own, and those that it adds a field to. */
export function resolvedBy(
  schema: GraphQLSchema,
  modules: readonly Module[],
  module: Module,
  owner: Ownership,
): EntityTable[] {
  const tables = modules.flatMap(({ entities }) => entities);
  return tables.filter((table) => {
    const type = schema.getType(table.name);
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
    return module.entities.includes(table) || fields.some((field) => owner(table.name, field) === module.name);
  });
}

function withShared(type: GraphQLObjectType, isShared: (field: string) => boolean): GraphQLObjectType {
  const config = type.toConfig();
  const shared = Object.entries(config.fields).map(([name, field]) => {
    const extensions = { ...field.extensions, directives: { shareable: {} } };
    return [name, isShared(name) ? { ...field, extensions } : field];
  });
  return new GraphQLObjectType({ ...config, fields: Object.fromEntries(shared) });
}

/** Marks entities that a subgraph cannot resolve, since it adds no field to them, so that gateways do not try. */
function withKey(type: GraphQLObjectType, prefix: string, resolvable: boolean): GraphQLObjectType {
  const config = type.toConfig();
  const fields = { ...config.fields, [entityKeyField]: keyField(prefix) };
  const key = { fields: entityKeyField, ...(!resolvable && { resolvable }) };
  return withDirectives(new GraphQLObjectType({ ...config, fields }), { key: [key] });
}

function keyField(prefix: string): GraphQLFieldConfig<unknown, unknown> {
  const sql = { kind: "globalId", prefix, uuid: column("id"), withMoment: true } as const;
  return {
    type: new GraphQLNonNull(GraphQLID),
    description: "How gateways name this entity to subgraphs: by its id and the moment at which it is known.",
    extensions: { ...declaredBy(() => sql, true), directives: { inaccessible: {} } },
  };
}

/** The names of all types that the root types and some entities refer to. */
function reachable(schema: GraphQLSchema, entities: readonly string[]): Set<string> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const waiting: GraphQLNamedType[] = [...roots, ...entities.map((name) => schema.getType(name))]
    .filter((type) => type != null)
    .filter((type) => !isObjectType(type) || Object.keys(type.getFields()).length > 0);
  const found = new Set<string>();
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (found.has(type.name)) continue;
    found.add(type.name);
    waiting.push(...leadsTo(schema, type));
  }
  return found;
}

function leadsTo(schema: GraphQLSchema, type: GraphQLNamedType): GraphQLNamedType[] {
  if (isUnionType(type)) return [...type.getTypes()];
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => getNamedType(field.type));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields()).flatMap((field): GraphQLNamedType[] => {
    const named = getNamedType(field.type);
    const args = field.args.map((arg) => getNamedType(arg.type));
    // A field of an interface can return any of its types; a type that only implements the interface refers to no other.
    return isInterfaceType(named) ? [named, ...schema.getPossibleTypes(named), ...args] : [named, ...args];
  });
  return [...type.getInterfaces(), ...fields];
}

function withTypes(schema: GraphQLSchema, names: ReadonlySet<string>): GraphQLSchema {
  const config = schema.toConfig();
  const kept = <T extends GraphQLNamedType>(type: T | null | undefined): T | undefined =>
    type && names.has(type.name) ? type : undefined;
  return new GraphQLSchema({
    ...config,
    query: kept(config.query),
    mutation: kept(config.mutation),
    subscription: kept(config.subscription),
    types: config.types.filter((type) => names.has(type.name)),
  });
}
