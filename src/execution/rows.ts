import {
  type DocumentNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import type { Context } from "../context.js";
import { raw, type Sql } from "../db/sql.js";
import { globalId } from "../record/global-id.js";
import { textOf } from "./json.js";
import { fillMarks } from "./marks.js";
import { Plan } from "./plan.js";
import { Renderer } from "./render.js";

/** Makes the API's JSON of the rows of a table, without an operation. */
export interface RowText {
  readonly type: string;
  /** The SQL alias of the table that `json` reads. */
  readonly alias: Sql;
  /** An SQL expression of the type `text`. */
  readonly json: Sql;
  /** Makes the JSON of a text that `json` returned. */
  finished(text: string): string;
}

/**
 * Prepares the rows of a fragment: each row becomes the JSON that the API returns for the fragment. An entity that the
 * fragment refers to has only its id, so no other table is read.
 *
 * @param document the fragment with all fragments that it spreads
 * @throws when the fragment selects a field that Node has to compute
 */
export function rowTextOf(schema: GraphQLSchema, document: DocumentNode, fragmentName: string): RowText {
  const all = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = Object.fromEntries(all.map((fragment) => [fragment.name.value, fragment]));
  const fragment = fragments[fragmentName];
  const type = fragment && schema.getType(fragment.typeCondition.name.value);
  if (!fragment || !isObjectType(type)) throw new Error(`There is no fragment ${fragmentName} on an object type`);

  const { selectionSet } = fragment;
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    selectionSet,
  };
  const plan = new Plan(schema, operation, fragments, type, {});
  // Like a subgraph that owns no table, so a reference is rendered as its id. Rows depend on nothing else in the context.
  const context = { owned: new Set() } as unknown as Context;
  const renderer = new Renderer(plan, {}, context);
  const alias = raw("entity");
  const json = textOf(renderer.fields(plan.root, { alias, depth: 1 }));
  if (renderer.computed.length > 0) throw new Error(`${fragmentName} has a field that is computed`);
  return { type: type.name, alias, json, finished };
}

function finished(text: string): string {
  return fillMarks(text, (kind, content) => {
    if (kind !== "i") throw new Error(`A row has no value in ${content}, which must have one`);
    const space = content.indexOf(" ");
    return globalId(content.slice(0, space), content.slice(space + 1));
  });
}
