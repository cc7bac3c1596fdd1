import { v7 } from "uuid";
import type { BulkSession } from "../../db/bulk-session.js";
import { sql } from "../../db/sql.js";
import { parseSpan } from "../../edtf/edtf-date.js";
import { recordActors } from "./record-actors.js";
import type { State } from "./states.js";

/** A state on record, or one that the next batch records. */
export interface KnownState {
  readonly id: string;
  readonly slug: string;
  readonly names: ReadonlySet<string>;
  readonly codes: readonly KnownCode[];
}

interface KnownCode {
  readonly scheme: string;
  readonly value: string;
  /** Its last day; 9999-12-31 where none is given. */
  readonly until: string;
}

/** A state, or why it cannot be told. */
export type Match = { readonly state: KnownState } | { readonly doubt: string };

/** The states on record, by what the data calls them; and those that the import adds. */
export class KnownStates {
  readonly #states: KnownState[];
  readonly #slugs: Set<string>;
  #added: { id: string; state: State }[] = [];
  #addedCount = 0;

  private constructor(states: KnownState[], slugs: Set<string>) {
    this.#states = states;
    this.#slugs = slugs;
  }

  static async load(session: BulkSession): Promise<KnownStates> {
    const rows = await session.query<{ id: string; slug: string; names: string[]; codes: KnownCode[] }>(sql`
      select a.id, a.slug,
        array(select n.value from "ActorName" n where n."actorId" = a.id) || a.name as names,
        coalesce((select json_agg(json_build_object('scheme', c.scheme, 'value', c.value,
          'until', coalesce(c."duringLatest", '9999-12-31'))) from "ExternalCode" c where c."actorId" = a.id), '[]') as codes
      from "Actor" a where a.kind = 'STATE' and a."retractedAt" is null order by a.slug`);
    const slugs = await session.query<{ slug: string }>(sql`select slug from "Actor"`);
    return new KnownStates(
      rows.map(({ names, ...row }) => ({ ...row, names: new Set(names.map(folded)) })),
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

  /** A country of the data that was one state throughout. */
  ofCountry(state: State, printed: readonly string[]): Match {
    const codes = state.codes.filter(({ scheme }) => scheme === "ISO_3166_1_ALPHA_2");
    return this.#match(state, codes, [state.name, ...printed]);
  }

  /** How many states were added so far, recorded or not. */
  get addedCount(): number {
    return this.#addedCount;
  }

  /** Whether some were added since the last `recordAdded`. */
  get hasAdded(): boolean {
    return this.#added.length > 0;
  }

  /** Records the states that were added since the last time. */
  async recordAdded(session: BulkSession): Promise<number> {
    const added = this.#added;
    this.#added = [];
    if (added.length > 0) await recordActors(session, added);
    return added.length;
  }

  #match(state: State, codes: State["codes"], names: readonly string[]): Match {
    const wanted = new Set(names.map(folded));
    const byCode = this.#states.filter((known) =>
      codes.some(({ scheme, value }) =>
        known.codes.some((code) => code.scheme === scheme && code.value === value && code.until === "9999-12-31"),
      ),
    );
    const byName = this.#states.filter((known) => [...wanted].some((name) => known.names.has(name)));
    const found = [...new Set([...byCode, ...byName])];
    const [only] = found;
    if (found.length > 1) {
      return {
        doubt: `matches several states on record: ${found
          .map(({ slug }) => slug)
          .sort()
          .join(", ")}`,
      };
    }
    if (only === undefined) return codes.length > 0 || state.codes.length > 0 ? this.#add(state) : { doubt: noState };
    const other = only.codes.find(
      ({ scheme, value, until }) =>
        until === "9999-12-31" && codes.some((code) => code.scheme === scheme && code.value !== value),
    );
    if (byCode.length === 0 && other) {
      return { doubt: `has the name of ${only.slug}, whose code is ${other.value}` };
    }
    return { state: only };
  }

  #add(state: State): Match {
    const slug = this.#slugs.has(state.slug) ? `${state.slug}-state` : state.slug;
    const known: KnownState = {
      id: v7(),
      slug,
      names: new Set([state.name, ...(state.official ? [state.official] : []), ...(state.aliases ?? [])].map(folded)),
      codes: state.codes.map(({ scheme, value, during }) => ({
        scheme,
        value,
        until: during ? parseSpan(during).latest : "9999-12-31",
      })),
    };
    this.#slugs.add(slug);
    this.#states.push(known);
    this.#addedCount++;
    this.#added.push({ id: known.id, state: { ...state, slug } });
    return { state: known };
  }
}

const noState = "is no state on record, and has no code by which to record one";

/** A name without case, accents and typography: "Côte d’Ivoire" and "Cote D'Ivoire" are the same. */
export const folded = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("&", " and ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
