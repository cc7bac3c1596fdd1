import { connectionType } from "../../../graphql/connection/connection-type.js";
import { AgreementSubject } from "./agreement-subject.type.js";

export const AgreementSubjectConnection = connectionType(
  () => AgreementSubject,
  "AgreementSubject",
  "subjects that two actors share",
);
