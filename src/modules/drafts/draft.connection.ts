import { connectionType } from "../../graphql/connection/connection-type.js";
import { Draft } from "../../graphql/drafts/draft.type.js";

export const DraftConnection = connectionType(() => Draft, "Draft", "drafts");
