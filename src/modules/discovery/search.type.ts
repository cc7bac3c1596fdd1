import { createUnionType } from "type-graphql";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Actor } from "../actors/index.js";
import { PolicyAction } from "../policy-actions/index.js";
import { Proposal, Topic } from "../proposals/index.js";
import { Source } from "../sources/index.js";
import { Meeting, Statement } from "../statements/index.js";

export const SearchResult = createUnionType({
  name: "SearchResult",
  description: "What `search` finds.",
  types: () => [Source, Actor, Topic, Proposal, PolicyAction, Meeting, Statement] as const,
});

export const SearchConnection = connectionType(() => SearchResult, "Search", "what a search found");
