import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  type GraphQLFieldConfigMap,
  type GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from "graphql";
import type { Module } from "../modules/module.js";
import type { Ownership } from "./ownership.js";

type Directives = Record<string, object | object[]>;

/**
 * The part of the whole schema that one module answers, as a live schema: the whole schema's own resolvers, types and
 * extensions. It has the root fields and the fields of entities that the module owns, every entity that these lead to
 * (a stub of its id where the module adds nothing to it), and what they need besides. Entities carry `@key`, value types
 * `@shareable`, in `extensions.directives`.
 */
export function projectModule(
  schema: GraphQLSchema,
  modules: readonly Module[],
  module: Module,
  owner: Ownership,
): GraphQLSchema {
  const entities = new Set(modules.flatMap(({ entities }) => entities.map(({ name }) => name)));
  const own = new Set(module.entities.map(({ name }) => name));
  const mine = (type: string, field: string): boolean => owner(type, field) === module.name;

  const projected = mapSchema(schema, {
    [MapperKind.ROOT_OBJECT]: (type) => withFields(type, (field) => mine(type.name, field)),
    [MapperKind.OBJECT_TYPE]: (type) => {
      if (!entities.has(type.name)) return withDirectives(type, { shareable: {} });
      const part = withFields(type, (field) => field === "id" || mine(type.name, field));
      return withDirectives(part, { key: keysOf(part, own.has(type.name)) });
    },
  });
  const added = [...entities].filter((name) => {
    const type = projected.getType(name);
    return own.has(name) || (isObjectType(type) && Object.keys(type.getFields()).length > 1);
  });
  return withTypes(projected, reachable(projected, added));
}

function withFields(type: GraphQLObjectType, keep: (field: string) => boolean): GraphQLObjectType {
  const config = type.toConfig();
  const fields: GraphQLFieldConfigMap<unknown, unknown> = Object.fromEntries(
    Object.entries(config.fields).filter(([field]) => keep(field)),
  );
  return new GraphQLObjectType({ ...config, fields });
}

function withDirectives(type: GraphQLObjectType, directives: Directives): GraphQLObjectType {
  const config = type.toConfig();
  return new GraphQLObjectType({ ...config, extensions: { ...config.extensions, directives } });
}

/** A subgraph that adds nothing to an entity cannot resolve it, and says so, that no gateway tries. */
function keysOf(type: GraphQLObjectType, owned: boolean): object[] {
  const fields = Object.keys(type.getFields());
  if (owned) return fields.includes("slug") ? [{ fields: "id" }, { fields: "slug" }] : [{ fields: "id" }];
  return fields.length > 1 ? [{ fields: "id" }] : [{ fields: "id", resolvable: false }];
}

/** The names of all types that the root types and some entities lead to. */
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
    // Whoever returns an interface may return any type of it; whoever only implements it leads to no other.
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
