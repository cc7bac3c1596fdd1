import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { AffiliationKind } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import { parseSpan } from "../../edtf/edtf-date.js";
import { line, refuse, span } from "../format/fields.js";
import { reference, sources } from "../format/reference.js";
import { slugOf, sourceSlugs, spanColumns } from "../store/columns.js";
import { defineEntity, sourceRows } from "./define.js";

const format = z
  .strictObject({
    member: reference("actors", "Slug of the actor that belongs, holds the office, governs or succeeds."),
    organization: reference("actors", "Slug of the actor that it belongs to, serves, governs or succeeds."),
    kind: z.enum(AffiliationKind).describe("In what way: an office held, a membership, governing a state, and so on."),
    role: line("The office or role: Minister of Foreign Affairs.").optional(),
    acting: z.boolean().describe("Whether the role is held in an acting capacity. Left out: no.").optional(),
    during: span("From when until when.").optional(),
    sources: sources("Where this is written.").optional(),
  })
  .superRefine(({ member, organization }, context) => {
    if (member === organization) {
      refuse(context, `"${member}" cannot be affiliated with itself`, "Name two actors", ["organization"]);
    }
  })
  .meta({
    id: "Affiliation",
    description: "That one actor belongs to another, in an office or otherwise, for a time.",
  });

/** An affiliation is told by member, organization, kind, role and the day on which it starts. */
export const affiliations = defineEntity({
  list: "affiliations",
  kind: "AFFILIATION",
  table: "Affiliation",
  prefix: "affiliation",
  field: "affiliation",
  noun: "an affiliation",
  slugSpace: null,
  about: "Who belongs to whom, in which office, when.",
  format,
  keyed: {
    field: "member",
    column: "memberId",
    keyNoun: "member, organization, kind, role and start",
    key: ({ member, organization, kind, role = "", during }) => [
      member,
      organization,
      kind,
      role,
      during ? parseSpan(during).earliest : "",
    ],
  },
  entry: sql`json_build_object(
    'member', ${slugOf("Actor", "memberId")}, 'organization', ${slugOf("Actor", "organizationId")}, 'kind', t.kind,
    'role', t.role, 'acting', t.acting, 'during', t.during, 'sources', ${sourceSlugs("AffiliationSource", "affiliationId")})`,
  row: (entry, ids) =>
    ({
      memberId: ids.of("actors", entry.member),
      organizationId: ids.of("actors", entry.organization),
      kind: entry.kind,
      role: entry.role,
      acting: entry.acting ?? false,
      ...spanColumns("during", entry.during),
    }) satisfies Prisma.AffiliationCreateManyInput,
  links: [{ table: "AffiliationSource", owner: "affiliationId", rows: sourceRows }],
});
