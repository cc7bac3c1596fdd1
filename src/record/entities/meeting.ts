import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import { date, line, slug } from "../format/fields.js";
import { reference } from "../format/reference.js";
import { dateColumns, slugOf } from "../store/columns.js";
import { defineEntity } from "./define.js";

const format = z
  .strictObject({
    slug: slug("What other entries call this meeting."),
    title: line("What it was, such as `Open debate on …`."),
    body: reference("actors", "Slug of the actor that met.").optional(),
    heldOn: date("When it was held."),
    place: line("Where; also 'videoconference'.").optional(),
    symbol: line("The symbol of its record: S/PV.7853.").optional(),
  })
  .meta({ id: "Meeting", description: "An occasion on which statements are made and votes taken." });

export const meetings = defineEntity({
  list: "meetings",
  kind: "MEETING",
  table: "Meeting",
  prefix: "meeting",
  field: "meeting",
  noun: "a meeting",
  slugSpace: "meetings",
  about: "Occasions on which statements are made and votes taken.",
  searchedBy: "title and document symbol",
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
