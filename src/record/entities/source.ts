import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { SourceKind } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import { date, day, language, line, refuse, slug } from "../format/fields.js";
import { dateColumns } from "../store/columns.js";
import { defineEntity } from "./define.js";

const format = z
  .strictObject({
    slug: slug("The source's slug, by which other entries refer to it."),
    title: line("The title as printed. For an untitled document, a description."),
    publisher: line("The publisher.").optional(),
    url: z
      .string()
      .max(2000)
      .superRefine((value, context) => {
        if (!isWebAddress(value))
          refuse(context, `"${value}" is not a web address`, "Write the complete address: https://…");
      })
      .meta({ description: "The web address of the document, with http or https.", format: "uri" })
      .optional(),
    kind: z.enum(SourceKind).describe("The kind of document."),
    publishedOn: date("When the document was published.").optional(),
    retrievedOn: day("The day on which an editor last read the document at its address.").optional(),
    language: language("The language of the document.").optional(),
  })
  .meta({ id: "Source", description: "A document in which facts are written." });

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/u.test(value);
}

export const sources = defineEntity({
  list: "sources",
  kind: "SOURCE",
  table: "Source",
  prefix: "source",
  field: "source",
  noun: "a source",
  slugSpace: "sources",
  about: "Documents in which the facts are written.",
  searchedBy: "the title and publisher",
  format,
  entry: sql`json_build_object(
    'slug', t.slug, 'title', t.title, 'publisher', t.publisher, 'url', t.url, 'kind', t.kind,
    'publishedOn', t."publishedOn", 'retrievedOn', t."retrievedOn"::text, 'language', t.language)`,
  row: (entry) =>
    ({
      slug: entry.slug,
      title: entry.title,
      publisher: entry.publisher,
      url: entry.url,
      kind: entry.kind,
      ...dateColumns("publishedOn", entry.publishedOn),
      retrievedOn: entry.retrievedOn,
      language: entry.language,
    }) satisfies Prisma.SourceCreateManyInput,
  links: [],
});
