import { fromString, fromUUID, toUUIDBytes } from "typeid-js";

const example = "a global id is a type and 26 characters, such as actor_01h2xcejqtf2nbrexx3vqjhp41";

/** Common mistakes in global ids, each with its message. The first that matches is used. */
const mistakes: [pattern: RegExp, reason: string][] = [
  [/^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i, `it is a bare uuid; ${example}`],
  [/^[a-z]+(-[a-z0-9]+)*$/, `it looks like a slug; ${example}`],
  [/[A-Z]/, `it must be in lower case; ${example}`],
  [
    /^(?![a-z]([a-z_]{0,61}[a-z])?_[^_]*$)/,
    `it must begin with a type of at most 63 lower-case letters and an underscore; ${example}`,
  ],
  [/_(?![^_]{26}$)[^_]*$/, `exactly 26 characters must follow the underscore; ${example}`],
  [/_[^0-7][^_]*$/, "the first character after the underscore must be a digit from 0 to 7"],
];

/**
 * The global id of an entity: a TypeID (spec 0.3.0), which is the uuid's 128 bits in Crockford's base32 behind a type.
 *
 * @param prefix the type, in lower-case letters and underscores: "actor", "policy_action"
 * @param uuid as Postgres writes it, in lower case with hyphens; not checked
 */
export function globalId(prefix: string, uuid: string): string {
  return fromUUID(uuid, prefix);
}

/** The type and the uuid in a text that should be a global id; or why it is not one, for people. */
export function readGlobalId(id: string): { prefix: string; uuid: string } | { reason: string } {
  const mistake = mistakes.find(([pattern]) => pattern.test(id));
  const uuid = mistake ? undefined : uuidIn(id);
  if (uuid !== undefined) return { prefix: id.slice(0, id.lastIndexOf("_")), uuid };
  const reason = mistake?.[1] ?? "it must use the letters and digits of base32, which exclude i, l, o and u";
  return { reason: `${JSON.stringify(id.length > 100 ? `${id.slice(0, 100)}…` : id)} is not a global id: ${reason}` };
}

/** The type and the uuid in a global id that was checked before (see `IdsOf`). */
export function parseGlobalId(id: string): { prefix: string; uuid: string } {
  const read = readGlobalId(id);
  if ("reason" in read) throw new Error(`${read.reason}. It was not refused before execution`);
  return read;
}

function uuidIn(id: string): string | undefined {
  try {
    // Not the library's `toUUID`: it checks no more than the suffix, and refuses uuids of no known version.
    const hex = Buffer.from(toUUIDBytes(fromString(id))).toString("hex");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  } catch {
    return undefined;
  }
}
