import { either } from "../../../graphql/field-sql.js";
import { policyActionTable } from "../../policy-actions/index.js";
import { proposalTable } from "../../proposals/index.js";

/** The subject that a row refers to. */
export const subjectReference = either([proposalTable, "proposalId"], [policyActionTable, "policyActionId"]);
