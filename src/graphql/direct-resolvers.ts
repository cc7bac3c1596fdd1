import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import { type ClassType, getMetadataStorage } from "type-graphql";
import { argumentsInstance, inputInstance } from "./argument-instances.js";

type Storage = ReturnType<typeof getMetadataStorage>;
type Resolver = Storage["fieldResolvers"][number] | Storage["queries"][number];
type Parameter = NonNullable<Resolver["params"]>[number];

/**
 * Lets queries and resolvers of fields be called directly, where TypeGraphQL would order their parameters, make and check
 * their arguments and wait for a promise of them, for each parent anew. Arguments are made once for the object that holds
 * them, which our executor makes once for a field. What needs a role or has a middleware stays with TypeGraphQL.
 */
export function resolveDirectly(schema: GraphQLSchema): void {
  const { fieldResolvers, queries, objectTypes } = getMetadataStorage();
  for (const query of queries) replace(schema.getQueryType()?.name, query);
  for (const field of fieldResolvers) {
    const type = field.kind === "external" ? field.getObjectType?.() : undefined;
    replace(objectTypes.find(({ target }) => target === type)?.name, field);
  }

  function replace(typeName: string | undefined, resolver: Resolver): void {
    const type = typeName === undefined ? undefined : schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[resolver.schemaName] : undefined;
    if (!field?.resolve || resolver.roles || (resolver.middlewares?.length ?? 0) > 0) return;
    field.resolve = direct(resolver, field.resolve) ?? field.resolve;
  }
}

/** Undefined for a resolver with a parameter of another kind than ours have. */
function direct(resolver: Resolver, byTypeGraphql: GraphQLFieldResolver<unknown, object>) {
  const parameters = (resolver.params ?? []).toSorted((a, b) => a.index - b.index);
  if (!parameters.every(isPlain)) return undefined;
  const instance = new (resolver.target as ClassType<Record<string, (...values: unknown[]) => unknown>>)();
  const method = instance[resolver.methodName];
  if (!method) return undefined;
  const rootType = parameters.find((parameter) => parameter.kind === "root")?.getType?.();
  const made = new WeakMap<object, readonly unknown[]>();

  const resolve: GraphQLFieldResolver<unknown, object> = (root, args, context, info) => {
    // TypeGraphQL makes an instance of what is none.
    if (typeof rootType === "function" && !(root instanceof rootType)) return byTypeGraphql(root, args, context, info);
    let values = made.get(args);
    if (!values) {
      values = parameters.map((parameter) => argument(parameter, args));
      made.set(args, values);
    }
    const given = parameters.map(({ kind }, index) => {
      if (kind === "root") return root;
      if (kind === "context") return context;
      return kind === "info" ? info : values?.[index];
    });
    return method.apply(instance, given);
  };
  return resolve;
}

function isPlain(parameter: Parameter): boolean {
  if (parameter.kind === "root" || parameter.kind === "context") return parameter.propertyName === undefined;
  return parameter.kind === "info" || parameter.kind === "args" || parameter.kind === "arg";
}

function argument(parameter: Parameter, args: Record<string, unknown>): unknown {
  if (parameter.kind === "args") return argumentsInstance(parameter.getType() as ClassType<object>, args);
  return parameter.kind === "arg" ? inputInstance(parameter.getType(), args[parameter.name]) : undefined;
}
