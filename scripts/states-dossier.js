/**
 * Writes seeds/states.dossier.yaml: completes the states in it with codes, regions and names, and adds those that are missing.
 * What the file says already stays, so that names, descriptions and years can be edited by hand.
 *
 *   npm run build && node scripts/states-dossier.js COUNTRY_CODES CLDR
 *
 * COUNTRY_CODES is country-codes.csv of github.com/datasets/country-codes (PDDL), CLDR the folder of the npm package
 * cldr-localenames-full (Unicode licence). The votes' own table (src/import/un-votes) gives slugs and Correlates of War numbers.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse as parseCsv } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";
import { knownCountries } from "../dist/import/votes/states/known-countries.js";
import { states as changedStates } from "../dist/import/votes/states/states.js";

const [codesFile, cldr] = process.argv.slice(2);
if (cldr === undefined) throw new Error("Usage: node scripts/states-dossier.js COUNTRY_CODES CLDR");
const file = new URL("../seeds/states.dossier.yaml", import.meta.url);
const languages = ["ar", "zh", "en", "fr", "ru", "es"];

const territories = new Map(
  languages.map((language) => {
    const text = readFileSync(`${cldr}/main/${language}/territories.json`, "utf8");
    return [language, JSON.parse(text).main[language].localeDisplayNames.territories];
  }),
);
const columns = { skip_empty_lines: true, columns: true };
const countries = new Map(parseCsv(readFileSync(codesFile), columns).map((row) => [row.iso2, row]));

/** States whose votes are not in the table of those that were one state throughout, and former states. */
const others = [
  { slug: "palestine", name: "Palestine", codes: iso("PS", "PSE", "275") },
  { slug: "holy-see", name: "Holy See", codes: iso("VA", "VAT", "336") },
  ...Object.values(changedStates),
];
/** What the tables lack: CLDR and country-codes have present countries only, and name places where a state is meant. */
const additions = {
  "soviet-union": { region: "EUROPE", subregion: "Eastern Europe", wikidata: "Q15180" },
  yugoslavia: { region: "EUROPE", subregion: "Southern Europe", wikidata: "Q83286" },
  "serbia-and-montenegro": { region: "EUROPE", subregion: "Southern Europe", wikidata: "Q37024" },
  czechoslovakia: { region: "EUROPE", subregion: "Eastern Europe", wikidata: "Q33946" },
  "german-democratic-republic": { region: "EUROPE", subregion: "Western Europe", wikidata: "Q16957" },
  "yemen-arab-republic": { region: "ASIA", subregion: "Western Asia", wikidata: "Q267584" },
  "south-yemen": { region: "ASIA", subregion: "Western Asia", wikidata: "Q199841" },
  zanzibar: { region: "AFRICA", subregion: "Sub-Saharan Africa" },
  "democratic-republic-of-the-congo": { wikidata: "Q974" },
  namibia: { wikidata: "Q1030" },
  "holy-see": { wikidata: "Q159583" },
};
const holySee = { ar: "الكرسي الرسولي", zh: "圣座", fr: "Saint-Siège", ru: "Святой Престол", es: "Santa Sede" };
/** Short forms in common use. */
const aliases = {
  "bosnia-and-herzegovina": ["BiH"],
  "central-african-republic": ["CAR"],
  "democratic-republic-of-the-congo": ["DRC", "DR Congo", "Zaire"],
  eswatini: ["Swaziland"],
  myanmar: ["Burma"],
  "north-korea": ["DPRK"],
  "north-macedonia": ["Macedonia", "FYROM"],
  "papua-new-guinea": ["PNG"],
  "south-korea": ["ROK", "Korea"],
  "trinidad-and-tobago": ["Trinidad"],
};

function iso(alpha2, alpha3, m49) {
  return [
    { scheme: "ISO_3166_1_ALPHA_2", value: alpha2 },
    { scheme: "ISO_3166_1_ALPHA_3", value: alpha3 },
    { scheme: "M49", value: m49 },
  ];
}

const header = `# yaml-language-server: $schema=../schema/dossier.schema.json
# The members of the United Nations, its two observer States, Taiwan, and former members that voted. A name is the one in
# common English use; OFFICIAL is the long form that the state uses at the United Nations.
# scripts/states-dossier.js adds what is missing, and leaves what is here:
#   codes and regions: country-codes (github.com/datasets/country-codes), Open Data Commons PDDL 1.0
#   names in the United Nations' six languages: Unicode CLDR, Copyright 2004-2026 Unicode, Inc. (unicode-license.txt)
dossier: 1
title: States
summary: >-
  States with their codes, regions and names, to which all dossiers and the voting data refer.
`;

const existing = existsSync(file) ? parseYaml(readFileSync(file, "utf8")).actors : [];
const bySlug = new Map(existing.map((actor) => [actor.slug, actor]));
for (const state of [...knownCountries, ...others]) {
  bySlug.set(state.slug, completed(bySlug.get(state.slug) ?? { slug: state.slug, kind: "STATE" }, state));
}
const actors = [...bySlug.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
writeFileSync(file, `${header}\nactors:\n${actors.map(lines).join("")}`);
process.stdout.write(`${actors.length} states\n`);

function completed(actor, state) {
  const alpha2 = state.codes.find(({ scheme, during }) => scheme === "ISO_3166_1_ALPHA_2" && !during)?.value;
  const row = countries.get(alpha2) ?? {};
  const added = additions[actor.slug] ?? {};
  const name = actor.name ?? state.name.replace(" & ", " and ").replace(/^St\. /, "Saint ");
  return {
    ...{ slug: actor.slug, kind: "STATE", name },
    ...{ description: state.description, existedDuring: state.existedDuring },
    region: added.region ?? row.region?.toUpperCase(),
    subregion: added.subregion ?? row.subregion,
    ...actor,
    ...{ name, names: namesOf({ ...actor, name }, state, alpha2), codes: codesOf(actor, state, added, row) },
  };
}

function namesOf(actor, state, alpha2) {
  const names = [...(actor.names ?? [])];
  const add = (value, language, kind) => {
    const isKnown = value === actor.name || names.some((known) => known.value === value);
    if (value && !isKnown) names.push({ value, language, kind });
  };
  const formal = countries
    .get(alpha2)
    ?.unterm_formal?.replace(/^the /, "")
    .replace(/[ *]+$/, "");
  if (!names.some(({ kind }) => kind === "OFFICIAL")) add(state.official ?? formal, "en", "OFFICIAL");
  for (const alias of [state.name, ...(state.aliases ?? []), ...(aliases[actor.slug] ?? [])]) add(alias, "en", "ALIAS");
  for (const language of alpha2 === undefined ? [] : languages) addTerritory(actor.slug, alpha2, language, names, add);
  return names;
}

function codesOf(actor, state, added, row) {
  const codes = [...(actor.codes ?? [])];
  const wikidata = added.wikidata ?? row.wikidata_id?.split("/").at(-1);
  for (const code of [...state.codes, ...(wikidata ? [{ scheme: "WIKIDATA", value: wikidata }] : [])]) {
    if (!codes.some(({ scheme }) => scheme === code.scheme)) codes.push(code);
  }
  return codes;
}

/** CLDR names territories. Where that is not the state, its short form is taken, or the name of the Holy See. */
function addTerritory(slug, alpha2, language, names, add) {
  const table = territories.get(language);
  const short = { palestine: table["PS-alt-short"], "holy-see": holySee[language] };
  const name = slug in short ? short[slug] : table[alpha2];
  const named = names.some((known) => known.language === language && known.kind === "SHORT");
  add(name, language, named || language === "en" ? "ALIAS" : "SHORT");
  // A short name that is the same as the English one would be found anyway, but a reader of the language asks for it.
  if (name && language !== "en" && !names.some((known) => known.language === language && known.value === name)) {
    names.push({ value: name, language, kind: "SHORT" });
  }
  if (slug === "holy-see") add(table[alpha2], language, "ALIAS");
  if (slug !== "palestine")
    for (const form of ["short", "variant"]) add(table[`${alpha2}-alt-${form}`], language, "ALIAS");
}

function lines(actor) {
  const flow = (value) =>
    `{ ${Object.entries(value)
      .filter(([, cell]) => cell !== undefined)
      .map(([key, cell]) => `${key}: ${scalar(cell)}`)
      .join(", ")} }`;
  const { names, codes, ...own } = actor;
  const text = Object.entries(own)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `    ${key}: ${scalar(value)}\n`);
  text[0] = text[0].replace("    slug", "  - slug");
  const list = (key, items) =>
    items.length === 0 ? "" : `    ${key}:\n${items.map((item) => `      - ${flow(item)}\n`).join("")}`;
  return `${text.join("")}${list("names", names)}${list("codes", codes)}`;
}

/** Quoted where YAML could read something else than this text. */
function scalar(value) {
  const isPlain =
    /^[\p{L}][\p{L}\p{M}\p{N}_ '’.()–-]*$/u.test(value) && !/^(null|true|false|yes|no|on|off|y|n)$/i.test(value);
  return isPlain || /^\d{4}-\d\d(-\d\d)?\/[\d.-]*$/.test(value) ? value : JSON.stringify(value);
}
