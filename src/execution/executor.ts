import "reflect-metadata";
import {
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  locatedError,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { Context } from "../context.js";
import { declarationOf } from "../graphql/declared-fields.js";
import { Moment } from "../graphql/scalars/moment.js";
import { type Ask, asking, declaredOf, entitiesOf, rendererAt } from "./answer.js";
import { Failures } from "./failures.js";
import { JsonText } from "./json-text.js";
import type { Request } from "./plan.js";
import { Plan, type PlannedField } from "./plan.js";
import { resolving } from "./resolving.js";

/** A valid document with the rest of its request. */
export interface Execution {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Record<string, unknown> | undefined;
  readonly context: object;
  /** The event for which a subscription is executed. */
  readonly rootValue?: unknown;
}

/** A document with its plans, by operation and conditions. */
interface Planned {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables in `@skip` and `@include`. */
  readonly conditions: readonly string[];
  readonly plans: Map<string, Plan>;
  /** Identifies the document. */
  readonly number: number;
}

/** Limits of the cache of one document, which a client could otherwise grow without end, by its conditions and nested types. */
const cacheLimits = { plans: 16, fields: 5000 };

/** Characters. A request with a longer form is rendered each time. */
const longestForm = 10_000;

/** Makes the function that executes valid operations of a schema. It executes a subscription once for each event. */
export function executorOf(schema: GraphQLSchema): (execution: Execution) => PromiseLike<ExecutionResult> {
  const documents = new WeakMap<DocumentNode, Planned>();
  const recent = new LRUCache<string, Prepared>({ max: 1000 });

  return async (execution) => {
    const { document, operationName, variables = {}, rootValue } = execution;
    const context = execution.context as Context; // the server makes one for each request
    const planned = documents.get(document) ?? readDocument(document);
    documents.set(document, planned);
    const form = formOf(planned, operationName, variables, context);
    const earlier = rootValue === undefined ? recent.get(form) : undefined;
    if (earlier) return answer(earlier, context);

    const operation = getOperationAST(document, operationName);
    if (!operation) return executeSync({ schema, document, operationName }); // reports the error
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 50 });
    if (coerced.errors) return { errors: coerced.errors };
    const prepared = prepareAll(planned, operation, { variables: coerced.coerced, context }, variables, rootValue);
    if (!("fields" in prepared)) return { errors: [prepared], data: null };
    if (operation.operation === OperationTypeNode.QUERY && form.length <= longestForm) recent.set(form, prepared);
    return answer(prepared, context);
  };

  function prepareAll(
    planned: Planned,
    operation: OperationDefinitionNode,
    requestParts: Pick<Request, "variables" | "context">,
    variables: Record<string, unknown>,
    rootValue: unknown,
  ): Prepared | GraphQLError {
    try {
      const request = { plan: planOf(planned, operation, requestParts.variables), ...requestParts };
      const fields = request.plan.root.map((field) => ({
        field,
        ask: prepareOrFail(request, field, variables, rootValue),
      }));
      return { fields, inTurn: operation.operation === OperationTypeNode.MUTATION };
    } catch (error) {
      if (error instanceof GraphQLError) return error; // such as null for the condition of `@skip`
      throw error;
    }
  }

  function planOf(
    { conditions, fragments, plans }: Planned,
    operation: OperationDefinitionNode,
    values: Record<string, unknown>,
  ): Plan {
    const rootType = schema.getRootType(operation.operation);
    if (!rootType) throw new Error(`The schema has no ${operation.operation}`);
    const form = JSON.stringify([operation.name?.value, ...conditions.map((name) => values[name])]);
    const cached = plans.get(form);
    if (cached && cached.size <= cacheLimits.fields) return cached;
    const plan = new Plan(schema, operation, fragments, rootType, values);
    if (cached || plans.size < cacheLimits.plans) plans.set(form, plan);
    return plan;
  }
}

/**
 * All inputs of an operation's SQL: requests of the same form have the same queries with the same values.
 * The day is the default of filters.
 */
function formOf(
  { number }: Planned,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
  { asOf, knownAt, viewer }: Context,
): string {
  const day = Math.floor(Date.now() / 86_400_000);
  return JSON.stringify([number, operationName, variables, day, asOf, knownAt, viewer?.author, viewer?.role]);
}

interface Prepared {
  readonly fields: readonly { readonly field: PlannedField; readonly ask: Ask }[];
  /** Whether each field waits for the previous one, as in a mutation. */
  readonly inTurn: boolean;
}

let documentsRead = 0;

function readDocument(document: DocumentNode): Planned {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const conditions = new Set<string>();
  visit(document, {
    Directive({ arguments: directiveArguments = [] }) {
      for (const { value } of directiveArguments) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
  });
  return {
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
    conditions: [...conditions],
    plans: new Map(),
    number: documentsRead++,
  };
}

/** Reads the root fields and joins their texts. */
async function answer({ fields, inTurn }: Prepared, context: Context): Promise<ExecutionResult> {
  const errors: GraphQLError[] = [];
  let failed = false;
  const textOf = async ({ field, ask }: Prepared["fields"][number]): Promise<string> => {
    if (failed && inTurn) return "null";
    const failures = new Failures();
    let text = "null";
    try {
      text = await ask(context, failures);
      if (failures.any) text = failures.settled(text, field, errors);
    } catch (error) {
      errors.push(locatedError(error, field.nodes, [field.key]));
      text = "null";
    }
    failed ||= text === "null" && !field.output.nullable;
    return `"${field.key}":${text}`;
  };
  const texts: string[] = [];
  if (inTurn) for (const field of fields) texts.push(await textOf(field));
  else texts.push(...(await Promise.all(fields.map(textOf))));
  if (failed) return { errors, data: null };
  const data = new JsonText(`{${texts.join(",")}}`) as unknown as Record<string, unknown>; // readers of `data` handle JsonText
  return errors.length > 0 ? { errors, data } : { data };
}

/** Prepares a root field. If that fails, only this field fails. */
function prepareOrFail(...prepareArguments: Parameters<typeof prepare>): Ask {
  try {
    return prepare(...prepareArguments);
  } catch (error) {
    return () => Promise.reject(error);
  }
}

/** Prepares a root field: by its SQL, by its resolver, or by introspection. */
function prepare(request: Request, field: PlannedField, variables: Record<string, unknown>, rootValue: unknown): Ask {
  if (!field.definition) {
    if (field.name !== "__typename") return introspecting(request.plan, field, variables);
    return () => Promise.resolve(`"${field.parentType.name}"`);
  }
  if (!declarationOf(field.definition)) return resolving(request, field, rootValue);
  const { knownAt } = rendererAt(request, undefined).argumentsOf(field);
  const renderer = rendererAt(request, knownAt instanceof Moment ? knownAt.exact : undefined);
  const declared = declaredOf(request, renderer, field, rootValue);
  if (!declared) return () => Promise.resolve("null");
  return declared.kind === "entities"
    ? entitiesOf(request, renderer, field, declared)
    : asking(request, renderer, declared, field);
}

/** graphql-js answers introspection. */
function introspecting(
  { schema, operation, fragments }: Plan,
  field: PlannedField,
  variables: Record<string, unknown>,
): Ask {
  const selectionSet = { ...operation.selectionSet, selections: field.nodes };
  const definitions = [{ ...operation, selectionSet }, ...Object.values(fragments)];
  return async () => {
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
    const { data, errors } = executeSync({ schema, document, variableValues: variables });
    if (errors?.[0]) throw errors[0];
    return JSON.stringify(data?.[field.key]);
  };
}
