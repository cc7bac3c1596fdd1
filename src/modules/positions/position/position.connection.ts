import { connectionType } from "../../../graphql/connection/connection-type.js";
import { Position } from "./position.type.js";

export const PositionConnection = connectionType(() => Position, "Position", "positions");
