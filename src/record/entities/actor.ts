import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { ActorKind, CodeScheme, NameKind, Region } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import { language, line, refuse, slug, span, text } from "../format/fields.js";
import { reference } from "../format/reference.js";
import { slugOf, spanColumns } from "../store/columns.js";
import { defineEntity } from "./define.js";

/** How a code of each scheme is written. */
const codePatterns: Record<CodeScheme, [pattern: RegExp, example: string]> = {
  ISO_3166_1_ALPHA_2: [/^[A-Z]{2}$/, "two capitals: RU"],
  ISO_3166_1_ALPHA_3: [/^[A-Z]{3}$/, "three capitals: RUS"],
  ISO_3166_3: [/^[A-Z]{4}$/, "four capitals, of a withdrawn code: SUHH"],
  M49: [/^\d{3}$/, "three digits: 008"],
  COW: [/^(?:[A-Z]{3}|\d{1,3})$/, "three capitals or a number up to 999: RUS, 365"],
  WIKIDATA: [/^Q[1-9]\d*$/, "Q and a number: Q159"],
};

const code = z
  .strictObject({
    scheme: z.enum(CodeScheme).describe("The scheme that defines the code."),
    value: line("The code, as the scheme writes it.").meta({ type: ["string", "integer"] as unknown as "string" }),
    during: span("When the code was in use for the actor.").optional(),
  })
  .superRefine(({ scheme, value }, context) => {
    const [pattern, example] = codePatterns[scheme];
    if (!pattern.test(value)) refuse(context, `"${value}" is not a code of ${scheme}`, `Write ${example}`, ["value"]);
  })
  .describe("A code of the actor in an external scheme.");

const name = z
  .strictObject({
    value: line("The name."),
    language: language("The language of the name.").optional(),
    kind: z
      .enum(NameKind)
      .describe(
        "The kind of name. AS_PRINTED keeps a document's spelling, including misspellings, so that search finds it.",
      ),
    during: span("When the name was in use.").optional(),
  })
  .describe("Another name of the actor.");

const format = z
  .strictObject({
    slug: slug("The actor's slug, by which other entries refer to it."),
    kind: z
      .enum(ActorKind)
      .describe(
        "The kind of actor. A state, its administrations (GOVERNMENT) and the people in them are different actors.",
      ),
    name: line("The display name."),
    names: z
      .array(name)
      .describe("Other names: official, short, aliases, and names as a document prints them.")
      .optional(),
    description: text("A description of the actor in one or two sentences.").optional(),
    codes: z
      .array(code)
      .describe("Codes of the actor in external schemes: ISO 3166, M49, Correlates of War, Wikidata.")
      .optional(),
    existedDuring: span("When the actor existed; for a person, the lifetime.").optional(),
    region: z.enum(Region).describe("The UN M49 region of a state.").optional(),
    subregion: line("The UN M49 subregion of a state, such as Western Asia.").optional(),
    membersCompleteDuring: span(
      "For an organisation or a group: the span of days for which all members are recorded, as affiliations of kind MEMBERSHIP. If omitted, the list may have gaps.",
    ).optional(),
    membersSource: reference("sources", "Slug of the source that lists the members.").optional(),
  })
  .superRefine(({ membersCompleteDuring, membersSource }, context) => {
    if (membersCompleteDuring !== undefined && membersSource === undefined) {
      refuse(context, "membersCompleteDuring has no source", "Set membersSource to the source that lists the members", [
        "membersSource",
      ]);
    }
  })
  .meta({ id: "Actor", description: "A person, state or organisation that can say, propose, do or hold something." });

export const actors = defineEntity({
  list: "actors",
  kind: "ACTOR",
  table: "Actor",
  prefix: "actor",
  field: "actor",
  noun: "an actor",
  slugSpace: "actors",
  mergedInto: "mergedIntoId",
  about: "States, organisations, governments, coalitions and people.",
  searchedBy: "all names, codes and the description",
  format,
  entry: sql`json_build_object(
    'slug', t.slug, 'kind', t.kind, 'name', t.name,
    'names', (select json_agg(json_build_object('value', n.value, 'language', n.language, 'kind', n.kind,
      'during', n.during) order by n.ordinal) from "ActorName" n where n."actorId" = t.id),
    'description', t.description,
    'codes', (select json_agg(json_build_object('scheme', c.scheme, 'value', c.value, 'during', c.during)
      order by c.ordinal) from "ExternalCode" c where c."actorId" = t.id),
    'existedDuring', t."existedDuring", 'region', t.region, 'subregion', t.subregion,
    'membersCompleteDuring', t."membersCompleteDuring", 'membersSource', ${slugOf("Source", "membersSourceId")})`,
  row: (entry, ids) =>
    ({
      slug: entry.slug,
      kind: entry.kind,
      name: entry.name,
      description: entry.description,
      ...spanColumns("existedDuring", entry.existedDuring),
      region: entry.region,
      subregion: entry.subregion,
      ...spanColumns("membersCompleteDuring", entry.membersCompleteDuring),
      membersSourceId: ids.optional("sources", entry.membersSource),
    }) satisfies Prisma.ActorCreateManyInput,
  links: [
    {
      table: "ActorName",
      owner: "actorId",
      rows: ({ names = [] }) =>
        names.map(({ value, language, kind, during }) => ({ value, language, kind, ...spanColumns("during", during) })),
    },
    {
      table: "ExternalCode",
      owner: "actorId",
      rows: ({ codes = [] }) =>
        codes.map(({ scheme, value, during }) => ({ scheme, value, ...spanColumns("during", during) })),
    },
  ],
});
