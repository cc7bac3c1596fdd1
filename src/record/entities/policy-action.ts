import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { Bearing, PolicyActionKind, PolicyActionStatus } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import { date, eachOnce, line, slug, span, text, weighedWithReason, weighing } from "../format/fields.js";
import { reference, references, sources } from "../format/reference.js";
import { dateColumns, slugOf, sourceSlugs, spanColumns } from "../store/columns.js";
import { defineEntity, type LinkTable, sourceRows } from "./define.js";

const bearing = z
  .strictObject({
    proposal: reference("proposals", "Slug of the proposal."),
    bearing: z.enum(Bearing).describe("Whether the action advances or undermines the proposal."),
    ...weighing,
  })
  .superRefine(weighedWithReason)
  .describe("The effect of the action on a proposal.");

const format = z
  .strictObject({
    slug: slug("The action's slug, by which other entries refer to it. No proposal can have the same slug."),
    title: line("The title."),
    kind: z.enum(PolicyActionKind).describe("The kind of action."),
    status: z.enum(PolicyActionStatus).describe("The status: announced, in effect, reversed or abandoned."),
    agent: reference("actors", "Slug of the actor that the action binds: a state, not its administration."),
    through: reference("actors", "Slug of the actor that acted for the agent, such as the administration.").optional(),
    targets: references("actors", "Slug of an actor.", "The actors at which the action is aimed.").optional(),
    announcedOn: date("When the action was announced.").optional(),
    during: span("When the action is in effect.").optional(),
    reverses: references(
      "policyActions",
      "Slug of a policy action.",
      "The earlier actions that this one reverses.",
    ).optional(),
    bearsOn: z
      .array(bearing)
      .superRefine(eachOnce(({ proposal }) => proposal))
      .describe("The proposals that the action advances or undermines.")
      .optional(),
    summary: text("A summary of what was done, in your own words.").optional(),
    sources: sources("The sources: at least one.").min(1),
  })
  .meta({ id: "PolicyAction", description: "Something that an actor did or announced." });

const links: LinkTable<z.output<typeof format>>[] = [
  {
    table: "PolicyActionTarget",
    owner: "policyActionId",
    rows: ({ targets = [] }, ids) => targets.map((slug) => ({ actorId: ids.of("actors", slug) })),
  },
  {
    table: "PolicyActionReversal",
    owner: "reversingId",
    rows: ({ reverses = [] }, ids) => reverses.map((slug) => ({ reversedId: ids.of("policyActions", slug) })),
  },
  {
    table: "PolicyActionBearing",
    owner: "policyActionId",
    rows: ({ bearsOn = [] }, ids) =>
      bearsOn.map(({ proposal, bearing, weight, weightReason }) => ({
        ...{ proposalId: ids.of("proposals", proposal), bearing, weight, weightReason },
      })),
  },
  { table: "PolicyActionSource", owner: "policyActionId", rows: sourceRows },
];

export const policyActions = defineEntity({
  list: "policyActions",
  kind: "POLICY_ACTION",
  table: "PolicyAction",
  prefix: "policy_action",
  field: "policyAction",
  noun: "a policy action",
  slugSpace: "subjects",
  about: "Policy actions: what actors did or announced.",
  searchedBy: "the title, slug and summary",
  format,
  entry: sql`json_build_object(
    'slug', t.slug, 'title', t.title, 'kind', t.kind, 'status', t.status,
    'agent', ${slugOf("Actor", "agentId")}, 'through', ${slugOf("Actor", "throughId")},
    'targets', (select json_agg(a.slug order by l.ordinal)
      from "PolicyActionTarget" l join "Actor" a on a.id = l."actorId" where l."policyActionId" = t.id),
    'announcedOn', t."announcedOn", 'during', t.during,
    'reverses', (select json_agg(r.slug order by l.ordinal)
      from "PolicyActionReversal" l join "PolicyAction" r on r.id = l."reversedId" where l."reversingId" = t.id),
    'bearsOn', (select json_agg(json_build_object('proposal', p.slug, 'bearing', l.bearing, 'weight', l.weight,
      'weightReason', l."weightReason") order by l.ordinal)
      from "PolicyActionBearing" l join "Proposal" p on p.id = l."proposalId" where l."policyActionId" = t.id),
    'summary', t.summary, 'sources', ${sourceSlugs("PolicyActionSource", "policyActionId")})`,
  row: (entry, ids) =>
    ({
      slug: entry.slug,
      title: entry.title,
      kind: entry.kind,
      status: entry.status,
      agentId: ids.of("actors", entry.agent),
      throughId: ids.optional("actors", entry.through),
      ...dateColumns("announcedOn", entry.announcedOn),
      ...spanColumns("during", entry.during),
      summary: entry.summary,
    }) satisfies Prisma.PolicyActionCreateManyInput,
  links,
});
