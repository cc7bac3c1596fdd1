import type { PrintedCountry } from "../../votes/read/country-rows.js";
import { shown, WrongValue } from "../../votes/read/csv/cells.js";
import { folded } from "../../votes/read/csv/folded.js";
import { countryRules } from "../../votes/states/country-rules.js";
import { countryNamed, countryWithCode, knownCountries } from "../../votes/states/known-countries.js";
import type { State, StateCode } from "../../votes/states/states.js";
import type { CodeScheme } from "./vote-columns.js";

/** The two-letter code, or that of a rule, by each other code that a table can have. */
const twoLetters = new Map<string, string>();

const codesOf = ({ codes }: State): readonly StateCode[] => codes;

function learn(state: State, code: string): void {
  for (const { scheme, value } of codesOf(state)) {
    const key = `${scheme} ${scheme === "COW" ? String(Number(value)) : value}`;
    if (!twoLetters.has(key)) twoLetters.set(key, code);
  }
}

for (const state of knownCountries) learn(state, codesOf(state)[0]?.value ?? "");
for (const ownCodeOnly of [true, false]) {
  for (const { codes, tenures } of countryRules) {
    for (const { holder } of tenures) {
      const own = holder && codesOf(holder).find(({ scheme }) => scheme === "ISO_3166_1_ALPHA_2")?.value;
      if (holder && (!ownCodeOnly || codes.includes(own ?? ""))) learn(holder, codes[0] ?? "");
    }
  }
}
// The Correlates of War number the Federal Republic of 1949 to 1990 apart from Germany.
twoLetters.set("COW 260", "GFR");

/** How a table of votes prints a country: two letters beside its name, whatever code the table has. */
export function printedCountry(name: string, code: string, scheme: CodeScheme | undefined): PrintedCountry {
  if (code !== "") {
    const letters = lettersOf(code, scheme);
    return { name: name === "" ? nameOf(letters) : name, code: letters };
  }
  const isCode = /^[A-Z]{2,3}$/.test(name) && !isKnownName(name);
  return isCode ? printedCountry("", name, undefined) : { name, code };
}

function lettersOf(code: string, scheme: CodeScheme | undefined): string {
  if (/^[A-Z]{3}$/.test(code)) return twoLetters.get(`ISO_3166_1_ALPHA_3 ${code}`) ?? code;
  if (!/^\d+(\.0+)?$/.test(code)) return code;
  if (scheme !== "COW" && scheme !== "M49") {
    const what = "is a number; a mapping file can specify whether it is COW or M49";
    throw new WrongValue("code", `the country's code "${shown(code)}" ${what}`);
  }
  const number = Number(code);
  return twoLetters.get(`${scheme} ${scheme === "COW" ? number : String(number).padStart(3, "0")}`) ?? code;
}

const ruleOf = (code: string) => countryRules.find(({ codes }) => codes.includes(code));

/** The name by which a country is looked up that a table gives by its code alone. */
const nameOf = (code: string): string => ruleOf(code)?.names[0] ?? countryWithCode(code)?.name ?? "";

const isKnownName = (name: string): boolean =>
  countryNamed(name) !== undefined ||
  countryRules.some(({ names }) => names.some((known) => folded(known) === folded(name)));
