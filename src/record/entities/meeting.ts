import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import { date, line, slug } from "../format/fields.js";
import { reference } from "../format/reference.js";
import { dateColumns, slugOf } from "../store/columns.js";
import { defineEntity } from "./define.js";

const format = z
  .strictObject({
    slug: slug("The meeting's slug, by which other entries refer to it."),
    title: line("The title, such as `Open debate on …`."),
    body: reference("actors", "Slug of the actor that met.").optional(),
    heldOn: date("When the meeting was held."),
    place: line("Where the meeting was held; can be 'videoconference'.").optional(),
    symbol: line("The symbol of the meeting's record, such as S/PV.7853.").optional(),
  })
  .meta({ id: "Meeting", description: "An occasion on which statements are made or votes are taken." });

export const meetings = defineEntity({
  list: "meetings",
  kind: "MEETING",
  table: "Meeting",
  prefix: "meeting",
  field: "meeting",
  noun: "a meeting",
  slugSpace: "meetings",
  about: "Meetings: occasions on which statements are made or votes are taken.",
  searchedBy: "the title and document symbol",
  format,
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
});
