import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { SourceKind } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import { date, day, language, line, refuse, slug } from "../format/fields.js";
import { dateColumns } from "../store/columns.js";
import { defineEntity } from "./define.js";

const format = z
  .strictObject({
    slug: slug("What other entries call this source."),
    title: line("Title as printed, or a description of an untitled document."),
    publisher: line("Who published it.").optional(),
    url: z
      .string()
      .max(2000)
      .superRefine((value, context) => {
        if (!isWebAddress(value)) refuse(context, `"${value}" is not a web address`, "Write all of it: https://…");
      })
      .meta({ description: "Where it can be read, http or https.", format: "uri" })
      .optional(),
    kind: z.enum(SourceKind).describe("What sort of document it is."),
    publishedOn: date("When it was published.").optional(),
    retrievedOn: day("The day on which it was read at its address.").optional(),
    language: language("The language that it is in.").optional(),
  })
  .meta({ id: "Source", description: "A document in which something is written." });

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
  about: "Documents in which something is written.",
  searchedBy: "title and publisher",
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
