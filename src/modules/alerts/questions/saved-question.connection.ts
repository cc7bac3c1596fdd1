import { connectionType } from "../../../graphql/connection/connection-type.js";
import { SavedQuestion } from "./saved-question.type.js";

export const SavedQuestionConnection = connectionType(() => SavedQuestion, "SavedQuestion", "saved questions");
