import { entityMutations } from "../../graphql/mutation/entity-mutations.js";
import { affiliationTable } from "./actor.repository.js";

export const AffiliationMutations = entityMutations({ list: "affiliations", table: affiliationTable });
