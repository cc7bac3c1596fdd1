import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Database } from "../../../src/db/database.js";
import { sql } from "../../../src/db/sql.js";
import { exportDossier } from "../../../src/import/dossier/index.js";
import type { UnVotesOptions } from "../../../src/import/votes/import.js";
import { importUnVotes } from "../../../src/import/votes/index.js";
import { type Sample, temporaryFolder, write } from "./sample.js";

export interface Reported {
  readonly kind: string;
  readonly file: string;
  readonly line: string;
  readonly reason: string;
  readonly rows: string;
}

/** Imports a sample, and gives the sums by file and what was reported. */
export async function importSample(
  database: Database,
  sample: Sample | string,
  batchSize = 7,
  options: Partial<UnVotesOptions> = {},
) {
  const folder = typeof sample === "string" ? sample : await write(sample);
  const reportPath = join(await temporaryFolder(), "report.csv");
  const { sums, differences, source } = await importUnVotes(database, folder, { reportPath, batchSize, ...options });
  const report: Reported[] = parse(await readFile(reportPath), { columns: true });
  const of = (wanted: string) => report.filter(({ kind }) => kind === wanted);
  const rejected = of("rejected").map(({ file, line, reason }) => `${file}:${line} ${reason}`);
  const reasonsOf = (wanted: string) => of(wanted).map(({ reason }) => reason);
  const [notes, conflicts, corrected] = [reasonsOf("note"), reasonsOf("conflict"), reasonsOf("corrected")];
  return { folder, sums: Object.fromEntries(sums), differences, source, rejected, notes, conflicts, corrected, report };
}

/** Everything on record without ids and times, and what triggers keep beside it. */
export async function canonicalDump(database: Database): Promise<string> {
  const kept = await database.query(sql`
    select r.slug, r."countedYes", r."countedNo", r."countedAbstain", r."countedAbsent",
      (select count(*) from "Position" p where p."evidenceRollCallId" = r.id and p.version = 1) as positions
    from "RollCall" r order by r.slug`);
  const standing = await database.query(sql`
    select a.slug as holder, s.slug as subject, p.basis, p.since, p."standingUntil"
    from "Position" p join "Actor" a on a.id = p."holderId" join "SubjectSlug" s on s."subjectId" = p."subjectId"
    order by a.slug, s.slug, p.since, p.basis, p."standingUntil"`);
  const [counts] = await database.query(sql`
    select (select count(*) from "Revision") as revisions, (select count(*) from "SearchDocument") as documents,
      (select count(*) from "SubjectSlug") as subjects`);
  return [await exportDossier(database), JSON.stringify(kept), JSON.stringify(standing), JSON.stringify(counts)].join(
    "\n",
  );
}

export interface Vote {
  readonly holder: string;
  readonly rollCall: string;
  readonly subject: string;
  readonly stance: string;
  readonly since: string;
}

/** The votes on record, by the roll call's number and the holder. */
export function votes(database: Database): Promise<Vote[]> {
  return database.query<Vote>(sql`
    select a.slug as holder, r.slug as "rollCall", s.slug as subject, p.stance, p.since
    from "Position" p join "Actor" a on a.id = p."holderId" join "RollCall" r on r.id = p."evidenceRollCallId"
      join "Proposal" s on s.id = p."subjectId" where p.basis = 'VOTE' order by r.number, a.slug`);
}
