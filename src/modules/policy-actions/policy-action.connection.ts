import { connectionType } from "../../graphql/connection/connection-type.js";
import { PolicyAction } from "./policy-action.type.js";

export const PolicyActionConnection = connectionType(() => PolicyAction, "PolicyAction", "policy actions");
