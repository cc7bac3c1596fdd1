import type { Database } from "../../db/database.js";
import { Prisma } from "../../db/generated/client.js";
import { noTimeLimit } from "../../db/limits.js";
import type { Transaction } from "../../db/writing/transact.js";
import { type ListName, listNames } from "../../record/entities/index.js";
import { storedEntries } from "../../record/store/pages.js";
import { countStanding } from "../../record/store/slugs.js";
import type { ImportStep } from "./options.js";
import { DossierWriter, type WriteFile } from "./parts.js";
import { WithoutRetracted } from "./without-retracted.js";

const hours = 6 * 3_600_000;

export interface ExportOptions {
  /** Characters after which another file begins; one file without it. */
  readonly partSize?: number;
  readonly onProgress?: (step: Omit<ImportStep, "what">) => void;
}

/**
 * Everything on record that is not retracted, as one dossier or several: list by list, ordered by slug (affiliations and
 * positions by the slugs that they name), from one snapshot. Memory stays bounded however much there is.
 *
 * @param write is given one file after another
 * @returns how many files were written
 */
export async function streamDossier(
  database: Database,
  write: WriteFile,
  { partSize, onProgress }: ExportOptions = {},
): Promise<number> {
  return database.prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw(noTimeLimit);
      const standing = await WithoutRetracted.in(transaction);
      const total = await countEntries(transaction, standing);
      const writer = new DossierWriter(write, partSize ?? Number.POSITIVE_INFINITY, total);
      for (const list of listNames) {
        for await (const stored of storedEntries(transaction, list)) {
          await writer.add(list, standing.keep(list, stored));
          onProgress?.({ rows: writer.count, share: writer.count / total });
        }
      }
      return writer.end();
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead, maxWait: hours, timeout: hours },
  );
}

/** How many entries an export has. Where something was retracted, this finds all that is left out with it. */
async function countEntries(transaction: Transaction, standing: WithoutRetracted): Promise<number> {
  let count = 0;
  for (const list of listNames) count += await countIn(transaction, standing, list);
  return count;
}

async function countIn(transaction: Transaction, standing: WithoutRetracted, list: ListName): Promise<number> {
  if (!standing.any) return countStanding(transaction, list);
  // Statements and actions name others of their list, which may come later and be left out.
  for await (const stored of storedEntries(transaction, list)) standing.keep(list, stored);
  let count = 0;
  for await (const stored of storedEntries(transaction, list)) count += standing.keep(list, stored).length;
  return count;
}

/** Everything on record as one text; what was imported comes back with the same content. */
export async function exportDossier(database: Database): Promise<string> {
  const pieces: string[] = [];
  await streamDossier(database, (_part, text) => void pieces.push(text));
  return pieces.join("");
}
