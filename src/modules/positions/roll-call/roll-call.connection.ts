import { connectionType } from "../../../graphql/connection/connection-type.js";
import { RollCall } from "./roll-call.type.js";

export const RollCallConnection = connectionType(() => RollCall, "RollCall", "roll calls");
