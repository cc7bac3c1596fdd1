import { type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import { getMetadataStorage } from "type-graphql";

/** One parameter of a resolver that arguments are passed to. */
export type ArgumentParameter =
  | { readonly kind: "class"; readonly type: new () => object }
  | { readonly kind: "single"; readonly name: string; readonly type: unknown };

type Storage = ReturnType<typeof getMetadataStorage>;
type Resolver = Storage["fieldResolvers"][number] | Storage["queries"][number];

const extension = "argumentParameters";

/**
 * Notes on each field of a schema how its resolver takes arguments, so that a field's arguments can be checked apart from
 * its execution: in a subgraph's part of the schema too, and at the gateway. Arguments of mutations that report what is
 * wrong in their payload (they have a `validateFn`) are left out.
 *
 * @param resolvers the resolver classes that the schema was built from
 */
export function noteArguments(schema: GraphQLSchema, resolvers: readonly unknown[]): void {
  const { fieldResolvers, queries, mutations, subscriptions, objectTypes } = getMetadataStorage();
  const note = (typeName: string | undefined, { schemaName, params, target }: Resolver): void => {
    const type = schema.getType(typeName ?? "");
    const field = isObjectType(type) && resolvers.includes(target) ? type.getFields()[schemaName] : undefined;
    const parameters = (params ?? []).flatMap((parameter): ArgumentParameter[] => {
      if (parameter.kind === "args") return [{ kind: "class", type: parameter.getType() as new () => object }];
      if (parameter.kind !== "arg" || parameter.validateFn) return [];
      return [{ kind: "single", name: parameter.name, type: parameter.getType() }];
    });
    if (field && parameters.length > 0) field.extensions = { ...field.extensions, [extension]: parameters };
  };
  for (const query of queries) note(schema.getQueryType()?.name, query);
  for (const mutation of mutations) note(schema.getMutationType()?.name, mutation);
  for (const subscription of subscriptions) note(schema.getSubscriptionType()?.name, subscription);
  for (const field of fieldResolvers) {
    const type = field.kind === "external" ? field.getObjectType?.() : undefined;
    note(objectTypes.find(({ target }) => target === type)?.name, field);
  }
}

/** How a field's resolver takes arguments, as `noteArguments` noted it. */
export function argumentParameters({ extensions }: Pick<GraphQLField<unknown, unknown>, "extensions">) {
  return (extensions[extension] ?? []) as readonly ArgumentParameter[]; // nothing else writes there
}
