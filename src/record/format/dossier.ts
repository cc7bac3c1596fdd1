import { z } from "zod";
import { actor } from "./actor.js";
import { affiliation } from "./affiliation.js";
import { line, text } from "./fields.js";
import { meeting } from "./meeting.js";
import { policyAction } from "./policy-action.js";
import { position } from "./position.js";
import { proposal } from "./proposal.js";
import { rollCall } from "./roll-call.js";
import { source } from "./source.js";
import { statement } from "./statement.js";
import { topic } from "./topic.js";

/** The lists of a dossier, in the order in which they are written and recorded: each refers to earlier ones or to itself. */
export const lists = {
  sources: source,
  actors: actor,
  affiliations: affiliation,
  meetings: meeting,
  topics: topic,
  proposals: proposal,
  policyActions: policyAction,
  statements: statement,
  rollCalls: rollCall,
  positions: position,
};

export type ListName = keyof typeof lists;
export type Entry<List extends ListName = ListName> = { [L in List]: z.output<(typeof lists)[L]> }[List];

// Object.keys gives string[]; `lists` is a literal with these keys only.
export const listNames = Object.keys(lists) as ListName[];

/** Lists whose entities have a slug. */
export type SluggedList = Exclude<ListName, "affiliations" | "positions">;
export const sluggedLists = listNames.filter(
  (list): list is SluggedList => list !== "affiliations" && list !== "positions",
);

/** One of something of a list, as messages call it. */
export const nouns: Record<ListName, string> = {
  sources: "a source",
  actors: "an actor",
  affiliations: "an affiliation",
  meetings: "a meeting",
  topics: "a topic",
  proposals: "a proposal",
  policyActions: "a policy action",
  statements: "a statement",
  rollCalls: "a roll call",
  positions: "a position",
};

/** Everything of a file but its lists' entries, which are checked one by one so that each problem of each is found. */
export const head = {
  dossier: z.literal(1).describe("The version of this format: 1."),
  title: line("What the dossier is about."),
  summary: text("For people who open the file; not recorded.").optional(),
  entries: z
    .int()
    .min(0)
    .describe("How many entries the file has. Exports have it: so a file that was cut off is refused.")
    .optional(),
};

/** The whole file, for the JSON Schema. */
export const dossier = z.strictObject({
  ...head,
  sources: z.array(source).describe("Documents in which something is written.").optional(),
  actors: z.array(actor).describe("States, organisations, governments, coalitions, people.").optional(),
  affiliations: z.array(affiliation).describe("Who belongs to whom, in which office, when.").optional(),
  meetings: z.array(meeting).describe("Occasions on which statements are made and votes taken.").optional(),
  topics: z.array(topic).describe("What proposals are filed under.").optional(),
  proposals: z.array(proposal).describe("What actors can be for or against.").optional(),
  policyActions: z.array(policyAction).describe("What actors did or announced.").optional(),
  statements: z.array(statement).describe("What was said, by whom, for whom.").optional(),
  rollCalls: z.array(rollCall).describe("Recorded votes; who voted how are positions.").optional(),
  positions: z.array(position).describe("Who stands where, since when, on what evidence.").optional(),
});
