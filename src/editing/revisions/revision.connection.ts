import { connectionType } from "../../graphql/connection/connection-type.js";
import { Revision } from "./revision.type.js";

export const RevisionConnection = connectionType(() => Revision, "Revision", "revisions");
