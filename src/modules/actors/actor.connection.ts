import { connectionType } from "../../graphql/connection/connection-type.js";
import { Actor } from "./actor.type.js";
import { Affiliation } from "./affiliation.type.js";

export const ActorConnection = connectionType(() => Actor, "Actor", "actors");
export const AffiliationConnection = connectionType(() => Affiliation, "Affiliation", "affiliations");
