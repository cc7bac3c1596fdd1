import { entityMutations } from "../../graphql/mutation/entity-mutations.js";
import { meetingTable } from "./meeting.repository.js";

export const MeetingMutations = entityMutations({ list: "meetings", table: meetingTable });
