import { connectionType } from "../../../graphql/connection/connection-type.js";
import { StanceChange } from "./stance-change.type.js";

export const StanceChangeConnection = connectionType(() => StanceChange, "StanceChange", "changes of stance");
