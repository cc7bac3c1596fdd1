import { type ImportStep, importDossiers } from "../../import/dossier/index.js";
import { commandLog, type Setting } from "../setting.js";
import { Progress } from "../terminal/progress.js";
import { reportChange, reportImport, tellConflicts } from "../terminal/report.js";
import { stoppable } from "../terminal/stop-signal.js";
import type { Terminal } from "../terminal/terminal.js";
import { withDatabase } from "../with-database.js";
import { findDossierFiles, type NamedFiles } from "./dossier-paths.js";

/** The command's options. */
export interface DossierOptions {
  author: string;
  reason?: string;
  dryRun?: boolean;
  overwrite?: boolean;
}

/** Records the dossiers at these paths, and says what became of them. */
export async function importFiles(paths: string[], options: DossierOptions, setting: Setting): Promise<void> {
  const { terminal } = setting;
  setting.collectEarlier();
  const { signal, forget } = stoppable("Stopped. Nothing was recorded", terminal);
  let found: NamedFiles | undefined;
  try {
    found = await findDossierFiles(paths, terminal, signal);
    const { files } = found;
    if (options.dryRun) terminal.out("Nothing is changed. An import would do this:");
    const report = await withDatabase(setting.env(), terminal, commandLog(setting), (database) =>
      withProgress(terminal, (onProgress) =>
        importDossiers(database, files, {
          ...options,
          signal,
          onProgress,
          onChange: options.dryRun ? (change) => reportChange(change, terminal) : undefined,
        }),
      ),
    );
    reportImport(report, terminal);
    tellConflicts(report, options.dryRun);
  } finally {
    found?.close();
    forget();
  }
}

/** Shows how far each step of an import is. */
async function withProgress<Result>(
  terminal: Terminal,
  work: (onProgress: (step: ImportStep) => void) => Promise<Result>,
): Promise<Result> {
  let progress: Progress | undefined;
  try {
    return await work(({ what, ...step }) => {
      if (progress?.what !== what) progress = new Progress(what, terminal);
      progress.tell(step);
    });
  } finally {
    progress?.end();
  }
}
