import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import type { ListStorage } from "./list-storage.js";

export const topics: ListStorage<"topics"> = {
  kind: "TOPIC",
  table: "Topic",
  entry: sql`json_build_object('slug', t.slug, 'name', t.name, 'description', t.description)`,
  row: ({ slug, name, description }) => ({ slug, name, description }) satisfies Prisma.TopicCreateManyInput,
  links: [],
};
