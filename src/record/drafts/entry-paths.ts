import type { Refusal } from "../write/outcome.js";

/**
 * What is wrong with the entry of a draft, in terms of an input that names the draft: "input.sponsors[0]" is told as
 * "input.entry.sponsors[0]", and what is wrong with the version of the entity as "input.entityVersion".
 *
 * @param at the input, or a part of it, that names the draft
 */
export function beneath(at: string, refusals: readonly Refusal[]): Refusal[] {
  return refusals.map((refusal) => ({ ...refusal, path: `${at}.${ofDraft(refusal.path)}` }));
}

const ofDraft = (path: string): string => {
  if (path === "input.id") return "entityId";
  return path === "input.version" ? "entityVersion" : path.replace(/^input/, "entry");
};
