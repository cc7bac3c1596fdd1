import { defaultFieldResolver, type GraphQLResolveInfo } from "graphql";
import type { EntityKey } from "../graphql/field-sql.js";
import { type Ask, askingFor, rendererAt } from "./answer.js";
import { completed } from "./complete.js";
import type { Failures } from "./failures.js";
import { beginMark, endMark, fillMarks } from "./marks.js";
import type { PlannedField, Request } from "./plan.js";

/** The entities of a resolved value, by field, and whether the field can be null. */
type Named = Map<PlannedField, { readonly key: EntityKey; readonly nullable: boolean }[]>;

/**
 * Runs a field's resolver, which returns plain values that contain keys of entities. Then one query for each field and type
 * reads the entities.
 */
export function resolving(prepared: Request, field: PlannedField, rootValue: unknown): Ask {
  const { plan, variables } = prepared;
  return async (context, failures) => {
    const request = { ...prepared, context };
    const info = {
      fieldName: field.name,
      fieldNodes: field.nodes,
      returnType: field.output.type,
      parentType: field.parentType,
      path: { prev: undefined, key: field.key, typename: field.parentType.name },
      schema: plan.schema,
      fragments: plan.fragments,
      rootValue,
      operation: plan.operation,
      variableValues: variables,
    } as unknown as GraphQLResolveInfo; // without what graphql-js added for executing in parts
    const args = rendererAt(request, undefined).argumentsOf(field);
    const resolve = field.definition?.resolve ?? defaultFieldResolver;
    const value = await resolve(rootValue, args, context, info);

    const named: Named = new Map();
    const text = completed(request, field, value, failures, (one, key, nullable) => {
      const entities = named.get(one) ?? [];
      named.set(one, entities);
      return `${beginMark("p")}${one.index} ${entities.push({ key, nullable }) - 1}${endMark}`;
    });
    const texts = await textsOf(request, named, failures);
    return fillMarks(text, (_kind, content) => texts.get(content) ?? "null");
  };
}

/** The JSON of entities, by the content of their marks. */
async function textsOf(request: Request, named: Named, failures: Failures): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const read = [...named].map(async ([field, entities]) => {
    const ask = askingFor(
      request,
      rendererAt(request, undefined),
      field,
      entities.map(({ key }) => key),
    );
    const entityTexts = await ask(request.context, failures).catch((error: unknown) =>
      entities.map(() => failures.place(error)),
    );
    for (const [place, { nullable }] of entities.entries()) {
      const text = entityTexts[place] ?? "null";
      const isMissing = text === "null" && !nullable;
      texts.set(`${field.index} ${place}`, isMissing ? failures.null(`${field.parentType.name}.${field.name}`) : text);
    }
  });
  await Promise.all(read);
  return texts;
}
