import { entityMutations } from "../../graphql/mutation/entity-mutations.js";
import { policyActionTable } from "./policy-action.repository.js";

export const PolicyActionMutations = entityMutations({
  list: "policyActions",
  table: policyActionTable,
  inside: { bearsOn: "PolicyActionBearing" },
});
