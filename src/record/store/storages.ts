import type { ListName } from "../format/dossier.js";
import { actors } from "./actors.js";
import { affiliations } from "./affiliations.js";
import type { ListStorage } from "./list-storage.js";
import { meetings } from "./meetings.js";
import { policyActions } from "./policy-actions.js";
import { positions } from "./positions.js";
import { proposals } from "./proposals.js";
import { rollCalls } from "./roll-calls.js";
import { sources } from "./sources.js";
import { statements } from "./statements.js";
import { topics } from "./topics.js";

/** How each list is stored. */
export const storages: { readonly [List in ListName]: ListStorage<List> } = {
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
