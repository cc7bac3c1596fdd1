import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from "graphql";
import type { Asked } from "../../db/asked.js";
import { Plan } from "../../execution/plan.js";
import { askedFields } from "../asked-fields.js";
import { Run } from "./run.js";

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
  /** What resolvers find in their context as `asked`. */
  readonly asked: Asked;
}

/** The most that is kept of one document: an attacker could choose conditions, and types that nest, to make it endless. */
const most = { plans: 16, fields: 5000 };

/**
 * Executes valid documents as graphql-js does, and faster, since what does not depend on the request is worked out once
 * for a document (kept as long as the document is) and since what is known needs no promise. Leaves to graphql-js what
 * is rare: mutations, introspection, operations that do not exist, and conditions that are null.
 */
export function executorOf(schema: GraphQLSchema): (execution: Execution) => PromiseLike<ExecutionResult> {
  const known = new WeakMap<DocumentNode, Planned>();

  return (execution) => {
    const { document, operationName, variables = {}, context } = execution;
    const operation = getOperationAST(document, operationName);
    const planned = known.get(document) ?? readDocument(schema, document);
    known.set(document, planned);
    if (operation?.operation !== OperationTypeNode.QUERY || planned.asksIntrospection)
      return byGraphqlJs(schema, execution);
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 50 });
    if (coerced.errors) return Promise.resolve({ errors: coerced.errors });
    const plan = planOf(planned, operation, coerced.coerced);
    if (!plan) return byGraphqlJs(schema, execution);
    return new Run(plan, coerced.coerced, { ...context, asked: planned.asked }).execute();
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

function readDocument(schema: GraphQLSchema, document: DocumentNode): Planned {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const conditions = new Set<string>();
  let asksIntrospection = false;
  visit(document, {
    Directive({ arguments: given = [] }) {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
    Field({ name }) {
      asksIntrospection ||= name.value === "__schema" || name.value === "__type";
    },
  });
  return {
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
    conditions: [...conditions],
    plans: new Map(),
    asksIntrospection,
    asked: askedFields(schema, document),
  };
}

async function byGraphqlJs(
  schema: GraphQLSchema,
  { document, operationName, variables, context }: Execution,
): Promise<ExecutionResult> {
  return execute({ schema, document, operationName, variableValues: variables, contextValue: context });
}
