import { resolve } from "node:path";
import { dumpTo } from "../../dump/dump.js";
import { modules } from "../../modules/index.js";
import { buildApiSchema } from "../../modules/schema.js";
import { commandLog, type Setting } from "../setting.js";
import { Progress } from "../terminal/progress.js";
import { stoppable } from "../terminal/stop-signal.js";
import { withDatabase } from "../with-database.js";
import { hereOrByHolder } from "./by-holder.js";

export interface DumpCommandOptions {
  readonly gzip?: boolean;
  readonly license?: string;
}

/** Writes a dump of the record to a folder. */
export async function dumpToFolder(
  folder: string,
  { gzip = false, license }: DumpCommandOptions,
  setting: Setting,
): Promise<void> {
  setting.collectEarlier();
  const { terminal } = setting;
  const progress = new Progress("Dumping", terminal);
  const { signal, forget } = stoppable("Stopped. Nothing was written", terminal);
  const env = setting.env();
  const command = { do: "dump", folder: resolve(folder), gzip, license: license ?? null } as const;
  try {
    const { rows } = await hereOrByHolder(command, env, () =>
      withDatabase(env, terminal, commandLog(setting), async (database) => {
        const options = { gzip, license, onProgress: progress.tell, signal };
        const { files } = await dumpTo(folder, buildApiSchema(modules), database, options);
        return { rows: files.reduce((sum, file) => sum + file.rows, 0) };
      }),
    );
    terminal.err(`Wrote ${folder}: ${rows.toLocaleString("en-US")} rows`);
  } finally {
    progress.end();
    forget();
  }
}
