import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import { line, slug, text } from "../format/fields.js";
import { defineEntity } from "./define.js";

const format = z
  .strictObject({
    slug: slug("The topic's slug, by which proposals refer to it."),
    name: line("The name of the topic."),
    description: text("A description of what the topic covers.").optional(),
  })
  .meta({ id: "Topic", description: "A subject matter of proposals." });

export const topics = defineEntity({
  list: "topics",
  kind: "TOPIC",
  table: "Topic",
  prefix: "topic",
  field: "topic",
  noun: "a topic",
  slugSpace: "topics",
  about: "Topics of proposals.",
  searchedBy: "the name and description",
  format,
  entry: sql`json_build_object('slug', t.slug, 'name', t.name, 'description', t.description)`,
  row: ({ slug, name, description }) => ({ slug, name, description }) satisfies Prisma.TopicCreateManyInput,
  links: [],
});
