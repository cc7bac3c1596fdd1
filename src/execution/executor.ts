import "reflect-metadata";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  locatedError,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from "graphql";
import type { Context } from "../context.js";
import { Moment } from "../graphql/scalars/moment.js";
import { type Ask, asking, declaredOf, entitiesOf, type Request, rendererAt } from "./answer.js";
import { isDeclared } from "./declared.js";
import { JsonText } from "./json-text.js";
import { Plan, type PlannedField } from "./plan.js";
import { Recent } from "./recent.js";

/** A valid document, and what comes with it. */
export interface Execution {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Record<string, unknown> | undefined;
  readonly context: object;
}

/** A document with its plans, by operation and conditions. */
interface Planned {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables in `@skip` and `@include`. */
  readonly conditions: readonly string[];
  readonly plans: Map<string, Plan>;
  readonly asksIntrospection: boolean;
  /** Tells it from other documents. */
  readonly number: number;
}

/** The most that is kept of one document: a client could choose conditions, and types that nest, to make it endless. */
const most = { plans: 16, fields: 5000 };

/** Characters: whoever sends longer variables has them rendered each time. */
const longestForm = 10_000;

export function executorOf(schema: GraphQLSchema): (execution: Execution) => PromiseLike<ExecutionResult> {
  const documents = new WeakMap<DocumentNode, Planned>();
  const recent = new Recent<Prepared>(1000);
  const byGraphqlJs = async ({ document, operationName, variables, context }: Execution): Promise<ExecutionResult> =>
    execute({ schema, document, operationName, variableValues: variables, contextValue: context });

  return (execution) => {
    const { document, operationName, variables = {} } = execution;
    const context = execution.context as Context; // what the server makes for each request
    const planned = documents.get(document) ?? readDocument(document);
    documents.set(document, planned);
    const form = formOf(planned, operationName, variables, context);
    const known = recent.get(form);
    if (known) return answer(known, context);

    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY || planned.asksIntrospection) return byGraphqlJs(execution);
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 50 });
    if (coerced.errors) return Promise.resolve({ errors: coerced.errors });
    const plan = planOf(planned, operation, coerced.coerced);
    if (!plan || !isDeclared(plan, coerced.coerced)) return byGraphqlJs(execution);
    const request = { plan, variables: coerced.coerced, context };
    const prepared = plan.root.map((field) => ({ field, ask: prepareOrFail(request, field) }));
    if (form.length <= longestForm) recent.set(form, prepared);
    return answer(prepared, context);
  };

  function planOf(
    { conditions, fragments, plans }: Planned,
    operation: OperationDefinitionNode,
    values: Record<string, unknown>,
  ): Plan | undefined {
    const rootType = schema.getQueryType();
    if (!rootType || conditions.some((name) => typeof values[name] !== "boolean")) return undefined;
    const form = JSON.stringify([operation.name?.value, ...conditions.map((name) => values[name])]);
    const found = plans.get(form);
    if (found && found.size <= most.fields) return found;
    const plan = new Plan(schema, operation, fragments, rootType, values);
    if (found || plans.size < most.plans) plans.set(form, plan);
    return plan;
  }
}

/**
 * All that the SQL of an operation depends on: requests of one form are answered by the same queries with the same values.
 * The day is what filters take where they are given none.
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

type Prepared = readonly { readonly field: PlannedField; readonly ask: Ask }[];

let documentsRead = 0;

function readDocument(document: DocumentNode): Planned {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const conditions = new Set<string>();
  let asksIntrospection = false;
  visit(document, {
    Field({ name }) {
      asksIntrospection ||= name.value === "__schema" || name.value === "__type";
    },
    Directive({ arguments: given = [] }) {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
  });
  return {
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
    conditions: [...conditions],
    plans: new Map(),
    asksIntrospection,
    number: documentsRead++,
  };
}

/** Asks for all fields of the root at once, and puts the answer together. */
async function answer(prepared: Prepared, context: Context): Promise<ExecutionResult> {
  const errors: GraphQLError[] = [];
  const values = await Promise.all(
    prepared.map(async ({ field, ask }) => {
      try {
        return await ask(context);
      } catch (error) {
        errors.push(locatedError(error, field.nodes, [field.key]));
        return "null";
      }
    }),
  );
  const failed = values.some((value, index) => value === "null" && !prepared[index]?.field.output.nullable);
  if (failed) return { errors, data: null };
  const text = values.map((value, index) => `"${prepared[index]?.field.key}":${value}`).join(",");
  const data = new JsonText(`{${text}}`) as unknown as Record<string, unknown>; // what reads it knows JsonText
  return errors.length > 0 ? { errors, data } : { data };
}

/** Where a field has no SQL after all, that field alone fails. */
function prepareOrFail(request: Request, field: PlannedField): Ask {
  try {
    return prepare(request, field);
  } catch (error) {
    return () => Promise.reject(error);
  }
}

/** Makes the SQL of a field of the root. */
function prepare(request: Request, field: PlannedField): Ask {
  if (!field.definition) return () => Promise.resolve(`"${field.parentType.name}"`);
  const { knownAt } = rendererAt(request, undefined).argumentsOf(field);
  const renderer = rendererAt(request, knownAt instanceof Moment ? knownAt.exact : undefined);
  const declared = declaredOf(request, renderer, field, undefined);
  if (!declared) return () => Promise.resolve("null");
  return declared.kind === "entities"
    ? entitiesOf(request, renderer, field, declared)
    : asking(request, renderer, declared, field);
}
