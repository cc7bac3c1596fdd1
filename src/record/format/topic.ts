import { z } from "zod";
import { line, slug, text } from "./fields.js";

export const topic = z
  .strictObject({
    slug: slug("What proposals call this topic."),
    name: line("The name that is shown."),
    description: text("What belongs under it.").optional(),
  })
  .meta({ id: "Topic", description: "A subject matter under which proposals are filed." });
