import { createUnionType } from "type-graphql";
import { Actor } from "../actors/index.js";
import { PolicyAction } from "../policy-actions/index.js";
import { Proposal } from "../proposals/index.js";

/** Whatever a statement can speak of. */
export const Mention = createUnionType({
  name: "Mention",
  description: "What a statement speaks of.",
  types: () => [Proposal, PolicyAction, Actor] as const,
});
export type Mention = Proposal | PolicyAction | Actor;
