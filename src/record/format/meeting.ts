import { z } from "zod";
import { date, line, slug } from "./fields.js";
import { reference } from "./reference.js";

export const meeting = z
  .strictObject({
    slug: slug("What other entries call this meeting."),
    title: line("What it was, such as `Open debate on …`."),
    body: reference("actors", "Slug of the actor that met.").optional(),
    heldOn: date("When it was held."),
    place: line("Where; also 'videoconference'.").optional(),
    symbol: line("The symbol of its record: S/PV.7853.").optional(),
  })
  .meta({ id: "Meeting", description: "An occasion on which statements are made and votes taken." });
