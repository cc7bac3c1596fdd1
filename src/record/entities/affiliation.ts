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
    member: reference(
      "actors",
      "Slug of the actor that belongs to the organisation: the holder of an office, a member, an administration, a successor.",
    ),
    organization: reference("actors", "Slug of the actor that the member belongs to, serves, governs or succeeds."),
    kind: z
      .enum(AffiliationKind)
      .describe("The kind of affiliation: an office, a membership, the government of a state and so on."),
    role: line("The office or role, such as Minister of Foreign Affairs.").optional(),
    acting: z.boolean().describe("Whether the role is held in an acting capacity. Default: false.").optional(),
    during: span("When the affiliation holds.").optional(),
    sources: sources("The sources of the affiliation.").optional(),
  })
  .superRefine(({ member, organization }, context) => {
    if (member === organization) {
      refuse(context, `"${member}" cannot be affiliated with itself`, "Use two different actors", ["organization"]);
    }
  })
  .meta({
    id: "Affiliation",
    description: "A relation in which one actor belongs to another for a time: an office, a membership, a succession.",
  });

/** An affiliation is identified by member, organization, kind, role and the day on which it starts. */
export const affiliations = defineEntity({
  list: "affiliations",
  kind: "AFFILIATION",
  table: "Affiliation",
  prefix: "affiliation",
  field: "affiliation",
  noun: "an affiliation",
  slugSpace: null,
  about: "Affiliations: which actor belongs to which other, in which office and when.",
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
