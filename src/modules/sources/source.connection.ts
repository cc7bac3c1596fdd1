import { connectionType } from "../../graphql/connection/connection-type.js";
import { Source } from "./source.type.js";

export const SourceConnection = connectionType(() => Source, "Source", "sources");
