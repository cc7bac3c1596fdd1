import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import { line, slug, text } from "../format/fields.js";
import { defineEntity } from "./define.js";

const format = z
  .strictObject({
    slug: slug("What proposals call this topic."),
    name: line("The name that is shown."),
    description: text("What belongs under it.").optional(),
  })
  .meta({ id: "Topic", description: "A subject matter under which proposals are filed." });

export const topics = defineEntity({
  list: "topics",
  kind: "TOPIC",
  table: "Topic",
  prefix: "topic",
  field: "topic",
  noun: "a topic",
  slugSpace: "topics",
  about: "What proposals are filed under.",
  searchedBy: "name and description",
  format,
  entry: sql`json_build_object('slug', t.slug, 'name', t.name, 'description', t.description)`,
  row: ({ slug, name, description }) => ({ slug, name, description }) satisfies Prisma.TopicCreateManyInput,
  links: [],
});
