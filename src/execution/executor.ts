import "reflect-metadata";
import {
  type DocumentNode,
  type ExecutionResult,
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
import { type Execution, executorOf as formerExecutorOf } from "../graphql/execution/executor.js";
import { Moment } from "../graphql/scalars/moment.js";
import { answerOf, declaredOf, entitiesOf, type Request, rendererAt } from "./answer.js";
import { isDeclared } from "./declared.js";
import { JsonText } from "./json-text.js";
import { Plan, type PlannedField } from "./plan.js";

export type { Execution };

/** A document with its plans, by operation and conditions. */
interface Planned {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables in `@skip` and `@include`. */
  readonly conditions: readonly string[];
  readonly plans: Map<string, Plan>;
}

/** The most that is kept of one document: a client could choose conditions, and types that nest, to make it endless. */
const most = { plans: 16, fields: 5000 };

export function executorOf(schema: GraphQLSchema): (execution: Execution) => PromiseLike<ExecutionResult> {
  const documents = new WeakMap<DocumentNode, Planned>();
  const former = formerExecutorOf(schema);

  return (execution) => {
    const { document, operationName, variables = {}, context } = execution;
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return former(execution);
    const planned = documents.get(document) ?? readDocument(document);
    documents.set(document, planned);
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 50 });
    if (coerced.errors) return Promise.resolve({ errors: coerced.errors });
    const plan = planOf(planned, operation, coerced.coerced);
    if (!plan || !isDeclared(plan, coerced.coerced)) return former(execution);
    return run({ plan, variables: coerced.coerced, context: context as Context }).catch((error: unknown) => {
      if (error instanceof CannotRender) return former(execution);
      throw error;
    });
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

/** Arguments were refused: the former executor says so for each place. */
class CannotRender extends Error {}

function readDocument(document: DocumentNode): Planned {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const conditions = new Set<string>();
  visit(document, {
    Directive({ arguments: given = [] }) {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
  });
  return {
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
    conditions: [...conditions],
    plans: new Map(),
  };
}

async function run(request: Request): Promise<ExecutionResult> {
  const { root } = request.plan;
  const errors: GraphQLError[] = [];
  const prepared = root.map((field) => ({ field, answer: prepare(request, field) }));
  const values = await Promise.all(
    prepared.map(async ({ field, answer }) => {
      try {
        return await answer();
      } catch (error) {
        errors.push(locatedError(error, field.nodes, [field.key]));
        return "null";
      }
    }),
  );
  const failed = values.some((value, index) => value === "null" && !root[index]?.output.nullable);
  if (failed) return { errors, data: null };
  const text = values.map((value, index) => `${JSON.stringify(root[index]?.key)}:${value}`).join(",");
  const data = new JsonText(`{${text}}`) as unknown as Record<string, unknown>; // what reads it knows JsonText
  return errors.length > 0 ? { errors, data } : { data };
}

/** Makes the SQL of a field of the root, and returns what asks the database. */
function prepare(request: Request, field: PlannedField): () => Promise<string> {
  if (!field.definition) return () => Promise.resolve(`"${field.parentType.name}"`);
  try {
    const { knownAt } = rendererAt(request, undefined).argumentsOf(field);
    const renderer = rendererAt(request, knownAt instanceof Moment ? knownAt.exact : undefined);
    const declared = declaredOf(request, renderer, field, undefined);
    if (!declared) return () => Promise.resolve("null");
    if (declared.kind === "entities") return entitiesOf(request, renderer, field, declared);
    const query = renderer.root(field, declared);
    return () => answerOf(request, renderer, query);
  } catch (error) {
    throw new CannotRender(String(error), { cause: error });
  }
}
