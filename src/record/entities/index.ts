import type { z } from "zod";
import { EntityKind } from "../../db/generated/enums.js";
import type { Referred, SluggedList } from "../format/reference.js";
import { actors } from "./actor.js";
import { affiliations } from "./affiliation.js";
import type { Entity } from "./define.js";
import { meetings } from "./meeting.js";
import { policyActions } from "./policy-action.js";
import { positions } from "./position.js";
import { proposals } from "./proposal.js";
import { rollCalls } from "./roll-call.js";
import { sources } from "./source.js";
import { statements } from "./statement.js";
import { topics } from "./topic.js";

const registered = {
  sources,
  actors,
  affiliations,
  meetings,
  topics,
  proposals,
  policyActions,
  statements,
  rollCalls,
  positions,
};

export type ListName = keyof typeof registered;
type Format<List extends ListName> = (typeof registered)[List]["format"];
export type Entry<List extends ListName = ListName> = { [L in List]: z.output<Format<L>> }[List];
export type EntityOf<List extends ListName = ListName> = Entity<Format<List>, Entry<List>>;

/**
 * Every type of entity by its list in a dossier, in the order in which lists are written and recorded: each refers to
 * earlier ones or to itself.
 */
export const entities: { readonly [List in ListName]: EntityOf<List> } = registered;

// Object.keys gives string[]; `registered` is a literal with these keys only.
export const listNames = Object.keys(registered) as ListName[];

/** Whether the entities of a list have slugs. */
export const hasSlugs = (list: ListName): list is SluggedList => entities[list].slugSpace !== null;

/** Lists whose entities have a slug. */
export const sluggedLists = listNames.filter(hasSlugs);

/** The lists of which no two entities have the same slug, by one of them. */
export const slugSpaceOf = (list: SluggedList): Referred => entities[list].slugSpace ?? list;

/** The list whose entities are of a kind. */
export function listOfKind(kind: EntityKind): ListName {
  const list = listNames.find((name) => entities[name].kind === kind);
  if (!list) throw new Error(`No list holds entities of the kind ${kind}`);
  return list;
}

/** The list whose entities have ids of a type: "actor" in `actor_01h2…`. */
export const listOfPrefix = (prefix: string): ListName | undefined =>
  listNames.find((list) => entities[list].prefix === prefix);

/** The lists in the order of their kinds, in which the API names types. */
export const listsByKind: readonly ListName[] = Object.values(EntityKind).map(listOfKind);

/** The lists that a reference can point into. */
export const listsOf = (to: Referred): readonly SluggedList[] =>
  sluggedLists.filter((list) => list === to || entities[list].slugSpace === to);

/** What a reference points at, as messages call it: "a proposal or a policy action". */
export const nounOf = (to: Referred): string =>
  listsOf(to)
    .map((list) => entities[list].noun)
    .join(" or ");

const keyed = listNames.flatMap((list) => entities[list].keyed ?? []);

/** What makes an entry the same entity as one that is recorded: its slug, or else the key of its type. */
export function naturalKey(entry: Entry): string {
  if ("slug" in entry) return entry.slug;
  const type = keyed.find(({ field }) => field in entry);
  return JSON.stringify(type?.key(entry as never)); // the entry has the field that tells its type
}
