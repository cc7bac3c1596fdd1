import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import type { ListStorage } from "./list-storage.js";
import { dateColumns } from "./sql/date-columns.js";
import { slugOf } from "./sql/entry-sql.js";

export const meetings: ListStorage<"meetings"> = {
  kind: "MEETING",
  table: "Meeting",
  entry: sql`json_build_object(
    'slug', t.slug, 'title', t.title, 'body', ${slugOf("Actor", "bodyId")}, 'heldOn', t."heldOn", 'place', t.place,
    'symbol', t.symbol)`,
  row: (entry, ids) =>
    ({
      slug: entry.slug,
      title: entry.title,
      bodyId: ids.optional("actors", entry.body),
      ...dateColumns("heldOn", entry.heldOn),
      place: entry.place,
      symbol: entry.symbol,
    }) satisfies Prisma.MeetingCreateManyInput,
  links: [],
};
