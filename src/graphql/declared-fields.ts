import { type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import { type ClassType, getMetadataStorage } from "type-graphql";
import { checkRole } from "../auth/check-role.js";
import { requiredRole } from "../auth/requires-role.js";
import type { Context } from "../context.js";
import { argumentsInstance, inputInstance } from "./argument-instances.js";
import { entityTables } from "./entity-table.js";
import { column, type Entities, type FieldSql } from "./field-sql.js";

type Storage = ReturnType<typeof getMetadataStorage>;
type Resolver = Storage["fieldResolvers"][number] | Storage["queries"][number];

/** How the engine learns what a field of the schema is in SQL. */
export interface Declaration {
  /**
   * @param args as graphql-js reads them
   * @param scope what the object around the field gives its fields as their `@Root()`; of a subscription, the event
   * @returns null where the field is null
   * @throws {GraphQLError} for arguments that are refused, and where the client lacks the role
   */
  declare(args: Record<string, unknown>, context: Context, scope: unknown): FieldSql | Entities | null;
  /** Whether the SQL depends on nothing but the arguments. */
  readonly isStatic: boolean;
}

const methods = new WeakSet<object>();

/** The resolver method returns what its field is in SQL. */
export function Declared(): MethodDecorator {
  return (_target, _key, descriptor: PropertyDescriptor) => {
    methods.add(descriptor.value);
  };
}

const extension = "sql";

/** What a field of the built schema is in SQL; undefined for one that nothing is declared of. */
export function declarationOf({ extensions }: GraphQLField<unknown, unknown>): Declaration | undefined {
  return extensions[extension] as Declaration | undefined;
}

/** Finds the declarations of all fields among TypeGraphQL's classes, and keeps each with its field of the schema. */
export function declareFields(schema: GraphQLSchema): void {
  const { fieldResolvers, queries, subscriptions, objectTypes } = getMetadataStorage();
  for (const query of queries) bind(schema.getQueryType()?.name, query);
  for (const one of subscriptions) bind(schema.getSubscriptionType()?.name, one);
  for (const field of fieldResolvers) {
    const type = field.kind === "external" ? field.getObjectType?.() : undefined;
    bind(objectTypes.find(({ target }) => target === type)?.name, field);
  }
  for (const { name, target } of objectTypes) {
    const prefix = entityTables.find((table) => table.name === name)?.prefix ?? (target as { prefix?: string }).prefix;
    if (prefix === undefined) continue;
    keep(fieldOf(name, "id"), always({ kind: "globalId", prefix, uuid: column("id") }));
    // The database takes nothing but a slug there.
    const slug = fieldOf(name, "slug");
    if (slug && !declarationOf(slug)) keep(slug, always({ kind: "value", value: column("slug"), isPlain: true }));
  }

  function bind(typeName: string | undefined, resolver: Resolver): void {
    const field = fieldOf(typeName, resolver.schemaName);
    if (!field) return;
    const declaration = declarationBy(resolver, field);
    if (declaration) keep(field, declaration);
  }

  function fieldOf(typeName = "", name: string): GraphQLField<unknown, unknown> | undefined {
    const type = schema.getType(typeName);
    return isObjectType(type) ? type.getFields()[name] : undefined;
  }
}

function keep(field: GraphQLField<unknown, unknown> | undefined, declaration: Declaration): void {
  if (field) field.extensions = { ...field.extensions, [extension]: declaration };
}

/** The extensions of a field that is declared without TypeGraphQL. */
export const declaredBy = (
  declare: Declaration["declare"],
  isStatic = false,
): { readonly [extension]: Declaration } => ({
  [extension]: { declare, isStatic },
});

const always = (sql: FieldSql): Declaration => ({ declare: () => sql, isStatic: true });

function declarationBy(resolver: Resolver, field: GraphQLField<unknown, unknown>): Declaration | undefined {
  const parameters = (resolver.params ?? []).toSorted((a, b) => a.index - b.index);
  const instance = new (
    resolver.target as ClassType<Record<string, (...values: unknown[]) => FieldSql | Entities | null>>
  )();
  const method = instance[resolver.methodName];
  if (!method || !methods.has(method)) return undefined;
  const role = requiredRole(field);

  return {
    declare(args, context, scope) {
      if (role) checkRole({ context }, [role]);
      const values = parameters.map((parameter) => {
        if (parameter.kind === "root") return scope;
        if (parameter.kind === "context") return context;
        if (parameter.kind !== "args" && parameter.kind !== "arg")
          throw new Error(`${resolver.methodName} declares SQL, and takes a parameter of the kind "${parameter.kind}"`);
        const type = parameter.getType();
        return parameter.kind === "args"
          ? argumentsInstance(type as ClassType<object>, args)
          : inputInstance(type, args[parameter.name]);
      });
      return method.apply(instance, values);
    },
    isStatic: !role && parameters.every(({ kind }) => kind === "args" || kind === "arg"),
  };
}
