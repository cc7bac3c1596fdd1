import { readdir, readFile } from "node:fs/promises";
import type { Example } from "../http/graphiql-start.js";

/** Copied there by the build from test/questions/, which are tested: so the playground's examples always run. */
const folder = new URL("../questions/", import.meta.url);

/** The playground's examples, in the order of their file names; each begins with a comment that says the question. */
export async function readQuestions(): Promise<Example[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".graphql")).sort();
  return Promise.all(
    names.map(async (name) => {
      const query = await readFile(new URL(name, folder), "utf8");
      return { title: /^# (.+)$/m.exec(query)?.[1] ?? name, query };
    }),
  );
}
