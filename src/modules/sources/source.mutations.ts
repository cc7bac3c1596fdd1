import { entityMutations } from "../../graphql/mutation/entity-mutations.js";
import { sourceTable } from "./source.repository.js";

export const SourceMutations = entityMutations({ list: "sources", table: sourceTable });
