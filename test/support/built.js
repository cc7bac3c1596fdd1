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

/** Loads the seeds into a database. Gives the problem instead of failing: only the tests that need them must tell. */
export async function seed(database) {
  try {
    const { loadSeeds } = await built("import/seeds.js");
    await loadSeeds(database);
    return undefined;
  } catch (error) {
    return `${error.stack}`;
  }
}
