import type { Database } from "../../db/database.js";
import { Prisma } from "../../db/generated/client.js";
import { noTimeLimit } from "../../db/time-limit.js";
import { type ListName, listNames } from "../../record/format/dossier.js";
import type { Transaction } from "../../record/store/list-storage.js";
import { storedEntries } from "../../record/store/pages.js";
import { WithoutRetracted } from "./without-retracted.js";
import { dossierYaml } from "./yaml-text.js";

const hours = 6 * 3_600_000;

type Write = (text: string) => Promise<void> | void;

/**
 * Everything on record that is not retracted, as one dossier, in pieces: list by list, ordered by slug (affiliations and
 * positions by the slugs that they name), from one snapshot. Memory stays bounded however much there is.
 */
export async function streamDossier(database: Database, write: Write): Promise<void> {
  await database.prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw(noTimeLimit);
      await write("dossier: 1\ntitle: Everything on record\n");
      const standing = await WithoutRetracted.in(transaction);
      for (const list of listNames) await writeList(transaction, list, standing, write);
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead, maxWait: hours, timeout: hours },
  );
}

async function writeList(transaction: Transaction, list: ListName, standing: WithoutRetracted, write: Write) {
  if (standing.any) {
    // Statements and actions name others of their list, which may come later and be left out.
    for await (const stored of storedEntries(transaction, list)) standing.keep(list, stored);
  }
  let first = true;
  for await (const stored of storedEntries(transaction, list)) {
    const entries = standing.keep(list, stored);
    if (entries.length > 0) await write(dossierYaml(list, entries, first));
    first &&= entries.length === 0;
  }
}

/** Everything on record as one text; what was imported comes back with the same content. */
export async function exportDossier(database: Database): Promise<string> {
  const pieces: string[] = [];
  await streamDossier(database, (text) => void pieces.push(text));
  return pieces.join("");
}
