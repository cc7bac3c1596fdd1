import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import { type ListStorage, sourceRows } from "./list-storage.js";
import { dateColumns } from "./sql/date-columns.js";
import { slugOf, sourceSlugs } from "./sql/entry-sql.js";

export const positions: ListStorage<"positions"> = {
  kind: "POSITION",
  table: "Position",
  entry: sql`json_build_object(
    'holder', ${slugOf("Actor", "holderId")}, 'through', ${slugOf("Actor", "throughId")},
    'subject', coalesce(${slugOf("Proposal", "proposalId")}, ${slugOf("PolicyAction", "policyActionId")}),
    'stance', t.stance, 'basis', t.basis, 'conditions', t.conditions, 'since', t.since,
    'evidence', json_build_object('statement', ${slugOf("Statement", "evidenceStatementId")},
      'rollCall', ${slugOf("RollCall", "evidenceRollCallId")},
      'policyAction', ${slugOf("PolicyAction", "evidencePolicyActionId")}),
    'note', t.note, 'sources', ${sourceSlugs("PositionSource", "positionId")})`,
  row(entry, ids) {
    const { proposalId, policyActionId } = ids.subject(entry.subject);
    return {
      holderId: ids.of("actors", entry.holder),
      throughId: ids.optional("actors", entry.through),
      proposalId,
      policyActionId,
      subjectId: proposalId ?? policyActionId ?? "",
      stance: entry.stance,
      basis: entry.basis,
      conditions: entry.conditions,
      ...dateColumns("since", entry.since),
      evidenceStatementId: ids.optional("statements", entry.evidence?.statement),
      evidenceRollCallId: ids.optional("rollCalls", entry.evidence?.rollCall),
      evidencePolicyActionId: ids.optional("policyActions", entry.evidence?.policyAction),
      note: entry.note,
    } satisfies Prisma.PositionCreateManyInput;
  },
  links: [{ table: "PositionSource", owner: "positionId", rows: sourceRows }],
};
