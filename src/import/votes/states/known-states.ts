import { sql } from "../../../db/sql.js";
import type { BulkSession } from "../../../db/writing/bulk-session.js";
import { parseSpan } from "../../../edtf/edtf-date.js";
import { newId } from "../../../record/new-id.js";
import { folded } from "../read/csv/folded.js";
import { namesOf } from "./known-countries.js";
import type { State, StateCode } from "./states.js";

/** A state on record, or one that this import records. */
export interface KnownState {
  readonly id: string;
  readonly slug: string;
  /** As they are printed, the main name first. */
  readonly names: readonly string[];
  readonly codes: readonly KnownCode[];
  /** Whether it is not on record yet. */
  readonly added: boolean;
}

interface KnownCode {
  readonly scheme: string;
  readonly value: string;
  /** Its last day; 9999-12-31 where none is given. */
  readonly until: string;
}

/** A state, or why it cannot be identified. */
export type Match =
  | { readonly state: KnownState }
  | { readonly doubt: { readonly kind: string; readonly reason: string } };

/** What a state has to be recorded with, beside what it has. */
export interface StateFacts {
  readonly names: Set<string>;
  readonly codes: StateCode[];
}

/** The states on record, by what the data calls them; and those that the import adds. */
export class KnownStates {
  readonly #states: KnownState[];
  readonly #slugs: Set<string>;
  readonly #folded = new Map<KnownState, ReadonlySet<string>>();
  /** The states to record. */
  readonly added = new Map<string, State>();
  /** What is known of the states that were met, by id. */
  readonly facts = new Map<string, StateFacts>();

  private constructor(states: readonly KnownState[], slugs: Set<string>) {
    this.#states = [...states];
    this.#slugs = slugs;
  }

  static async load(session: BulkSession): Promise<KnownStates> {
    const rows = await session.query<{ id: string; slug: string; names: string[]; codes: KnownCode[] }>(sql`
      select a.id, a.slug,
        a.name || array(select n.value from "ActorName" n where n."actorId" = a.id order by n.ordinal) as names,
        coalesce((select json_agg(json_build_object('scheme', c.scheme, 'value', c.value,
          'until', coalesce(c."duringLatest", '9999-12-31'))) from "ExternalCode" c where c."actorId" = a.id), '[]') as codes
      from "Actor" a where a.kind = 'STATE' and a."retractedAt" is null order by a.slug`);
    const slugs = await session.query<{ slug: string }>(sql`select slug from "Actor"`);
    return new KnownStates(
      rows.map((row) => ({ ...row, added: false })),
      new Set(slugs.map(({ slug }) => slug)),
    );
  }

  /** The state of a rule, by ISO 3166-3 code where it has one, by present ISO code where not, and by its names. */
  ofRule(state: State): Match {
    const formerly = state.codes.some(({ scheme }) => scheme === "ISO_3166_3");
    const identifying = formerly ? ["ISO_3166_3"] : ["ISO_3166_1_ALPHA_2"];
    const codes = state.codes.filter(({ scheme, during }) => identifying.includes(scheme) && during === undefined);
    return this.#match(state, codes, [state.name, ...(state.official ? [state.official] : [])]);
  }

  /** A country of the data that was one state throughout; recorded where it is not on record. */
  ofCountry(state: State, printed: readonly string[]): Match {
    const codes = state.codes.filter(({ scheme }) => scheme === "ISO_3166_1_ALPHA_2");
    return this.#match(state, codes, [...namesOf(state), ...printed]);
  }

  /** A state that is on record with a name and a code of the data; undefined where there is none. */
  onRecord(name: string, code: string): Match | undefined {
    const codes = code === "" ? [] : [{ scheme: "ISO_3166_1_ALPHA_2", value: code } as const];
    return this.#find(codes, [name]);
  }

  /** Adds what a table says of a state beside what is known. */
  tell(state: KnownState, names: readonly string[], codes: readonly StateCode[]): void {
    const facts = this.facts.get(state.id) ?? { names: new Set(), codes: [] };
    this.facts.set(state.id, facts);
    for (const name of names) facts.names.add(name);
    for (const code of codes) if (!facts.codes.some(({ scheme }) => scheme === code.scheme)) facts.codes.push(code);
  }

  slugOf(id: string): string {
    return this.#states.find((state) => state.id === id)?.slug ?? id;
  }

  /** Those on record that were met. */
  onRecordMet(): KnownState[] {
    return this.#states.filter(({ id, added }) => !added && this.facts.has(id));
  }

  /** A state that is to be recorded, with all its facts on record. */
  withFacts(id: string, state: State): State {
    const facts = this.facts.get(id);
    const names = [...(facts?.names ?? [])].filter((name) => name !== state.name && name !== state.official);
    return {
      ...state,
      aliases: [...new Set([...(state.aliases ?? []), ...names])],
      codes: facts?.codes ?? state.codes,
    };
  }

  #match(state: State, codes: State["codes"], names: readonly string[]): Match {
    const found = this.#find(codes, names) ?? this.#add(state);
    if ("state" in found) this.tell(found.state, namesOf(state), state.codes);
    return found;
  }

  #find(codes: State["codes"], names: readonly string[]): Match | undefined {
    const wanted = new Set(names.map(folded));
    const byCode = this.#states.filter((known) =>
      codes.some(({ scheme, value }) =>
        known.codes.some((code) => code.scheme === scheme && code.value === value && code.until === "9999-12-31"),
      ),
    );
    const byName = this.#states.filter((known) => [...wanted].some((name) => this.#namesOf(known).has(name)));
    const found = [...new Set([...byCode, ...byName])];
    const [only] = found;
    if (found.length > 1) {
      const slugs = found.map(({ slug }) => slug).sort();
      return { doubt: { kind: "several states", reason: `matches several recorded states: ${slugs.join(", ")}` } };
    }
    if (only === undefined) return undefined;
    const other = only.codes.find(
      ({ scheme, value, until }) =>
        until === "9999-12-31" && codes.some((code) => code.scheme === scheme && code.value !== value),
    );
    if (byCode.length === 0 && other) {
      return { doubt: { kind: "contradiction", reason: `has the name of ${only.slug}, whose code is ${other.value}` } };
    }
    return { state: only };
  }

  #namesOf(state: KnownState): ReadonlySet<string> {
    let names = this.#folded.get(state);
    if (!names) {
      names = new Set(state.names.map(folded));
      this.#folded.set(state, names);
    }
    return names;
  }

  #add(state: State): Match {
    const slug = this.#slugs.has(state.slug) ? `${state.slug}-state` : state.slug;
    const known: KnownState = {
      id: newId(),
      slug,
      names: namesOf(state),
      codes: state.codes.map(({ scheme, value, during }) => ({
        scheme,
        value,
        until: during ? parseSpan(during).latest : "9999-12-31",
      })),
      added: true,
    };
    this.#slugs.add(slug);
    this.#states.push(known);
    this.added.set(known.id, { ...state, slug });
    return { state: known };
  }
}
