import { readdir, readFile } from "node:fs/promises";
import { pino } from "pino";

export const log = pino({ level: "silent" });

/** A part of the build, which the set-up runs on: Jest compiles the tests alone. */
export async function built(path) {
  try {
    return await import(`../../dist/${path}`);
  } catch (error) {
    throw new Error(`The tests need the build: run "npm run build" first (${error.message})`, { cause: error });
  }
}

/** Loads seeds/ into a database. The problem instead of a failure, for the tests that need the seeds to tell. */
export async function seed(database) {
  try {
    const { importDossiers } = await built("import/dossier/index.js");
    const folder = new URL("../../seeds/", import.meta.url);
    const names = (await readdir(folder)).filter((name) => name.endsWith(".dossier.yaml")).sort();
    const files = await Promise.all(
      names.map(async (name) => ({ path: `seeds/${name}`, text: await readFile(new URL(name, folder), "utf8") })),
    );
    await importDossiers(database, files, { author: "seeds" });
    return undefined;
  } catch (error) {
    return `${error.stack}`;
  }
}
