import { entityMutations } from "../../graphql/mutation/entity-mutations.js";
import { statementTable } from "./statement.repository.js";

export const StatementMutations = entityMutations({
  list: "statements",
  table: statementTable,
  inside: { capacity: "Capacity", mentions: "Mention" },
});
