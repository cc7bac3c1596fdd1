import { z } from "zod";
import { SourceKind } from "../../db/generated/enums.js";
import { date, day, language, line, refuse, slug } from "./fields.js";

export const source = z
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
