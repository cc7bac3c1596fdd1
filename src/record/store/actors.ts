import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import type { ListStorage } from "./list-storage.js";
import { spanColumns } from "./sql/date-columns.js";
import { slugOf } from "./sql/entry-sql.js";

export const actors: ListStorage<"actors"> = {
  kind: "ACTOR",
  table: "Actor",
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
};
