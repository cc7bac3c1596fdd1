import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import type { ListStorage } from "./list-storage.js";
import { dateColumns } from "./sql/date-columns.js";

export const sources: ListStorage<"sources"> = {
  kind: "SOURCE",
  table: "Source",
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
};
