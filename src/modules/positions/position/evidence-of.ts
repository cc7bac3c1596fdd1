import type { Context } from "../../../context.js";
import { either } from "../../../graphql/field-sql.js";
import { reference } from "../../../graphql/reference.js";
import { policyActionTable } from "../../policy-actions/index.js";
import { statementTable } from "../../statements/index.js";
import { rollCallTable } from "../roll-call/roll-call.repository.js";
import type { Position } from "./position.type.js";

/** The evidence of a position, which refers to at most one. */
export const evidenceReference = either(
  [statementTable, "evidenceStatementId"],
  [rollCallTable, "evidenceRollCallId"],
  [policyActionTable, "evidencePolicyActionId"],
);

/** The evidence of a position, which refers to at most one; null where it has none. */
export function evidenceOf(position: Position, context: Context) {
  if (position.evidenceStatementId) return reference(statementTable, position.evidenceStatementId, context);
  if (position.evidenceRollCallId) return reference(rollCallTable, position.evidenceRollCallId, context);
  return reference(policyActionTable, position.evidencePolicyActionId, context);
}
