import { entityMutations } from "../../../graphql/mutation/entity-mutations.js";
import { positionTable } from "./position.repository.js";

export const PositionMutations = entityMutations({
  list: "positions",
  table: positionTable,
  inside: { evidence: "Evidence" },
});
