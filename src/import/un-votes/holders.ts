import type { Days } from "../../edtf/edtf-date.js";
import { type CountryRule, countryRules, plainNames } from "./country-rules.js";
import { folded, type KnownStates, type Match } from "./known-states.js";
import type { State } from "./states.js";

/** What the data tells of a country beside its name and code. */
export interface CountryDetails {
  readonly cow?: string;
  readonly alpha3?: string;
  readonly otherName?: string;
}

type Tenures = readonly { readonly from: string; readonly until: string; readonly match: Match }[];

/** Whose a country's votes are, on the day or in the month of a roll call. */
export class Holders {
  readonly #tenures = new Map<string, Tenures>();

  constructor(readonly states: KnownStates) {}

  /** The holder of a vote that a country cast between two days, or why that is doubtful. */
  of(name: string, code: string, { earliest, latest }: Days): Match {
    const tenures = this.tenures(name, code);
    const [first] = tenures;
    if (tenures.length === 1 && first) return first.match;
    // One that holds all of the time, or several that are the same.
    const met = tenures.filter(({ from, until }) => from <= latest && until > earliest);
    const [only, ...others] = met.map(({ match }) => match);
    if (only && others.length === 0) return only;
    return { doubt: `${name} was not one and the same state from ${earliest} to ${latest}` };
  }

  /** All whose votes are under this name and code; made known on first use. */
  tenures(name: string, code: string, details: CountryDetails = {}): Tenures {
    const key = `${name}\0${code}`;
    let tenures = this.#tenures.get(key);
    if (!tenures) {
      tenures = this.#look(name, code, details);
      this.#tenures.set(key, tenures);
    }
    return tenures;
  }

  #look(name: string, code: string, details: CountryDetails): Tenures {
    const rule = ruleFor(name, code);
    if (rule === "contradiction") return always({ doubt: `the name "${name}" does not go with the code ${code}` });
    if (!rule) return always(this.states.ofCountry(stateOf(name, code, details), printedNames(name, details)));
    return rule.tenures.map(({ from = "", until = "9999-12-32", holder, because }) => ({
      from,
      until,
      match: holder ? this.states.ofRule(holder) : { doubt: `${name} is not recorded here: ${because}` },
    }));
  }
}

const always = (match: Match): Tenures => [{ from: "", until: "9999-12-32", match }];

function ruleFor(name: string, code: string): CountryRule | "contradiction" | undefined {
  const byName = countryRules.find(({ names }) => names.some((known) => folded(known) === folded(name)));
  const byCode = code === "" ? undefined : countryRules.find(({ codes }) => codes.includes(code));
  // Countries that changed are too easily taken for one another to be told by code alone.
  return code !== "" && byCode !== byName ? "contradiction" : byName;
}

function stateOf(name: string, code: string, { cow, alpha3, otherName }: CountryDetails): State {
  const hasCode = /^[A-Z]{2}$/.test(code);
  const plain = hasCode ? plainNames[code] : undefined;
  const ownName = plain?.name ?? name;
  const aliases = [name, otherName ?? ""].filter((alias) => alias !== "" && alias !== ownName);
  return {
    slug: plain?.slug ?? slugOf(ownName),
    name: ownName,
    aliases: [...new Set(aliases)],
    codes: hasCode
      ? [
          { scheme: "ISO_3166_1_ALPHA_2", value: code },
          ...(alpha3 ? [{ scheme: "ISO_3166_1_ALPHA_3", value: alpha3 } as const] : []),
          ...(cow ? [{ scheme: "COW", value: cow } as const] : []),
        ]
      : [],
  };
}

const printedNames = (name: string, { otherName }: CountryDetails): string[] =>
  otherName ? [name, otherName] : [name];

const slugOf = (name: string): string =>
  folded(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
