import type { Context } from "../context.js";
import type { Database } from "../db/database.js";
import { raw, type Sql, sql } from "../db/sql.js";
import { encodeCursorText } from "../graphql/connection/cursor.js";
import { declarationOf } from "../graphql/declared-fields.js";
import { entityKey } from "../graphql/entity-key.js";
import type { Entities, EntityKey, FieldSql } from "../graphql/field-sql.js";
import { globalId } from "../record/global-id.js";
import { completed } from "./complete.js";
import type { Failures } from "./failures.js";
import type { Row } from "./json.js";
import { textOf } from "./json.js";
import { contentOf, fillMarks, marksOf } from "./marks.js";
import type { PlannedField, Request } from "./plan.js";
import { Renderer } from "./render.js";

/** A renderer for the fields with a `knownAt`. `moment` is undefined for the moment of the request itself. */
export function rendererAt({ plan, variables, context }: Request, moment: string | undefined): Renderer {
  return new Renderer(plan, variables, moment === undefined ? context : { ...context, knownAt: moment });
}

function databaseOf(renderer: Renderer, { context }: Request): Database {
  const { knownAt } = renderer.context;
  return knownAt === undefined || knownAt === context.knownAt ? context.database : context.database.asKnownAt(knownAt);
}

/** Reads the JSON text of a root field. The request must have the same form as the one that it was prepared for. */
export type Ask = (context: Context, failures: Failures) => Promise<string>;

/** Makes the query of a declared root field. */
export function asking(prepared: Request, renderer: Renderer, declared: FieldSql, field: PlannedField): Ask {
  const query = plain(renderer.root(field, declared));
  return async (context, failures) => {
    const request = { ...prepared, context };
    const [row] = await databaseOf(renderer, request).query<{ json: string | null }>(query);
    if (row?.json != null) return filled(row.json, renderer, request, failures);
    return field.output.nullable ? "null" : failures.null(`${field.parentType.name}.${field.name}`);
  };
}

/** The query with its text joined once: `Sql.text` is a getter that joins it at each access. */
const plain = ({ text, values }: Sql): Sql => ({ text, values }) as Sql; // a database reads only these two

/** Makes the queries of entities by their keys, one for each type and moment. Their JSON is in the order of the keys. */
export function entitiesOf(prepared: Request, renderer: Renderer, field: PlannedField, { keys }: Entities): Ask {
  const ask = askingFor(prepared, renderer, field, keys);
  return async (context, failures) => `[${(await ask(context, failures)).join(",")}]`;
}

/** Like `entitiesOf`, but returns the JSON of each entity separately: `null` for an unknown one. */
export function askingFor(
  prepared: Request,
  renderer: Renderer,
  field: PlannedField,
  keys: readonly (EntityKey | null)[],
): (context: Context, failures: Failures) => Promise<string[]> {
  const groups = new Map<string, Group>();
  keys.forEach((key, index) => {
    if (!key) return;
    const name = `${key.table.name} ${key.by} ${key.knownAt}`;
    const group = groups.get(name) ?? { key, places: new Map() };
    groups.set(name, group);
    group.places.set(key.value, [...(group.places.get(key.value) ?? []), index]);
  });
  const queries = [...groups.values()].map((group) => {
    const { knownAt } = group.key;
    const groupRenderer = knownAt === undefined ? renderer : rendererAt(prepared, knownAt);
    return { group, groupRenderer, query: plain(keyed(groupRenderer, field, group)) };
  });

  return async (context, failures) => {
    const request = { ...prepared, context };
    const texts: string[] = keys.map(() => "null");
    const read = queries.map(async ({ group, groupRenderer, query }) => {
      const places = [...group.places.values()];
      const rows = await databaseOf(groupRenderer, request).query<{ n: number; json: string | null }>(query);
      for (const { n, json } of rows) {
        if (json === null) continue;
        const text = await filled(json, groupRenderer, request, failures);
        for (const place of places[n - 1] ?? []) texts[place] = text;
      }
    });
    await Promise.all(read);
    return texts;
  };
}

/** Entities of one type and moment, by one key: each value once, with its places in the answer. */
interface Group {
  readonly key: EntityKey;
  readonly places: Map<string, readonly number[]>;
}

function keyed(renderer: Renderer, field: PlannedField, { key: { by, ...key }, places }: Group): Sql {
  const values = [...places.keys()];
  const [single] = values;
  const keyType = raw(by === "id" ? "uuid" : "text");
  // A single key is not passed as a list: Postgres estimates ten rows for an unknown list, and plans the query again each time.
  const wanted =
    values.length === 1
      ? sql`(select ${single}::${keyType} as "key", 1 as "n") wanted`
      : sql`unnest(${values}::${keyType}[]) with ordinality as wanted("key", "n")`;
  const entity = renderer.entity(field, { by, ...key }, raw('wanted."key"'), renderer.rowIn(field, undefined));
  return sql`select wanted."n"::int as "n", ${entity} as "json" from ${wanted}`;
}

/** The text with its marks filled in: ids, cursors, computed values, and fields with another moment. */
async function filled(text: string, renderer: Renderer, request: Request, failures: Failures): Promise<string> {
  const asides = await Promise.all(
    renderer.asides.map(async ({ field, moment, row }, index) => {
      const ids = new Set(marksOf(text, "k").flatMap((mark) => contentOf(mark, index) ?? []));
      const inside = rendererAt(request, moment);
      const textsById = new Map<string, string>();
      if (ids.size === 0) return textsById;
      const parents: Row = { ...row, alias: raw("parents") };
      const query = sql`select parents."id", ${textOf(inside.value(field, parents))} as "json"
        from unnest(${[...ids]}::uuid[]) as parents("id")`;
      const rows = await databaseOf(inside, request).query<{ id: string; json: string }>(query);
      for (const { id, json } of rows) textsById.set(id, await filled(json, inside, request, failures));
      return textsById;
    }),
  );
  return fillMarks(text, (kind, content) => {
    if (kind === "c") return encodeCursorText(content);
    if (kind === "n") return failures.null(content);
    const space = content.indexOf(" ");
    const [before, after] = [content.slice(0, space), content.slice(space + 1)];
    if (kind === "i") return globalId(before, after);
    if (kind === "m") return entityKey(globalId(before, after), renderer.context.knownAt);
    if (kind === "e") throw renderer.refusals[Number(before)]?.() ?? refuse();
    if (kind === "k") return asides[Number(before)]?.get(after) ?? "null";
    const { field, value } = renderer.computed[Number(before)] ?? refuse();
    return completed(request, field, value(JSON.parse(after)), failures, refuse);
  });
}

const refuse = (): never => {
  throw new Error("A mark names nothing that was rendered");
};

/** The declaration of a root field; undefined for a field with a resolver. */
export function declaredOf(
  request: Request,
  renderer: Renderer,
  field: PlannedField,
  rootValue: unknown,
): FieldSql | Entities | null | undefined {
  const declaration = field.definition && declarationOf(field.definition);
  return declaration?.declare(renderer.argumentsOf(field), request.context, rootValue);
}
