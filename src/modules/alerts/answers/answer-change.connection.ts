import { connectionType } from "../../../graphql/connection/connection-type.js";
import { AnswerChange } from "./answer-change.type.js";

export const AnswerChangeConnection = connectionType(() => AnswerChange, "AnswerChange", "changes of an answer");
