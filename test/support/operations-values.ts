import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import type { Draft, Written } from "./operations-draft.js";

const deepest = 2;
const days = ["2021-01-26", "2021-01-27", "2016-12-23", "1995-01-01", "2017-07-07", "2022-06-30", "2026-01-01"];
const words = ["United", "s", "Conference", "the", "state", "é", "Treaty", "Minister", "%_"];
const codes = ["US", "RU", "FR", "PSE", "840", "YUCS", "Q30"];
const numbers = [71, 0, 75, 8];

/** What arguments and inputs called so hold the slug of; those not named here hold any. */
const slugsOf: Record<string, string> = {
  meeting: "Meeting",
  topics: "Topic",
  participantIn: "Proposal",
  memberOf: "Actor",
  body: "Actor",
};

/** What a value is for. */
interface Place {
  readonly name: string;
  /** The type that is asked about: the one that the field returns. */
  readonly about: string;
  /** Inputs around it. */
  readonly depth: number;
}

/** A value for an argument, written out in the document or with variables anywhere in it. */
export function argumentValue(draft: Draft, type: GraphQLInputType, name: string, about: string): string {
  return inPlace(draft, type, { name, about, depth: 0 });
}

function inPlace(draft: Draft, type: GraphQLInputType, place: Place): string {
  if (draft.chance(25)) return draft.variable(type, written(draft, type, place));
  if (isNull(draft, type)) return "null";
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isInputObjectType(bare)) {
    const fields = fieldsOf(draft, bare, place).map(
      ({ field, place }) => `${field.name}: ${inPlace(draft, field.type, place)}`,
    );
    return `{ ${fields.join(", ")} }`;
  }
  if (isListType(bare)) {
    const items = Array.from({ length: sizeOf(draft, place) }, () => inPlace(draft, bare.ofType, place));
    return `[${items.join(", ")}]`;
  }
  return written(draft, type, place).literal;
}

function isNull(draft: Draft, type: GraphQLInputType): boolean {
  if (isNonNullType(type) || !draft.chance(4)) return false;
  draft.features.add("null");
  return true;
}

function written(draft: Draft, type: GraphQLInputType, place: Place): Written {
  if (isNonNullType(type)) return writtenValue(draft, type.ofType, place);
  if (place.depth > 0 && isNull(draft, type)) return { literal: "null", json: null };
  return writtenValue(draft, type, place);
}

function writtenValue(draft: Draft, type: GraphQLInputType, place: Place): Written {
  if (isListType(type)) {
    const items = Array.from({ length: sizeOf(draft, place) }, () => written(draft, type.ofType, place));
    return { literal: `[${items.map(({ literal }) => literal).join(", ")}]`, json: items.map(({ json }) => json) };
  }
  if (isInputObjectType(type)) {
    const fields = fieldsOf(draft, type, place).map(({ field, place }) => ({
      name: field.name,
      ...written(draft, field.type, place),
    }));
    return {
      literal: `{ ${fields.map(({ name, literal }) => `${name}: ${literal}`).join(", ")} }`,
      json: Object.fromEntries(fields.map(({ name, json }) => [name, json])),
    };
  }
  if (isEnumType(type)) {
    const { name } = draft.pick(type.getValues());
    return { literal: name, json: name };
  }
  const json = scalar(draft, type.name, place);
  return { literal: JSON.stringify(json), json };
}

function sizeOf(draft: Draft, { name, depth }: Place): number {
  // An empty list is refused, but one of what to count by is a question.
  if (name !== "groupBy" && draft.makes("list", 20)) return 0;
  return draft.number(name === "groupBy" && depth === 0 ? 0 : 1, 2);
}

function fieldsOf(
  draft: Draft,
  type: GraphQLInputObjectType,
  { name, about, depth }: Place,
): { field: GraphQLInputField; place: Place }[] {
  const fields = Object.values(type.getFields());
  const required = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  if (required.length === 0 && draft.chance(6)) {
    draft.features.add("empty filter");
    return [];
  }
  const optional = fields.filter((field) => !required.includes(field) && (depth < deepest || isPlain(field.type)));
  const least = required.length > 0 ? 0 : 1;
  return [...required, ...draft.some(optional, least, 2)].map((field) => ({
    field,
    place: { name: field.name, about: filtered(type) ?? (name === "where" ? about : ""), depth: depth + 1 },
  }));
}

/** "Actor" of "ActorFilter". */
function filtered({ name }: GraphQLInputObjectType): string | undefined {
  return /^(.+)Filter$/.exec(name)?.[1];
}

function isPlain(type: GraphQLInputType): boolean {
  if (isNonNullType(type) || isListType(type)) return isPlain(type.ofType);
  return !isInputObjectType(type);
}

function scalar(draft: Draft, type: string, place: Place): unknown {
  switch (type) {
    case "Boolean":
      return draft.chance(50);
    case "Int":
      return draft.pick(numbers);
    case "ID":
      return id(draft, place);
    case "Date":
      return draft.pick(days);
    case "DateTime":
      return draft.pick([draft.pool.moment, "2026-01-01T00:00:00Z", "2099-01-01T00:00:00.123456Z"]);
    default:
      return text(draft, place);
  }
}

function id(draft: Draft, { about, name }: Place): string {
  if (draft.makes("id", 100))
    return draft.pick(["no id", "statement_01h2xcejqtf2nbrexx3vqjhp41x", "unknown_01h2xcejqtf2nbrexx3vqjhp41"]);
  if (name === "id" && about === "Position" && draft.chance(90))
    return draft.pick(draft.pool.ids.get("Position") ?? []);
  return draft.pick([...draft.pool.ids.values()].flatMap((ids) => ids.slice(0, 12)));
}

function text(draft: Draft, { name, about }: Place): string {
  if (name === "query" || name === "text")
    return draft.makes("words", 100)
      ? draft.pick(["!?", " "])
      : draft.pick(words.filter((word) => /[a-z]/i.test(word)));
  if (["contains", "equals", "startsWith"].includes(name)) return draft.pick(words);
  if (name === "values") return draft.pick(codes);
  if (draft.makes("slug")) return draft.pick(["No Slug", "", "two--hyphens"]);
  if (draft.makes("unknown")) return "nothing-is-called-so";
  const { slugs } = draft.pool;
  return draft.pick(slugs.get(slugsOf[name] ?? about) ?? [...slugs.values()].flatMap((some) => some.slice(0, 8)));
}
