import type { Database } from "../../../src/db/database.js";
import { DossierProblems, type ImportReport, importDossiers, problemText } from "../../../src/import/dossier/index.js";

const author = "tester";

/** Imports dossiers given as text: the first is called a.yaml, the second b.yaml. */
export function importTexts(database: Database, ...texts: string[]): Promise<ImportReport> {
  return importDossiers(database, files(texts), { author });
}

/** What is wrong with dossiers given as text, as people see it. */
export async function problemsOf(database: Database, ...texts: string[]): Promise<string[]> {
  try {
    await importDossiers(database, files(texts), { author });
    return [];
  } catch (error) {
    if (!(error instanceof DossierProblems)) throw error;
    return error.problems.map(problemText);
  }
}

const files = (texts: string[]) => texts.map((text, index) => ({ path: `${"abcdef"[index]}.yaml`, text }));

/** The counts of an import, added up. */
export function total({ counts }: Pick<ImportReport, "counts">): {
  recorded: number;
  revised: number;
  unchanged: number;
} {
  const sum = { recorded: 0, revised: 0, unchanged: 0 };
  for (const { recorded, revised, unchanged } of Object.values(counts)) {
    sum.recorded += recorded;
    sum.revised += revised;
    sum.unchanged += unchanged;
  }
  return sum;
}
