import { createUnionType } from "type-graphql";
import { Proposal } from "../proposals/index.js";
import { PolicyAction } from "./policy-action.type.js";

/** Whatever actors can hold a position on. */
export const Subject = createUnionType({
  name: "Subject",
  description:
    "What actors can hold a position on: something proposed, or something done. A slug names at most one of the two.",
  types: () => [Proposal, PolicyAction] as const,
});
export type Subject = Proposal | PolicyAction;
