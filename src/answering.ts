import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  print,
  separateOperations,
} from "graphql";
import type { Logger } from "pino";
import type { Context } from "./context.js";
import { requestDatabase } from "./db/admission/request-database.js";
import { executorOf } from "./execution/executor.js";
import { JsonText } from "./execution/json-text.js";
import { errorMask } from "./http/errors/mask-errors.js";
import { maskedResult } from "./http/subscriptions/follow.js";
import type { Answering, GivenQuestion, Question } from "./modules/alerts/index.js";
import { operationCheck } from "./operations/check/check-operation.js";
import { lookUpIn } from "./operations/check/look-up.repository.js";
import type { Limits } from "./operations/limits/limits.js";
import { readOperation } from "./operations/read-operation.js";

/** The number of parsed documents that are kept. Beyond it, all are parsed again at their next use. */
const kept = 1_000;

const taken = { type: OperationTypeNode.QUERY, otherwise: "Only queries can be saved." };

/**
 * Makes what reads and answers questions apart from any request.
 *
 * @param schema the whole schema, of all modules
 * @param limits what a question may ask for
 */
export function answeringOf(schema: GraphQLSchema, limits: Limits, log: Logger): Answering {
  const execute = executorOf(schema);
  const check = operationCheck(schema);
  const mask = errorMask(log);
  const documents = new Map<string, DocumentNode>();

  /** Validated again by each process: the schema may have changed since a question was saved. */
  function documentOf({ document, variables }: Question): DocumentNode | readonly GraphQLError[] {
    const known = documents.get(document);
    if (known) return known;
    const operation = readOperation(schema, limits, { query: document, variables }, taken);
    if (!("document" in operation)) return operation;
    if (documents.size >= kept) documents.clear();
    documents.set(document, operation.document);
    return operation.document;
  }

  return {
    read(given) {
      const operation = readOperation(schema, limits, given, taken);
      return "document" in operation ? inOneForm(operation, given) : operation;
    },
    async answer(question, database) {
      const document = documentOf(question);
      if (!("kind" in document)) return { errors: document };
      const context: Context = {
        // It waits for no turn: saved questions are answered one by one, on a connection reserved for that.
        database: requestDatabase(database, { limits: { ...limits, time: limits.databaseTime } }),
        asOf: question.asOf ?? undefined,
        requestId: "saved question",
        log,
        services: new Map(), // questions change nothing
      };
      const { variables } = question;
      const errors = await check({ document, variables }, { lookUp: lookUpIn(database, undefined) });
      if (errors.length > 0) return maskedResult({ errors }, { mask });
      const result = await execute({ document, operationName: undefined, variables, context });
      const { data } = result;
      return maskedResult({ ...result, ...(data instanceof JsonText && { data: data.toJSON() }) }, { mask });
    },
  };
}

interface Read {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variableValues: Record<string, unknown>;
}

function inOneForm({ document, operationName, variableValues }: Read, { asOf }: GivenQuestion): Question {
  const operation = getOperationAST(document, operationName);
  const own = separateOperations(document)[operation?.name?.value ?? ""];
  if (!operation || !own) throw new Error("A query was read that is not there");
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const variables = names.filter((name) => name in variableValues).map((name) => [name, variableValues[name]]);
  return { document: print(own), variables: Object.fromEntries(variables), asOf: asOf ?? null };
}
