import type { Context } from "../../../context.js";
import { either } from "../../../graphql/field-sql.js";
import { reference } from "../../../graphql/reference.js";
import { policyActionTable } from "../../policy-actions/index.js";
import { proposalTable } from "../../proposals/index.js";

/** A row that refers to a subject: one of the two is null. */
export interface SubjectReference {
  proposalId: string | null;
  policyActionId: string | null;
}

/** The subject that a row refers to. */
export const subjectReference = either([proposalTable, "proposalId"], [policyActionTable, "policyActionId"]);

/** The subject that a row refers to. */
export function subjectOf({ proposalId, policyActionId }: SubjectReference, context: Context) {
  return proposalId === null
    ? reference(policyActionTable, policyActionId, context)
    : reference(proposalTable, proposalId, context);
}
