import type { Database } from "../../../db/database.js";
import { sql } from "../../../db/sql.js";
import type { Entry } from "../../../record/entities/index.js";
import { isSlug } from "../../../record/format/fields.js";
import { shown, WrongValue } from "../../votes/read/csv/cells.js";
import { folded } from "../../votes/read/csv/folded.js";
import { countryNamed, knownCountries, namesOf } from "../../votes/states/known-countries.js";
import { type State, states } from "../../votes/states/states.js";
import { slugOf } from "../value.js";
import type { ActorForm, CodeOrName } from "./entry-map.js";

interface KnownActor {
  readonly slug: string;
  readonly name: string;
}

/** The actors on record by their codes and names, and the members of the United Nations that are not on record. */
export class ActorsNamed {
  /** The states that rows named and that the import has to record. */
  readonly added = new Map<string, Entry<"actors">>();
  readonly #byKey = new Map<string, Set<KnownActor>>();
  readonly #slugs: ReadonlySet<string>;

  private constructor(actors: readonly (KnownActor & { names: string[]; codes: string[] })[]) {
    this.#slugs = new Set(actors.map(({ slug }) => slug));
    for (const { slug, name, names, codes } of actors) {
      const actor = { slug, name };
      for (const key of [...codes, ...[name, ...names].map((text) => `NAME ${folded(text)}`)]) {
        this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(actor));
      }
    }
  }

  static async load(database: Database): Promise<ActorsNamed> {
    return new ActorsNamed(
      await database.query(sql`
        select a.slug, a.name,
          array(select n.value from "ActorName" n where n."actorId" = a.id) as names,
          array(select c.scheme || ' ' || c.value from "ExternalCode" c
            where c."actorId" = a.id and coalesce(c."duringLatest", '9999-12-31') = '9999-12-31') as codes
        from "Actor" a where a."retractedAt" is null and a."mergedIntoId" is null`),
    );
  }

  /**
   * The actor with a code that is in use, or with a name. A member of the United Nations that is not on record is added, and
   * any other name where the mapping file says of which kind it then is.
   *
   * @throws WrongValue where there is none, or more than one
   */
  find(text: string, { by, add }: Pick<ActorForm, "by" | "add">): KnownActor {
    const value = by === "M49" && /^\d{1,3}$/.test(text) ? text.padStart(3, "0") : text;
    const found = [...(this.#byKey.get(`${by} ${by === "NAME" ? folded(value) : value}`) ?? [])];
    const [only] = found;
    if (only && found.length === 1) return only;
    if (only) {
      const slugs = found.map(({ slug }) => slug).sort();
      throw new WrongValue("several actors", `"${shown(text)}" (${by}) names several actors: ${slugs.join(", ")}`);
    }
    const notRecorded = this.#country(value, by) ?? (add && by === "NAME" ? this.#other(text, add) : undefined);
    if (notRecorded) return notRecorded;
    const what = by === "NAME" ? "the name" : `the ${by} code`;
    throw new WrongValue("unknown actor", `no recorded actor has ${what} "${shown(text)}"`);
  }

  /** A member of the United Nations; one that is on record by its name alone is that one. */
  #country(text: string, by: CodeOrName): KnownActor | undefined {
    const country = by === "NAME" ? stateNamed(text) : pool.find((state) => hasCode(state, by, text));
    if (!country) return undefined;
    const [recorded, ...others] = this.#byKey.get(`NAME ${folded(country.name)}`) ?? [];
    if (recorded) return others.length === 0 ? recorded : undefined;
    return this.#slugs.has(country.slug) ? undefined : this.#add(country);
  }

  /** An actor that is recorded by its name, where the slug that this makes is free. */
  #other(name: string, kind: Entry<"actors">["kind"]): KnownActor | undefined {
    const slug = slugOf(name);
    if (!isSlug(slug) || this.#slugs.has(slug)) return undefined;
    this.added.set(slug, { slug, kind, name });
    return { slug, name };
  }

  #add(state: State): KnownActor {
    this.added.set(state.slug, {
      ...{ slug: state.slug, kind: "STATE", name: state.name },
      names: namesOf(state)
        .slice(1)
        .map((value) => ({ value, language: "en", kind: value === state.official ? "OFFICIAL" : "ALIAS" })),
      codes: state.codes.map((code) => ({ ...code })),
      ...(state.description === undefined ? {} : { description: state.description }),
      ...(state.existedDuring === undefined ? {} : { existedDuring: state.existedDuring }),
    });
    return state;
  }
}

/** The members that were one state throughout, and those that the data of votes distinguishes by date. */
const pool: readonly State[] = [...knownCountries, ...Object.values<State>(states)];

const stateNamed = (name: string): State | undefined =>
  countryNamed(name) ?? pool.find((state) => namesOf(state).some((known) => folded(known) === folded(name)));

const hasCode = ({ codes }: State, by: CodeOrName, value: string): boolean =>
  codes.some((code) => code.scheme === by && code.value === value && code.during === undefined);
