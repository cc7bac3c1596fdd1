import type { Days } from "../../../edtf/edtf-date.js";
import { nearest } from "../../../record/nearest.js";
import type { CountryRow } from "../read/countries.js";
import type { PrintedCountry } from "../read/country-rows.js";
import { folded } from "../read/csv/folded.js";
import { type CountryRule, countryRules } from "./country-rules.js";
import { countryNamed, countryWithCode, knownCountries, namesOf, slugOf } from "./known-countries.js";
import type { KnownState, KnownStates, Match } from "./known-states.js";
import type { State } from "./states.js";

export interface HolderOptions {
  /** Whether a country that is neither known nor on record becomes a new state. */
  readonly newStates: boolean;
  /** Called once for each country that is identified by its code alone. */
  readonly onRemark: (remark: string) => void;
}

export type Tenures = readonly { readonly from: string; readonly until: string; readonly match: Match }[];

/** Whose a country's votes are, on the day or in the month of a roll call. */
export class Holders {
  readonly #tenures = new Map<string, Tenures>();

  constructor(
    readonly states: KnownStates,
    readonly options: HolderOptions,
  ) {}

  /** All whose votes are under this name and code. */
  tenures(printed: PrintedCountry, row?: CountryRow): Tenures {
    const key = `${printed.name}\0${printed.code}`;
    let tenures = this.#tenures.get(key);
    if (!tenures) {
      tenures = this.#look(withoutMissingCode(printed), row);
      this.#tenures.set(key, tenures);
    }
    return tenures;
  }

  #look({ name, code }: PrintedCountry, row: CountryRow | undefined): Tenures {
    const rule = ruleFor(name, code);
    if (rule === "contradiction") {
      return always(doubt("contradiction", `the name "${name}" does not match the code ${code}`));
    }
    if (!rule) {
      const match = this.#country(name, code);
      if (row && "state" in match) this.#tell(match.state, row);
      return always(match);
    }
    return rule.tenures.map(({ from = "", until = "9999-12-32", holder, because }) => ({
      from,
      until,
      match: holder
        ? this.states.ofRule(holder)
        : doubt(`not recorded: ${name}`, `${name} is not recorded here: ${because}`),
    }));
  }

  /** A country that was one state throughout: one of the list's, or of the record's, by name and code. */
  #country(name: string, code: string): Match {
    const [byName, byCode] = [countryNamed(name), countryWithCode(code)];
    if (byName && (code === "" || byCode === byName)) return this.states.ofCountry(byName, [name]);
    if (byName) {
      const own = byName.codes[0]?.value ?? "";
      return (
        this.states.onRecord(name, code) ?? doubt("contradiction", `the code of ${byName.name} is ${own}, not ${code}`)
      );
    }
    const recorded = this.states.onRecord(name, code);
    if (recorded) return recorded;
    if (byCode) return this.#byCode(name, byCode);
    if (this.options.newStates && alpha2.test(code)) return this.states.ofCountry(newState(name, code), [name]);
    return doubt("unknown country", unknownCountry(name, code));
  }

  #tell(state: KnownState, { name, otherName, alpha3, cow }: CountryRow): void {
    const codes = [
      { scheme: "ISO_3166_1_ALPHA_3", value: alpha3 },
      { scheme: "COW", value: cow },
    ] as const;
    this.states.tell(
      state,
      [name, otherName].filter((printed) => printed !== ""),
      codes.filter(({ value }) => value !== ""),
    );
  }

  #byCode(name: string, state: State): Match {
    const near = nearestCountry(name);
    const code = state.codes[0]?.value ?? "";
    if (near && near.state !== state) {
      return doubt(
        "contradiction",
        `the code ${code} belongs to ${state.name}, but the name "${name}" is similar to "${near.name}"`,
      );
    }
    this.options.onRemark(`the name "${name}" is unknown; its code ${code} belongs to ${state.name}`);
    return this.states.ofCountry(state, []);
  }
}

/** The one whose votes they are between two days, or why that is doubtful. */
export function holderOn(tenures: Tenures, name: string, { earliest, latest }: Days): Match {
  const [first] = tenures;
  if (tenures.length === 1 && first) return first.match;
  // One that holds all of the time, or several that are the same.
  const met = tenures.filter(({ from, until }) => from <= latest && until > earliest);
  const [only, ...others] = met.map(({ match }) => match);
  if (only && others.length === 0) return only;
  return doubt(`several: ${name}`, `${name} was not the same state from ${earliest} to ${latest}`);
}

const alpha2 = /^[A-Z]{2}$/;

const doubt = (kind: string, reason: string): Match => ({ doubt: { kind, reason } });

const always = (match: Match): Tenures => [{ from: "", until: "9999-12-32", match }];

/** `NA` is Namibia's code, and beside any other state's name it is R's mark of a missing value. */
function withoutMissingCode({ name, code }: PrintedCountry): PrintedCountry {
  const known = countryNamed(name);
  const other = known ? known.codes[0]?.value !== "NA" : ruleNamed(name) !== undefined;
  return code === "N/A" || code === "NULL" || (code === "NA" && other) ? { name, code: "" } : { name, code };
}

const ruleNamed = (name: string): CountryRule | undefined =>
  countryRules.find(({ names }) => names.some((known) => folded(known) === folded(name)));

function ruleFor(name: string, code: string): CountryRule | "contradiction" | undefined {
  const byName = ruleNamed(name);
  const byCode = code === "" ? undefined : countryRules.find(({ codes }) => codes.includes(code));
  // Countries that changed are too easily confused to be identified by code alone.
  return code !== "" && byCode !== byName ? "contradiction" : byName;
}

const names: ReadonlyMap<string, State | undefined> = new Map<string, State | undefined>([
  ...knownCountries.flatMap((state) => namesOf(state).map((name) => [name, state] as const)),
  ...countryRules.flatMap((rule) => rule.names.map((name) => [name, undefined] as const)),
]);

function nearestCountry(name: string): { name: string; state: State | undefined } | undefined {
  const near = nearest(name, names.keys());
  return near === undefined ? undefined : { name: near, state: names.get(near) };
}

function unknownCountry(name: string, code: string): string {
  const near = nearestCountry(name);
  const own = near?.state?.codes[0]?.value;
  const hint = near ? `; the most similar is ${near.name}${own ? ` (${own})` : ""}` : "";
  const known = `the country "${name}"${code ? ` with the code ${code}` : ""} is unknown${hint}`;
  return alpha2.test(code) ? `${known}. --new-states records it as a state` : known;
}

const newState = (name: string, code: string): State => ({
  slug: slugOf(name),
  name,
  codes: [{ scheme: "ISO_3166_1_ALPHA_2", value: code }],
});
