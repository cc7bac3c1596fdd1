import { entityMutations } from "../../graphql/mutation/entity-mutations.js";
import { topicTable } from "./proposal.repository.js";

export const TopicMutations = entityMutations({ list: "topics", table: topicTable });
