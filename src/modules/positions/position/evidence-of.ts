import { either } from "../../../graphql/field-sql.js";
import { policyActionTable } from "../../policy-actions/index.js";
import { statementTable } from "../../statements/index.js";
import { rollCallTable } from "../roll-call/roll-call.repository.js";

/** The evidence of a position, which refers to at most one. */
export const evidenceReference = either(
  [statementTable, "evidenceStatementId"],
  [rollCallTable, "evidenceRollCallId"],
  [policyActionTable, "evidencePolicyActionId"],
);
