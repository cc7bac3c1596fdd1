import { connectionType } from "../../graphql/connection/connection-type.js";
import { Change } from "./change.type.js";

export const ChangeConnection = connectionType(() => Change, "Change", "changes");
