import type { Database } from "../../db/database.js";
import { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import { listNames } from "./format/dossier.js";
import { storedEntries } from "./store/pages.js";
import { dossierYaml } from "./yaml-text.js";

const hours = 6 * 3_600_000;

/**
 * Everything on record that is not retracted, as one dossier, in pieces: list by list, ordered by slug (affiliations and
 * positions by the slugs that they name), from one snapshot. Memory stays bounded however much there is.
 */
export async function streamDossier(database: Database, write: (text: string) => Promise<void> | void): Promise<void> {
  await database.prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw(sql`set local statement_timeout = 0`);
      await write("dossier: 1\ntitle: Everything on record\n");
      for (const list of listNames) {
        let first = true;
        for await (const entries of storedEntries(transaction, list)) {
          if (entries.length > 0) await write(dossierYaml(list, entries, first));
          first &&= entries.length === 0;
        }
      }
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead, maxWait: hours, timeout: hours },
  );
}

/** Everything on record as one text; what was imported comes back with the same content. */
export async function exportDossier(database: Database): Promise<string> {
  const pieces: string[] = [];
  await streamDossier(database, (text) => void pieces.push(text));
  return pieces.join("");
}
