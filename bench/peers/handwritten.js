import { fileURLToPath } from "node:url";
import { spawnServer } from "../spawned.js";

const entry = fileURLToPath(new URL("handwritten-process.js", import.meta.url));

/** The least that can be done: one prepared statement a question, which makes the whole answer. */
export const handwritten = {
  name: "handwritten",
  title: "hand-written",
  start: async ({ databaseUrl }) => [
    await spawnServer("handwritten", [process.execPath, entry], { DATABASE_URL: databaseUrl }),
  ],
  body: ({ name, handwritten: { values } }, input, previous) =>
    JSON.stringify({ name, values: values(input, previous) }),
  data: (answer) => answer,
  read: ({ handwritten: { read = (data) => data } }, data) => read(data),
};
