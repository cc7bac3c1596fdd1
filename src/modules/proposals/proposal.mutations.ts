import { entityMutations } from "../../graphql/mutation/entity-mutations.js";
import { proposalTable } from "./proposal.repository.js";

export const ProposalMutations = entityMutations({
  list: "proposals",
  table: proposalTable,
  inside: { participants: "Participation", relations: "ProposalRelation" },
});
