import { connectionType } from "../../graphql/connection/connection-type.js";
import { Meeting } from "./meeting.type.js";
import { Statement } from "./statement.type.js";

export const MeetingConnection = connectionType(() => Meeting, "Meeting", "meetings");
export const StatementConnection = connectionType(() => Statement, "Statement", "statements");
