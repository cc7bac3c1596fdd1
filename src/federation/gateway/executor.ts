import { QueryPlanner } from "@graphql-hive/router-query-planner";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  stripIgnoredCharacters,
} from "graphql";
import { collectFields } from "graphql/execution/collectFields.js";
import type { Execution } from "../../execution/executor.js";
import { JsonText } from "../../execution/json-text.js";
import { Plan, type PlannedField } from "../../execution/plan.js";
import type { Subscribe } from "../../http/subscriptions/subscription-front.js";
import type { GatewayContext } from "./context.js";
import { type Batch, batchesOf } from "./fetching/batches.js";
import { type Conditions, conditionsOf } from "./fetching/conditions.js";
import { documentToPlan } from "./fetching/document.js";
import { fragmentsOf, stagesOf } from "./fetching/fetches.js";
import { Gathered } from "./fetching/gathered.js";
import type { Answer, SubgraphClient } from "./subgraph-client.js";
import { located, Telling } from "./told.js";

/** The plan of an operation of a document, for one set of conditions. */
interface Planned {
  readonly operation: OperationDefinitionNode;
  /** The client's selection. */
  readonly plan: Plan;
  /** The keys of the root fields in the response, in order. */
  readonly keys: readonly string[];
  readonly variables: Conditions;
  readonly batches: readonly Batch[][];
  /** The part that the gateway answers by itself: introspection. */
  readonly introspection: DocumentNode | undefined;
}

/** Limits of the cache of one document: sets of conditions, and fields of all types that occurred. */
const most = { forms: 16, fields: 5000 };

/** Executes operations on the subgraphs of a supergraph. */
export interface GatewayExecutor {
  /** An event of a subscription is the root value of its execution. */
  execute(execution: Execution): Promise<ExecutionResult>;
  readonly subscribe: Subscribe;
}

/**
 * Makes the executor, which plans operations, queries subgraphs and merges their responses. A document is planned once for
 * each set of its `@skip` and `@include` values, and the plan is kept as long as the document.
 *
 * @param api the API's whole schema, in which operations are valid
 * @param clientOf returns the client of a subgraph, by its name
 */
export function gatewayExecutor(
  supergraph: string,
  api: GraphQLSchema,
  clientOf: (subgraph: string) => SubgraphClient,
): GatewayExecutor {
  const planner = new QueryPlanner(supergraph);
  const documents = new WeakMap<DocumentNode, Map<string, Promise<Planned>>>();

  function plannedOf({ document, operationName, variables = {} }: Execution): Promise<Planned> {
    const operation = getOperationAST(document, operationName);
    const conditions = operation && conditionsOf(document, operation, variables);
    if (!operation || !conditions) throw new Error("An operation was not refused before execution");
    const forms = documents.get(document) ?? new Map<string, Promise<Planned>>();
    documents.set(document, forms);
    const form = JSON.stringify([operation.name?.value, ...conditions]);
    const known = forms.get(form);
    if (known) return known;
    const planned = planOf(document, operation, conditions);
    if (forms.size < most.forms) forms.set(form, planned);
    planned.catch(() => forms.delete(form));
    return planned;
  }

  async function planOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    conditions: Conditions,
  ): Promise<Planned> {
    const rootType = api.getRootType(operation.operation);
    if (!rootType) throw new Error(`There are no operations of the kind ${operation.operation}`);
    const variables = Object.fromEntries(conditions);
    const fragments = Object.fromEntries(fragmentsOf(document).map((node) => [node.name.value, node]));
    const collected = collectFields(api, fragments, variables, rootType, operation.selectionSet);
    const own = [...collected.values()]
      .flat()
      .filter(({ name }) => name.value === "__schema" || name.value === "__type");
    const toPlan = documentToPlan(api, document, operation, conditions);
    const query = toPlan && stripIgnoredCharacters(print(toPlan));
    const { node } = query ? await planner.planAsync(query, undefined, new Set(), 0) : {};
    return {
      operation,
      plan: new Plan(api, operation, fragments, rootType, variables),
      keys: [...collected.keys()],
      variables: conditions,
      batches: batchesOf(stagesOf(api, node)),
      introspection: own.length > 0 ? onlyOf(document, operation, own) : undefined,
    };
  }

  async function ask(batch: Batch, gathered: Gathered, { variables = {}, context }: Execution): Promise<void> {
    const client = clientOf(batch.subgraph);
    const given: Record<string, unknown> = {};
    for (const name of batch.variables) if (variables[name] !== undefined) given[name] = variables[name];
    const { kind, query } = batch;
    if ("keys" in batch)
      return gathered.addRoots(batch, await client.ask({ kind, query, variables: given }, context as GatewayContext));
    const wanted = gathered.representations(batch);
    if (!wanted) return;
    const question = { kind, query, variables: { ...given, ...wanted.variables } };
    gathered.addEntities(batch, wanted, await client.ask(question, context as GatewayContext));
  }

  async function answered(
    { plan, keys, variables, introspection, operation }: Planned,
    stages: readonly Batch[][],
    gathered: Gathered,
    execution: Execution,
  ): Promise<ExecutionResult> {
    for (const batches of stages) {
      const [batch, ...others] = batches;
      if (batch && others.length === 0) await ask(batch, gathered, execution);
      else await Promise.all(batches.map((one) => ask(one, gathered, execution)));
    }
    const { operationName, variables: variableValues, document } = execution;
    const own =
      introspection && (await execute({ schema: api, document: introspection, operationName, variableValues }));
    const telling = new Telling(plan, Object.fromEntries(variables), gathered);
    const fields = new Map(plan.root.map((field) => [field.key, field]));
    const texts = keys.map((key) => {
      const field = fields.get(key);
      if (field?.definition) return labelled(key, telling.root(field));
      return labelled(key, JSON.stringify(field?.name === "__typename" ? field.parentType.name : own?.data?.[key]));
    });
    if (plan.size > most.fields) documents.delete(document);
    const errors = [...telling.errors.map((error) => located(error, plan.root)), ...(own?.errors ?? [])];
    const told = errors.length > 0 ? { errors } : {};
    if (texts.includes(undefined)) return { ...told, data: null };
    const data = new JsonText(`{${texts.join(",")}}`);
    // Readers of a query's response handle JsonText; other responses are inspected.
    const value = operation.operation === OperationTypeNode.QUERY ? data : data.toJSON();
    return { ...told, data: value as Record<string, unknown> };
  }

  return {
    async execute(execution) {
      const { document, operationName, variables } = execution;
      // It is unclear which operation is meant. graphql-js reports that without execution.
      if (!getOperationAST(document, operationName))
        return execute({ schema: api, document, operationName, variableValues: variables });
      const planned = await plannedOf(execution);
      const gathered = new Gathered(planned.operation.operation);
      if (execution.rootValue === undefined) return answered(planned, planned.batches, gathered, execution);
      const [[source] = [], ...stages] = planned.batches;
      // What `subscribe` yields.
      if (source && "keys" in source) gathered.addRoots(source, execution.rootValue as Answer);
      return answered(planned, stages, gathered, execution);
    },
    async subscribe(execution) {
      const [[batch] = []] = (await plannedOf(execution)).batches;
      if (!batch || !("keys" in batch)) throw new Error("A subscription was planned without a source of events");
      const { kind, query, variables } = batch;
      const given = Object.entries(execution.variables ?? {}).filter(([name]) => variables.includes(name));
      const question = { kind, query, variables: Object.fromEntries(given) };
      try {
        return await clientOf(batch.subgraph).follow(question, execution.context as GatewayContext);
      } catch (error) {
        return { errors: [error as GraphQLError] }; // follow throws no other
      }
    },
  };
}

const labelled = (key: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : `${JSON.stringify(key)}:${text}`;

/** The operation with only some of its root fields. */
function onlyOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  selections: PlannedField["nodes"],
): DocumentNode {
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...fragmentsOf(document)] };
}
