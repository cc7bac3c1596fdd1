import type { Database } from "./database.js";
import { filters } from "./migrate.js";
import { schemaEngine } from "./schema-engine.js";
import { readModels, type SchemaFile } from "./schema-files.js";

/** The SQL that would make a database's tables what the models say; null where they are that. */
export function schemaDifference(database: Database, models?: SchemaFile[]): Promise<string | null> {
  return database.withMigrationAdapter(async (adapter) => {
    const files = models ?? (await readModels());
    const engine = await schemaEngine(adapter, files);
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters,
    });
    engine.free();
    // 2 says that there is a difference, 0 that there is none.
    return exitCode === 2 ? stdout : null;
  });
}
