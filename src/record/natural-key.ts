import { parseSpan } from "../edtf/edtf-date.js";
import type { Entry } from "./format/dossier.js";

/**
 * What makes an entry the same entity as one that is recorded: its slug. An affiliation is told by member, organization,
 * kind, role and the day on which it starts; a position by holder, subject, basis and evidence, or without evidence by
 * the day since when it is held.
 */
export function naturalKey(entry: Entry): string {
  if ("slug" in entry) return entry.slug;
  return JSON.stringify("member" in entry ? affiliationKey(entry) : positionKey(entry));
}

const affiliationKey = ({ member, organization, kind, role = "", during }: Entry<"affiliations">) => [
  member,
  organization,
  kind,
  role,
  during ? parseSpan(during).earliest : "",
];

const positionKey = ({ holder, subject, basis, evidence, since }: Entry<"positions">) => [
  holder,
  subject,
  basis,
  evidence ? Object.entries(evidence)[0] : since,
];
