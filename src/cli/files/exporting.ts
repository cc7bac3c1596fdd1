import { partName, streamDossier } from "../../import/dossier/index.js";
import { commandLog, type Setting } from "../setting.js";
import { isFolder, outputTo, outputToFolder } from "../terminal/output.js";
import { Progress } from "../terminal/progress.js";
import { stoppable } from "../terminal/stop-signal.js";
import { withDatabase } from "../with-database.js";

/** Characters. */
const partSize = 4_000_000;

/** Writes what is on record to a file, a folder or standard output. */
export async function exportTo(output: string | undefined, setting: Setting): Promise<void> {
  setting.collectEarlier();
  const { terminal } = setting;
  const progress = new Progress("Writing", terminal);
  const { signal, forget } = stoppable("Stopped. Nothing was written", terminal);
  const toFolder = output !== undefined && (await isFolder(output));
  const parts = await withDatabase(setting.env(), terminal, commandLog(setting), async (database) => {
    const onProgress: typeof progress.tell = (step) => {
      signal.throwIfAborted();
      progress.tell(step);
    };
    try {
      if (toFolder) {
        return await outputToFolder(output, partName, (write) =>
          streamDossier(database, write, { partSize, onProgress }),
        );
      }
      await outputTo(output, terminal, async (write) => {
        await streamDossier(database, (_part, text) => write(text), { onProgress });
      });
      return 1;
    } finally {
      progress.end();
      forget();
    }
  });
  if (output !== undefined) terminal.err(toFolder ? `Wrote ${output}: ${parts} files` : `Wrote ${output}`);
}
