import { entityMutations } from "../../graphql/mutation/entity-mutations.js";
import { actorTable } from "./actor.repository.js";

export const ActorMutations = entityMutations({
  list: "actors",
  table: actorTable,
  inside: { names: "ActorName", codes: "ExternalCode" },
});
