import "reflect-metadata";
import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  locatedError,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from "graphql";
import type { Context } from "../context.js";
import type { Database } from "../db/database.js";
import { encodeCursorText } from "../graphql/connection/cursor.js";
import { type Execution, executorOf as formerExecutorOf } from "../graphql/execution/executor.js";
import { Moment } from "../graphql/scalars/moment.js";
import { globalId } from "../record/global-id.js";
import { isDeclared } from "./declared.js";
import { JsonText } from "./json-text.js";
import { fillMarks } from "./marks.js";
import { Plan, type PlannedField } from "./plan.js";
import { Renderer } from "./render.js";

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
    return run(plan, coerced.coerced, context as Context).catch((error: unknown) => {
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

async function run(plan: Plan, variables: Record<string, unknown>, context: Context): Promise<ExecutionResult> {
  const errors: GraphQLError[] = [];
  const prepared = plan.root.map((field) => prepare(plan, field, variables, context));
  const values = await Promise.all(
    prepared.map(async (answer, index) => {
      const field = plan.root[index] as PlannedField; // as many as prepared
      try {
        return await answer();
      } catch (error) {
        errors.push(locatedError(error, field.nodes, [field.key]));
        return "null";
      }
    }),
  );
  const failed = values.some((value, index) => value === "null" && !plan.root[index]?.output.nullable);
  if (failed) return { errors, data: null };
  const text = values.map((value, index) => `${JSON.stringify(plan.root[index]?.key)}:${value}`).join(",");
  const data = new JsonText(`{${text}}`) as unknown as Record<string, unknown>; // what reads it knows JsonText
  return errors.length > 0 ? { errors, data } : { data };
}

/** Makes the SQL of a field of the root, and returns what asks the database. */
function prepare(
  plan: Plan,
  field: PlannedField,
  variables: Record<string, unknown>,
  context: Context,
): () => Promise<string> {
  const { definition, nodes } = field;
  const [node] = nodes;
  if (!definition || !node) return () => Promise.resolve(`"${field.parentType.name}"`);
  try {
    const { knownAt } = getArgumentValues(definition, node, variables);
    const at = knownAt instanceof Moment ? knownAt.exact : context.knownAt;
    const renderer = new Renderer(plan, variables, { ...context, knownAt: at });
    const query = renderer.root(field);
    return () => answer(renderer, query, databaseAt(context, at));
  } catch (error) {
    throw new CannotRender(String(error), { cause: error });
  }
}

const databaseAt = (context: Context, moment: string | undefined): Database =>
  moment === undefined || moment === context.knownAt ? context.database : context.database.asKnownAt(moment);

async function answer(renderer: Renderer, query: ReturnType<Renderer["root"]>, database: Database): Promise<string> {
  const [row] = await database.query<{ json: string | null }>(query);
  return filled(row?.json ?? "null", renderer);
}

async function filled(text: string, renderer: Renderer): Promise<string> {
  if (renderer.asides.length > 0) throw new Error("not yet");
  return fillMarks(text, (kind, content) => {
    if (kind === "c") return encodeCursorText(content);
    const space = content.indexOf(" ");
    return globalId(content.slice(0, space), content.slice(space + 1));
  });
}
