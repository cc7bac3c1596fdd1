import fc from "fast-check";
import { type GraphQLSchema, parse, print, validate } from "graphql";
import { Draft } from "./operations-draft.js";
import type { Pool } from "./operations-pool.js";
import { rootField } from "./operations-selection.js";

/** A question as a client sends it. */
export interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly headers: Record<string, string>;
  readonly fields: ReadonlySet<string>;
  readonly features: ReadonlySet<string>;
}

/**
 * Valid operations that ask for a root field, and sometimes for others beside it, with arguments from the schema and from
 * what is on record. One in six or so asks for what is refused when it is executed. Shrinks towards fewer and simpler fields.
 */
export function operations(
  schema: GraphQLSchema,
  pool: Pool,
  root: string,
  mayBeAlias?: (alias: string) => boolean,
): fc.Arbitrary<Operation> {
  return fc.gen().map((draw) => operation(new Draft(schema, pool, draw, mayBeAlias), pool, root));
}

function operation(draft: Draft, pool: Pool, root: string): Operation {
  const query = draft.schema.getQueryType();
  if (!query) throw new Error("The schema has no query.");
  draft.faults = draft.chance(15) ? draft.number(1, 3) : 0;
  const scope = new Map();
  const others = draft.chance(20) ? draft.some(Object.keys(query.getFields()), 1, 2) : [];
  const parts = [root, ...others].map((name) => rootField(draft, query, name, scope));
  const variables = draft.definitions.length > 0 ? `(${draft.definitions.join(", ")})` : "";
  const fragments = draft.fragments.map(({ name, type, text }) => `fragment ${name} on ${type} ${text}`);
  const document = parse([`query Generated${variables} { ${parts.join(" ")} }`, ...fragments].join("\n"));
  const [problem] = validate(draft.schema, document);
  if (problem) throw new Error(`The generator made an invalid operation: ${problem.message}\n${print(document)}`);
  const headers: Record<string, string> = {};
  if (draft.chance(15)) {
    headers["standpoint-as-of"] = draft.pick(["2021-01-26", "2016-12-31", "2020-02-29"]);
    draft.features.add("Standpoint-As-Of");
  }
  if (draft.chance(10)) {
    headers["standpoint-known-at"] = draft.pick([pool.moment, "2026-01-01T00:00:00Z"]);
    draft.features.add("Standpoint-Known-At");
  }
  return described({
    query: print(document),
    variables: draft.variables,
    headers,
    fields: draft.fields,
    features: draft.features,
  });
}

/** As fast-check shows a counterexample: a document to read, not a string of JSON. */
function described(made: Operation): Operation {
  const { query, variables, headers } = made;
  const text = [query, `variables: ${JSON.stringify(variables)}`, `headers: ${JSON.stringify(headers)}`].join("\n");
  return Object.assign(made, { [fc.toStringMethod]: () => `\n${text}\n` });
}
