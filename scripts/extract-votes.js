/**
 * Writes seeds/votes: the roll calls of the open voting data that bear on the dossiers in seeds.
 *
 *   node scripts/extract-votes.js FOLDER    FOLDER has the files that `standpoint import un-votes` takes (docs/un-votes.md)
 *
 * Rows are copied as they are: what is wrong in the data stays, and the importer reports it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/** Resolutions that no series has, under the numbers that the data gives them. */
const landmarks = new Set([
  "R/2/1424", // the plan of partition, resolution 181 (II)
  "R/3/330", // admission of Israel, resolution 273 (III)
  "R/29/3210", // invitation of the Palestine Liberation Organization
  "R/29/3236", // rights of the Palestinian people
  "R/29/3237", // observer status
  "R/30/3375",
  "R/30/3376", // the Committee on inalienable rights is established
  "R/30/3379", // Zionism
  "R/43/160A", // observer status
  "R/43/177", // proclamation of the State of Palestine
  "R/46/86", // 3379 is revoked
  "R/52/250", // participation of Palestine in the Assembly's work
  "R/67/19", // non-member observer State
  "R/73/5", // the chair of the Group of 77 for 2019
]);

/** Whether a roll call belongs to a series, by its key words (`short`) or its text. */
const series = [
  // The question of Palestine.
  ({ short, session }) => session <= 7 && /^(PALESTINE|JERUSALEM)(, (ECONOMIC UNION|MANDATE.*|TRUCE))?$/.test(short),
  ({ short, session }) => session >= 22 && /^(PALESTINE|MIDDLE EAST)$/.test(short),
  ({ text }) => /peaceful settlement of the question of palestine|PALESTINE, PEACEFUL SETTLEMENT/i.test(text),
  ({ text }) => /commit+ee on the ex\w+ of (the )?inalienable/i.test(text),
  ({ short }) => /^PALESTINE, (RIGHTS,? COMMITTEE|INALIENABLE RIGHTS|RIGHTS|COMMITTEE)$/.test(short),
  ({ text }) => /right of the palestin\w+ people to self|PALESTINE, SELF-DET|OF PEOPLES, PALESTIN/i.test(text),
  // Jerusalem and settlements.
  ({ short, descr }) =>
    /^JERUSALEM(, STATUS)?$|MISSIONS, JERUSALEM/.test(short) || /^(status of )?jerusalem\b/i.test(short || descr),
  ({ text }) => /ISRAEL, SETTLEMENTS|israeli settlements in/i.test(text),
  // Peace in the Middle East.
  ({ short }) => /^MIDDLE EAST,? PEACE/.test(short),
  ({ text }) => /comprehensive, just and lasting peace in the middle east :/i.test(text),
  // The prohibition of nuclear weapons.
  ({ text }) => /taking forward multilateral nuclear disarmament negotiations/i.test(text),
  ({ text }) =>
    /\|\s*treaty on the prohibition of nuclear weapons|^treaty on the prohibition of nuclear weapons/i.test(text),
];

const unrelated =
  /UNIVERSITY|ADMINISTRATION|info(r)?mation programme|right to speak|special unit|division (for|of) palestin|lend their co-?operation/i;

function isSelected(row) {
  if (row.amend === "1" || row.para === "1") return false;
  if (landmarks.has(row.unres)) return true;
  const [short, descr] = [row.short.trim(), row.descr.trim()];
  const text = `${short} | ${descr}`;
  if (unrelated.test(text)) return false;
  return series.some((belongs) => belongs({ session: Number(row.session), short, descr, text }));
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder with the data: node scripts/extract-votes.js FOLDER");
const target = fileURLToPath(new URL("../seeds/votes/", import.meta.url));

const rowsOf = (name) => {
  const bytes = readFileSync(`${folder}/${name}`);
  return parse(name.endsWith(".gz") ? gunzipSync(bytes) : bytes, { columns: true });
};

const rollCalls = rowsOf("un_roll_calls.csv.gz").filter(isSelected);
const selected = new Set(rollCalls.map(({ rcid }) => rcid));
const ofSelected = (name) => rowsOf(name).filter(({ rcid }) => selected.has(rcid));
const files = {
  un_roll_calls: rollCalls,
  un_votes: ofSelected("un_votes.csv.gz"),
  un_absences: ofSelected("un_absences.csv.gz"),
  un_roll_call_issues: ofSelected("un_roll_call_issues.csv"),
};
for (const [name, rows] of Object.entries(files)) {
  const bytes = gzipSync(stringify(rows, { header: true }), { level: 9 });
  // The operating system's number in the header, so that the same data gives the same file everywhere.
  bytes[9] = 255;
  writeFileSync(`${target}${name}.csv.gz`, bytes);
  process.stdout.write(`${name}: ${rows.length} rows, ${bytes.length} bytes\n`);
}
