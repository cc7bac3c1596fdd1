import { createReadStream, createWriteStream, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** The resolutions that the workloads name, as the votes' files write them: every share of the record has them. */
const needed = [
  ...["R/67/19", "A/RES/74/11", "R/65/6", "A/RES/74/59"],
  ...["R/32/32", "R/37/1", "R/46/34A", "R/38/183D"],
];

/**
 * Writes a part of the votes' files into a folder: every so manieth roll call, with its votes and absences.
 *
 * @param every 10 for a tenth of the roll calls
 */
export async function copyShare(from, to, every) {
  mkdirSync(to, { recursive: true });
  const chosen = new Set();
  let row = 0;
  await copyLines(from, to, "un_roll_calls", (line) => {
    const [rcid] = line.split(",", 1);
    const isChosen = row++ % every === 0 || needed.some((resolution) => line.includes(`,${resolution},`));
    if (isChosen) chosen.add(rcid);
    return isChosen;
  });
  const ofChosen = (line) => chosen.has(line.slice(0, line.indexOf(",")));
  for (const name of ["un_votes", "un_absences", "un_roll_call_issues"]) await copyLines(from, to, name, ofChosen);
  await copyLines(from, to, "un_vote_countries", () => true);
}

async function copyLines(from, to, name, isWanted) {
  const [path] = [`${name}.csv`, `${name}.csv.gz`].map((file) => join(from, file)).filter(existsSync);
  if (path === undefined) return; // the importer does without most of them
  const raw = createReadStream(path);
  const lines = createInterface({ input: path.endsWith(".gz") ? raw.pipe(createGunzip()) : raw });
  await pipeline(
    async function* () {
      let isHead = true;
      for await (const line of lines) {
        if (isHead || isWanted(line)) yield `${line}\n`;
        isHead = false;
      }
    },
    createWriteStream(join(to, `${name}.csv`)),
  );
}

const rollCalls = 6202;
const founders = 60; // how many voted in 1946; by the end all do

/** States by their ISO codes, in the order in which they begin to vote here: China's and Yemen's seats changed hands early on. */
const codes =
  `FR GB US RU IN BR MX EG CA NO CU AR AU BE BO CL CO CR CZ DK DO EC ET GR GT HT HN IQ IR LB LR LU NL NZ NI PA PY PE
  PH PL SA SY TR UA BY UY VE ZA AF IS SE TH PK IL ID MM SV AL AT BG FI HU IE IT JO LY NP PT RO ES LK KH LA MA TN SD JP GH MY GN
  CM CF TD CG CD BJ GA CI MG ML NE NG SN SO TG BF CY SL MR MN TZ BI DZ JM RW TT UG KE KW MT MW ZM GM MV SG BB BW GY LS SZ MU GQ
  FJ BH BT OM QA AE DE CN BS GW BD GD CV KM MZ PG ST SR AO WS SC DJ VN DM SB LC ZW VC AG BZ VU KN BN NA LI EE KP KR LV LT FM MH
  AM AZ KZ KG MD SM TJ TM UZ BA HR SI YE GE MK ER MC AD PW KI NR TO TV CH TL ME SS RS`.split(/\s+/);

/** Writes votes that are made up, of the real record's shape and about its size, the same on every run. */
export async function makeUpVotes(to) {
  mkdirSync(to, { recursive: true });
  const names = new Intl.DisplayNames("en", { type: "region" });
  const states = codes.map((code) => `${names.of(code)},${code}`);
  await pipeline(
    async function* () {
      yield "rcid,session,date,unres,short,descr\n";
      for (let place = 0; place < rollCalls; place += 1) yield `${rollCall(place)}\n`;
    },
    createWriteStream(join(to, "un_roll_calls.csv")),
  );
  await pipeline(
    async function* () {
      yield "rcid,country,country_code,vote\n";
      for (let place = 0; place < rollCalls; place += 1) yield votesOf(place, states);
    },
    createWriteStream(join(to, "un_votes.csv")),
  );
}

const subjects = [
  "nuclear weapons",
  "question of palestine",
  "human rights",
  "economic embargo against cuba",
  "decolonization",
];

function rollCall(place) {
  const year = 1946 + Math.floor((place * 74) / rollCalls);
  const session = year - 1945;
  const number =
    needed.find((_, index) => place === Math.floor(((12 - index) * rollCalls) / 13)) ?? `R/${session}/${place}`;
  const subject = subjects[chance(place) % subjects.length];
  return `${place + 1},${session},${year}-11-0${1 + (place % 7)},${number},${subject.toUpperCase()},"To decide on item ${place}: ${subject}"`;
}

const votes = [...Array(20).fill("yes"), ...Array(3).fill("abstain"), ...Array(2).fill("no")];

function votesOf(place, states) {
  const members = Math.min(states.length, founders + Math.round((165 * place) / rollCalls));
  const line = (state, index) => `${place + 1},${state},${votes[chance(place * 1000 + index) % votes.length]}\n`;
  return states.slice(0, members).map(line).join("");
}

/** A number that depends on another and looks like chance: xorshift, after mixing. */
function chance(number) {
  let mixed = Math.imul(number + 1, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
