import { entityMutations } from "../../../graphql/mutation/entity-mutations.js";
import { rollCallTable } from "./roll-call.repository.js";

export const RollCallMutations = entityMutations({
  list: "rollCalls",
  table: rollCallTable,
  inside: { stated: "StatedTally" },
});
