import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";
import type { Draft } from "./operations-draft.js";
import { argumentValue } from "./operations-values.js";

type AnyField = GraphQLField<unknown, unknown>;

/** What has been asked for under one name at one place of the answer, so that fields merge only where they may. */
interface Answered {
  readonly parent: GraphQLCompositeType;
  readonly field: string;
  readonly type: string;
  readonly args: string;
  readonly inner: Scope;
}
export type Scope = Map<string, Answered[]>;
/** Stands in a scope for what a fragment asks for there: nothing more can be merged with that. */
const unknown = "...";

/** A field at the top. */
export function rootField(draft: Draft, query: GraphQLObjectType, name: string, scope: Scope): string {
  const field = query.getFields()[name];
  if (!field) throw new Error(`There is no field ${name}.`);
  return fieldText(draft, query, field, draft.number(1, 4), scope);
}

/** What to ask of a type, with its braces. `depth` is how many entities further it may go. */
function selectionSet(draft: Draft, type: GraphQLCompositeType, depth: number, scope: Scope): string {
  const reused = draft.fragments.find((fragment) => fragment.type === type.name && fragment.depth <= depth);
  if (reused && scope.size === 0 && draft.chance(50)) {
    draft.features.add("fragment used twice");
    scope.set(unknown, []);
    return `{ ...${reused.name} }`;
  }
  const parts = isObjectType(type) ? objectParts(draft, type, depth, scope) : abstractParts(draft, type, depth, scope);
  return `{ ${parts.join(" ")} }`;
}

function objectParts(draft: Draft, type: GraphQLObjectType, depth: number, scope: Scope): string[] {
  const fields = Object.values(type.getFields()).filter((field) => depth > 0 || !leadsOn(field));
  const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
  const composite = fields.filter((field) => !leaves.includes(field));
  const chosen = [...draft.some(leaves, 0, 3), ...draft.some(composite, draft.chance(80) ? 1 : 0, 3)];
  const least = chosen.length > 0 ? chosen : draft.some(fields, 1, 1);
  const swapped = draft.chance(8) ? swappedNames(draft, type, scope) : [];
  const parts = [...swapped, ...least.map((field) => part(draft, type, field, depth, scope))];
  if (draft.chance(10)) parts.push(typename(draft, scope, type));
  return parts
    .filter((text) => text !== "")
    .concat(parts.every((text) => text === "") ? [typename(draft, scope, type)] : []);
}

/** A field as it is, or in a fragment of any kind. */
function part(draft: Draft, type: GraphQLObjectType, field: AnyField, depth: number, scope: Scope): string {
  if (!draft.spend()) return "";
  const text = fieldText(draft, type, field, depth, scope);
  if (draft.chance(6)) {
    draft.features.add("inline fragment");
    const bare = draft.chance(30);
    return `... ${bare ? "" : `on ${type.name} `}${directive(draft)}{ ${text} }`;
  }
  if (!draft.chance(8)) return text;
  const name = `Part${draft.fragments.length}`;
  draft.fragments.push({ name, type: type.name, text: `{ ${text} }`, depth });
  draft.features.add("named fragment");
  return `...${name}${directive(draft)}`;
}

function abstractParts(draft: Draft, type: GraphQLCompositeType, depth: number, scope: Scope): string[] {
  if (!isAbstractType(type)) return [];
  const parts = draft.chance(70) ? [typename(draft, scope, type)] : [];
  if (isInterfaceType(type))
    parts.push(...Object.values(type.getFields()).map((field) => fieldText(draft, type, field, depth, scope)));
  if (isUnionType(type) && draft.chance(25)) {
    const node = draft.schema.getType("Node");
    const { key } = placeIn(draft, scope, "id", {
      parent: isInterfaceType(node) ? node : type,
      field: "id",
      type: "ID!",
      args: "",
    });
    draft.features.add("fragment on an interface");
    parts.push(`... on Node { ${key === "id" ? "" : `${key}: `}id }`);
  }
  for (const member of draft.some(draft.schema.getPossibleTypes(type), 1, 4)) {
    if (!draft.spend()) break;
    draft.features.add(isUnionType(type) ? "union" : "interface");
    parts.push(`... on ${member.name} { ${objectParts(draft, member, depth, scope).join(" ")} }`);
  }
  return parts.length > 0 ? parts : [typename(draft, scope, type)];
}

function typename(draft: Draft, scope: Scope, parent: GraphQLCompositeType): string {
  draft.features.add("__typename");
  const { key } = placeIn(draft, scope, "__typename", { parent, field: "__typename", type: "String!", args: "" });
  return key === "__typename" ? key : `${key}: __typename`;
}

function fieldText(draft: Draft, parent: GraphQLCompositeType, field: AnyField, depth: number, scope: Scope): string {
  const type = getNamedType(field.type);
  draft.fields.add(`${parent.name}.${field.name}`);
  const args = argumentsText(draft, field, depth);
  const wanted = draft.chance(15) ? aliasOf(draft, field) : field.name;
  const { key, inner } = placeIn(draft, scope, wanted, { parent, field: field.name, type: String(field.type), args });
  const alias = key === field.name ? "" : `${key}: `;
  const selection = isCompositeType(type)
    ? ` ${selectionSet(draft, type, leadsOn(field) ? depth - 1 : depth, inner)}`
    : "";
  const text = `${alias}${field.name}${args} ${directive(draft)}`.trimEnd() + selection;
  if (!isCompositeType(type) || inner.has(unknown) || !draft.chance(5) || !draft.spend()) return text;
  draft.features.add("merged field");
  return `${text} ${alias}${field.name}${args} ${selectionSet(draft, type, 0, inner)}`;
}

/** Fields of an entity under each other's names, such as `uid: id id: slug __typename: slug`. */
function swappedNames(draft: Draft, parent: GraphQLObjectType, scope: Scope): string[] {
  const { id, slug } = parent.getFields();
  if (!id || !slug || scope.size > 0) return [];
  draft.features.add("swapped names");
  const aliases: [key: string, field: AnyField][] = draft.some(
    [
      ["uid", id],
      ["id", slug],
      ["slug", id],
      ...(draft.mayBeAlias("__typename") ? ([["__typename", slug]] as [string, AnyField][]) : []),
    ],
    1,
    3,
  );
  return aliases.map(([wanted, { name, type }]) => {
    const { key } = placeIn(draft, scope, wanted, { parent, field: name, type: String(type), args: "" });
    return `${key}: ${name}`;
  });
}

function aliasOf(draft: Draft, { name }: AnyField): string {
  return draft.chance(40) ? draft.misleadingAlias() : draft.alias(name);
}

/** The name under which a field may be asked for here: its own, unless another there would not merge with it. */
function placeIn(
  draft: Draft,
  scope: Scope,
  wanted: string,
  field: Omit<Answered, "inner">,
): { key: string; inner: Scope } {
  const others = scope.get(wanted) ?? [];
  const isSame = (other: Answered) => other.field === field.field && other.args === field.args;
  const same = others.find((other) => other.type === field.type && isSame(other));
  const merges = others.every(
    (other) => !other.inner.has(unknown) && other.type === field.type && (isSame(other) || disjoint(other, field)),
  );
  if (!merges) return placeIn(draft, scope, draft.alias(field.field), field);
  const inner: Scope = same?.inner ?? others[0]?.inner ?? new Map();
  scope.set(wanted, [...others, { ...field, inner }]);
  return { key: wanted, inner };
}

function disjoint(one: Omit<Answered, "inner">, other: Omit<Answered, "inner">): boolean {
  return one.parent !== other.parent && isObjectType(one.parent) && isObjectType(other.parent);
}

function argumentsText(draft: Draft, field: AnyField, depth: number): string {
  const about = aboutOf(field);
  const paging = pagingText(draft, field, depth);
  const others = field.args
    .filter(({ name }) => !["first", "last", "after", "before"].includes(name))
    .filter((arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || draft.chance(25))
    // A cursor belongs to an order, and those at hand to the order that a list has by itself.
    .filter(({ name }) => name !== "orderBy" || !paging.some((text) => /^(after|before)/.test(text)))
    .map((arg) => `${arg.name}: ${argumentValue(draft, arg.type, arg.name, about)}`);
  const all = [...others, ...paging];
  return all.length > 0 ? `(${all.join(", ")})` : "";
}

function pagingText(draft: Draft, field: AnyField, depth: number): string[] {
  const takes = (name: string): boolean => field.args.some((arg) => arg.name === name);
  if (!takes("first")) return [];
  if (draft.makes("page")) return [`first: ${draft.pick([1000, -1])}`];
  if (takes("last") && draft.makes("pages")) return ["first: 1, last: 1"];
  if (depth === 0 && draft.chance(10)) return []; // 25 rows, which is too many wherever lists nest
  const backward = takes("last") && draft.chance(25);
  draft.features.add(backward ? "backward" : "forward");
  const size = argumentSize(draft, field, backward ? "last" : "first");
  const cursors = draft.pool.cursors.get(getNamedType(field.type).name) ?? [];
  if (!takes("after")) return [size];
  if (draft.makes("cursor"))
    return [size, `after: ${JSON.stringify(draft.pick(["no cursor", ...foreign(draft, field)]))}`];
  if (cursors.length === 0 || !draft.chance(20)) return [size];
  draft.features.add("cursor");
  return [size, `${backward ? "before" : "after"}: ${JSON.stringify(draft.pick(cursors))}`];
}

function argumentSize(draft: Draft, field: AnyField, name: string): string {
  const size = draft.pick([2, 1, 3, 4, 0]);
  const type = field.args.find((arg) => arg.name === name)?.type;
  const value = { literal: String(size), json: size };
  return `${name}: ${type && draft.chance(25) ? draft.variable(type, value) : size}`;
}

function foreign(draft: Draft, field: AnyField): string[] {
  const others = [...draft.pool.cursors].filter(([connection]) => connection !== getNamedType(field.type).name);
  return others.flatMap(([, cursors]) => cursors.slice(0, 1));
}

/** The type that a field is about: the one of a connection's rows. */
function aboutOf(field: AnyField): string {
  return getNamedType(field.type).name.replace(/Connection$/, "");
}

/** Whether a field leads to further entities; a connection's own fields stay with its list. */
function leadsOn(field: AnyField): boolean {
  return isCompositeType(getNamedType(field.type)) && !["nodes", "edges", "node", "pageInfo"].includes(field.name);
}

function directive(draft: Draft): string {
  if (!draft.chance(4)) return "";
  draft.features.add("directive");
  const type = draft.schema.getDirective("skip")?.args[0]?.type;
  const json = draft.chance(50);
  const value = type && draft.chance(50) ? draft.variable(type, { literal: String(json), json }) : String(json);
  return `@${draft.pick(["include", "skip"])}(if: ${value}) `;
}
