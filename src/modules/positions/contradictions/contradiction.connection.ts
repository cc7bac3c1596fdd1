import { connectionType } from "../../../graphql/connection/connection-type.js";
import { Contradiction } from "./contradiction.type.js";

export const ContradictionConnection = connectionType(() => Contradiction, "Contradiction", "contradictions");
