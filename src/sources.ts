import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isAbstractType,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { requiredRole } from "./auth/requires-role.js";
import type { Viewer } from "./auth/viewer.js";
import type { Context } from "./context.js";
import type { Database } from "./db/database.js";
import type { Execution, executorOf } from "./execution/executor.js";
import type { RequestDetails } from "./http/request/context.js";
import type { LookUp } from "./operations/check/look-up.js";
import { lookUpIn } from "./operations/check/look-up.repository.js";

/**
 * Chooses the database for a request: a replica, if one has the changes that the request needs. One HTTP request uses one
 * database, since a file is read page by page, and its ETag names the state of that database.
 */
export function sourcesOf(database: Database): (name: string, details: RequestDetails) => Promise<Database> {
  const sources = new WeakMap<AbortController, Promise<Database>>();
  const { replicas } = database;
  if (!replicas) return () => Promise.resolve(database);
  return (name, { ending, isEvent, atLeast = 0 }) => {
    // A replica may not have the change of an event yet.
    if (isEvent) return Promise.resolve(database);
    const source = (ending && sources.get(ending)) ?? replicas.readingFor(name, atLeast);
    if (ending) sources.set(ending, source);
    return source;
  };
}

/**
 * Executes operations, on the primary if necessary: mutations, since their responses show the write; and queries of private
 * data, whose changes have no number in the feed.
 */
export function onPrimaryWhereNeeded(
  schema: GraphQLSchema,
  execute: ReturnType<typeof executorOf>,
): ReturnType<typeof executorOf> {
  const needs = needsPrimary(schema);
  return (execution: Execution) => {
    const { replica } = (execution.context as Context).database.request?.source ?? {};
    if (replica && needs(execution)) replica.leave();
    return execute(execution);
  };
}

/** Makes the test whether the primary must answer an operation. */
function needsPrimary(schema: GraphQLSchema): (execution: Execution) => boolean {
  const documents = new WeakMap<DocumentNode, boolean>();
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const privateTypes = new Set(fields.filter(requiredRole).map(({ type }) => getNamedType(type).name));

  const isPrivate = (document: DocumentNode): boolean => {
    let hasPrivateField = false;
    const types = new TypeInfo(schema);
    const look = () => {
      const field = types.getFieldDef();
      const type = field && getNamedType(field.type);
      if (!type) return;
      const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
      hasPrivateField ||= requiredRole(field) !== undefined || possible.some(({ name }) => privateTypes.has(name));
    };
    visit(document, visitWithTypeInfo(types, { Field: look }));
    return hasPrivateField;
  };

  return ({ document, operationName, context }) => {
    if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.QUERY) return true;
    // Without a credential, no private data is returned.
    if ((context as Context).viewer === undefined) return false;
    const isDocumentPrivate = documents.get(document) ?? isPrivate(document);
    documents.set(document, isDocumentPrivate);
    return isDocumentPrivate;
  };
}

/**
 * Looks up the facts that the check of an operation needs. If a replica does not have a slug, the primary looks it up and
 * answers the rest of the request. So a slug that was recorded a moment ago is not refused.
 */
export function lookUpFrom(source: Database, database: Database, viewer: Viewer | undefined): LookUp {
  const lookUp = lookUpIn(database, viewer);
  return async (wanted) => {
    const result = await lookUp(wanted);
    const { replica } = source;
    if (!replica || !result?.unknown.includes(true)) return result;
    replica.leave();
    return lookUp(wanted);
  };
}
