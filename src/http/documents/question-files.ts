import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from "graphql";
import { type Documents, hashOf } from "../../operations/documents.js";
import type { OperationRequest } from "../../operations/read-operation.js";
import { type CachePolicy, hasAlready, isForGood, sendNotModified, varyingHeaders } from "../caching.js";
import { httpError } from "../errors/http-errors.js";
import { refuseCredentialInAddress } from "../headers/credential.js";
import type { Example } from "../playground/start.js";
import { variablesFrom } from "./address-variables.js";
import { csvFile, type RowSource } from "./csv-file.js";
import { type Table, tableOf } from "./table.js";
import { type TableQuery, tableQuery } from "./table-pages.js";

/** A standard question, read. */
interface Question extends Pick<Example, "title" | "group"> {
  readonly name: string;
  readonly query: string;
  readonly operation: OperationDefinitionNode;
  readonly table: Table | undefined;
  readonly tableQuery: TableQuery | undefined;
}

export interface QuestionFilesConfig {
  readonly schema: GraphQLSchema;
  readonly examples: readonly Example[];
  readonly documents: Documents;
  /** Rows of a CSV file; more are refused. A client with a credential may have more. */
  readonly maxRows: (request: FastifyRequest) => number;
  /** Answers a request like one with an operation, with caching headers. */
  answer(request: FastifyRequest, reply: FastifyReply, operation: OperationRequest): Promise<FastifyReply>;
  /** The cache policy of a CSV file. */
  policy(request: FastifyRequest, reply: FastifyReply): Promise<CachePolicy>;
  readonly source: RowSource;
}

/**
 * Says whether all rows of a file are of one state of the record, or each page is of the state at the time when it was read.
 * A transaction for all pages would be open for as long as the slowest client reads: see docs/adr/0047-….
 */
const snapshotHeader = "standpoint-snapshot";

/** Parameters of the address that replace headers. */
const timeParameters = { asOf: "standpoint-as-of", knownAt: "standpoint-known-at" } as const;

/**
 * Serves the standard questions as files: `/q` lists them; `/q/<name>.json` is the GraphQL response;
 * `/q/<name>.csv` is the whole table, of any length, and `/q/<name>.csv-metadata.json` describes the columns (CSVW).
 */
export function serveQuestionFiles(fastify: FastifyInstance, config: QuestionFilesConfig): void {
  const questions = new Map(
    config.examples.flatMap((example) => {
      const question = readQuestion(config.schema, example);
      if (question?.tableQuery) config.documents.add(question.tableQuery.query, question.name);
      return question ? [[question.name, question]] : [];
    }),
  );
  fastify.get("/q", async () => ({ questions: [...questions.values()].map(summaryOf) }));
  fastify.route<{ Params: { file: string }; Querystring: Record<string, unknown> }>({
    method: ["GET", "HEAD"],
    url: "/q/:file",
    exposeHeadRoute: false,
    async handler(request, reply) {
      refuseCredentialInAddress(request.query);
      const [, name = "", form = ""] = /^(.+?)\.(json|csv|csv-metadata\.json)$/.exec(request.params.file) ?? [];
      const question = questions.get(name);
      if (!question) throw notFound(name || request.params.file);
      if (form === "csv-metadata.json") return reply.type("application/csvm+json").send(metadataOf(tabular(question)));
      const { query, operation } = question;
      const timed = Object.keys(timeParameters).filter((parameter) => !hasVariable(operation, parameter));
      const variables = variablesFrom(request.query, operation, timed);
      readTimes(request, timed);
      if (form === "json") return config.answer(request, reply, { query, variables });
      return sendCsv(config, request, reply, tabular(question), variables);
    },
  });
}

function readQuestion(schema: GraphQLSchema, { name, title, group, query, rows }: Example): Question | undefined {
  if (name === undefined) return undefined;
  const document: DocumentNode = parse(query);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== "query") return undefined;
  const table = tableOf(schema, document, operation, rows);
  return { name, title, group, query, operation, table, tableQuery: table && tableQuery(document, operation, table) };
}

const summaryOf = ({ name, title, group, query, operation, table }: Question) => ({
  name,
  title,
  group,
  documentId: `sha256:${hashOf(query)}`,
  variables: (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value),
  json: `/q/${name}.json`,
  csv: table && `/q/${name}.csv`,
});

type TabularQuestion = Question & { readonly table: Table; readonly tableQuery: TableQuery };

function tabular(question: Question): TabularQuestion {
  const { table, tableQuery: query } = question;
  if (table && query) return { ...question, table, tableQuery: query };
  throw httpError(
    404,
    "NOT_FOUND",
    `The question ${question.name} has no list, so it cannot be returned as a table: request .json.`,
  );
}

function notFound(name: string): Error {
  const advice = "The list is at /q; add .json or .csv to a name.";
  return httpError(404, "NOT_FOUND", `There is no standard question "${name.slice(0, 100)}". ${advice}`);
}

const hasVariable = ({ variableDefinitions = [] }: OperationDefinitionNode, name: string): boolean =>
  variableDefinitions.some(({ variable }) => variable.name.value === name);

/** A link cannot have headers, so the address can contain the day and the moment of a request. */
function readTimes(
  request: FastifyRequest<{ Querystring: Record<string, unknown> }>,
  parameters: readonly string[],
): void {
  for (const parameter of parameters) {
    const value = request.query[parameter];
    if (value !== undefined) request.headers[timeParameters[parameter as keyof typeof timeParameters]] = String(value);
  }
}

async function sendCsv(
  config: QuestionFilesConfig,
  request: FastifyRequest,
  reply: FastifyReply,
  { name, table, tableQuery }: TabularQuestion,
  variables: Record<string, unknown>,
): Promise<FastifyReply> {
  const policy = await config.policy(request, reply);
  const { etag } = policy;
  reply.headers({ vary: varyingHeaders, "cache-control": etag ? policy.cacheControl : "no-store", etag });
  if (etag && hasAlready(request, etag)) return sendNotModified(reply, policy);
  const { source } = config;
  const { content, hasOnePage } = await csvFile({
    source,
    request,
    reply,
    table,
    tableQuery,
    variables,
    maxRows: config.maxRows(request),
  });
  reply.headers({
    "content-type": "text/csv; charset=utf-8; header=present",
    "content-disposition": `attachment; filename="${name}.csv"`,
    [snapshotHeader]: hasOnePage || isForGood(policy) ? "one" : "pages",
    link: `<${name}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"`,
  });
  return reply.send(request.method === "HEAD" ? undefined : content);
}

const datatypes: Readonly<Record<string, string>> = {
  Int: "integer",
  Float: "number",
  Boolean: "boolean",
  Date: "date",
  DateTime: "dateTime",
  URL: "anyURI",
};

/** The columns' names, descriptions and types, as W3C's "Metadata Vocabulary for Tabular Data" has them. */
const metadataOf = ({ name, title, table }: TabularQuestion) => ({
  "@context": "http://www.w3.org/ns/csvw",
  url: `${name}.csv`,
  "dc:title": title,
  tableSchema: {
    columns: table.columns.map((column) => ({
      name: encodeURIComponent(column.name),
      titles: column.name,
      "dc:description": column.description,
      datatype: datatypes[column.type] ?? "string",
      ...(column.isList && { separator: "; " }),
    })),
  },
});
