import { type GraphQLSchema, isObjectType } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { requiredRole } from "../auth/requires-role.js";
import { objectTypeNamed } from "../graphql/entity.js";
import type { Module } from "../modules/module.js";

/** Returns the module of a field of a root type or an entity; undefined for a value type, whose fields any module may answer. */
export type Ownership = (type: string, field: string) => string | undefined;

type Claims = Map<string, Set<string>>;

/**
 * Whether the subgraphs of later modules answer a field of an entity, too: a field without arguments that the entity's own
 * module declares, such as a column or a reference. All subgraphs read one database, so gateways need not query another
 * subgraph for each name.
 */
export type Sharing = (type: string, field: string) => boolean;

/** Finds the shared fields. */
export function sharingOf(schema: GraphQLSchema, modules: readonly Module[], owner: Ownership): Sharing {
  const homes = new Map(modules.flatMap(({ name, entities }) => entities.map((table) => [table.name, name])));
  return (typeName, fieldName) => {
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!field || field.args.length > 0 || requiredRole(field)) return false;
    return homes.has(typeName) && owner(typeName, fieldName) === homes.get(typeName);
  };
}

/**
 * Finds each field's module, from TypeGraphQL's metadata of the declaring classes and the registry of modules.
 *
 * @throws an error that names every field of a root type or an entity that no module owns, or more than one
 */
export function ownershipOf(schema: GraphQLSchema, modules: readonly Module[]): Ownership {
  const claims = claimsOf(modules);
  const shared = fieldsThatNeedAnOwner(schema, modules);
  const faults = shared.flatMap((field) => {
    const owners = [...(claims.get(field) ?? [])];
    if (owners.length === 1) return [];
    return [owners.length === 0 ? `${field} has no module` : `${field} has ${owners.length}: ${owners.join(", ")}`];
  });
  if (faults.length > 0) throw new Error(`Each field needs exactly one module to answer it. ${faults.join("; ")}.`);
  return (type, field) => claims.get(`${type}.${field}`)?.values().next().value;
}

function fieldsThatNeedAnOwner(schema: GraphQLSchema, modules: readonly Module[]): string[] {
  const entities = new Set(modules.flatMap((module) => module.entities.map(({ name }) => name)));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => entities.has(type.name) || roots.includes(type))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
}

function claimsOf(modules: readonly Module[]): Claims {
  const { queries, mutations, subscriptions, fieldResolvers } = getMetadataStorage();
  const claims: Claims = new Map();
  const claim = (owners: readonly string[], type: string, field: string): void => {
    const name = `${type}.${field}`;
    claims.set(name, new Set([...(claims.get(name) ?? []), ...owners]));
  };
  const ownersOf = (resolver: unknown): string[] =>
    modules.filter(({ resolvers }) => resolvers.some((registered) => registered === resolver)).map(({ name }) => name);

  for (const { target, schemaName } of queries) claim(ownersOf(target), "Query", schemaName);
  for (const { target, schemaName } of mutations) claim(ownersOf(target), "Mutation", schemaName);
  for (const { target, schemaName } of subscriptions) claim(ownersOf(target), "Subscription", schemaName);
  for (const { target, schemaName, kind, getObjectType } of fieldResolvers) {
    if (kind === "external" && getObjectType) claim(ownersOf(target), getObjectType().name, schemaName);
  }
  // TypeGraphQL lists the fields of resolver classes among a class's own fields. Those have their module from above.
  const added = new Set(claims.keys());
  for (const { name, entities } of modules) {
    for (const { name: type } of entities) {
      const own = declaredFields(objectTypeNamed(type)).filter((field) => !added.has(`${type}.${field}`));
      for (const field of own) claim([name], type, field);
    }
  }
  return claims;
}

/** The fields that a class and the classes that it extends declare, without those added by resolvers. */
function declaredFields(type: unknown): string[] {
  const { objectTypes, interfaceTypes } = getMetadataStorage();
  const declared: string[] = [];
  for (let target = type; typeof target === "function"; target = Object.getPrototypeOf(target)) {
    const own = objectTypes.find((candidate) => candidate.target === target);
    const interfaces = (own?.interfaceClasses ?? []).map((implemented) =>
      interfaceTypes.find((candidate) => candidate.target === implemented),
    );
    for (const metadata of [own, ...interfaces]) {
      declared.push(...(metadata?.fields ?? []).map(({ schemaName }) => schemaName));
    }
  }
  return declared;
}
