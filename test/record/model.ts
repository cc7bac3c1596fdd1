import type { Stance } from "../../src/db/generated/enums.js";
import { parseDate } from "../../src/edtf/edtf-date.js";

export type Subjects = "proposals" | "policyActions";

interface Common {
  id: string;
  version: number;
  retracted: boolean;
}
export type ModelActor = Common & { list: "actors"; slug: string; name: string };
export type ModelSubject = Common & { list: Subjects; slug: string; title: string; sponsors: ModelActor[] };
export type ModelPosition = Common & {
  list: "positions";
  holder: ModelActor;
  subject: ModelSubject;
  stance: Stance;
  since: string;
};
export type ModelEntity = ModelActor | ModelSubject | ModelPosition;

type OfList<List> = List extends "actors" ? ModelActor : List extends "positions" ? ModelPosition : ModelSubject;

/** What the model expects of a write: the version that it makes, or why it is refused, as `type path`. */
export type Expected = { version: number; does: (id: string) => ModelEntity } | { refusals: string[] };

/**
 * The record in memory, by the rules of the documentation alone. References are to entities, not to slugs: they follow
 * an entity that gets another slug.
 */
export class Model {
  /** In the order in which they were recorded. */
  readonly entities: ModelEntity[] = [];
  /** What each idempotency key was used for. */
  readonly keys = new Map<string, { request: string; entity: ModelEntity }>();

  of<List extends ModelEntity["list"]>(...lists: List[]): OfList<List>[] {
    const found = this.entities.filter(({ list }) => (lists as string[]).includes(list));
    return found as OfList<List>[]; // those of the lists
  }

  actor = (slug: string): ModelActor | undefined => this.of("actors").find((actor) => actor.slug === slug);
  subject = (slug: string): ModelSubject | undefined =>
    this.of("proposals", "policyActions").find((subject) => subject.slug === slug);

  recordActor(slug: string, name: string): Expected {
    const refusals = this.actor(slug) ? ["DuplicateSlug input.slug"] : [];
    return this.#record(refusals, (common) => ({ ...common, list: "actors", slug, name }));
  }

  /** A policy action has one sponsor, which it calls its agent. */
  recordSubject(list: Subjects, slug: string, title: string, sponsors: readonly string[]): Expected {
    const refusals = [
      ...this.#missing(sponsors, (index) => (list === "proposals" ? `input.sponsors[${index}]` : "input.agent")),
      ...(this.subject(slug) ? ["DuplicateSlug input.slug"] : []),
    ];
    return this.#record(refusals, (common) => ({ ...common, list, slug, title, sponsors: this.#actors(sponsors) }));
  }

  recordPosition(holder: string, subject: string, stance: Stance, since: string, sourced: boolean): Expected {
    const [actor, about] = [this.actor(holder), this.subject(subject)];
    const refusals = [
      ...this.#missing([holder], () => "input.holder"),
      ...(about && !about.retracted ? [] : ["NotFound input.subject"]),
      ...(sourced ? [] : ["InvalidInput input"]),
      ...this.#repeated(actor, about, since),
    ];
    return this.#record(refusals, (common) => {
      if (!actor || !about) throw new Error("it would be refused");
      return { ...common, list: "positions", holder: actor, subject: about, stance, since };
    });
  }

  /** @param change of a slug, a name or title, sponsors by slug, a stance, a since */
  revise(entity: ModelEntity, version: number, change: Readonly<Record<string, unknown>>): Expected {
    if (version !== entity.version) return conflict(entity);
    if (entity.retracted) return { refusals: ["InvalidInput input.id"] };
    const resolved: Record<string, unknown> = { ...change };
    const refusals: string[] = [];
    if (typeof change.slug === "string") {
      const holder = entity.list === "actors" ? this.actor(change.slug) : this.subject(change.slug);
      if (holder && holder !== entity) refusals.push("DuplicateSlug input.slug");
    }
    if (Array.isArray(change.sponsors) && "sponsors" in entity) {
      const kept = entity.sponsors;
      refusals.push(...this.#missing(change.sponsors, (index) => `input.sponsors[${index}]`, kept));
      resolved.sponsors = this.#actors(change.sponsors);
    }
    if (typeof change.since === "string" && entity.list === "positions") {
      refusals.push(...this.#repeated(entity.holder, entity.subject, change.since, entity));
    }
    if (refusals.length > 0) return { refusals };
    const isSame = Object.entries(resolved).every(([field, value]) => same(value, entity[field as keyof ModelEntity]));
    const next = isSame ? entity.version : entity.version + 1;
    return { version: next, does: () => Object.assign(entity, resolved, { version: next }) };
  }

  changeStanding(entity: ModelEntity, version: number, retracted: boolean, reason: string): Expected {
    if (reason.trim() === "") return { refusals: ["InvalidInput input.reason"] };
    if (version !== entity.version) return conflict(entity);
    if (entity.retracted === retracted) return { refusals: ["InvalidInput input.id"] };
    const next = entity.version + 1;
    return { version: next, does: () => Object.assign(entity, { retracted, version: next }) };
  }

  /** The positions that are told, whether they stand or not. */
  history(): ModelPosition[] {
    return this.of("positions").filter(
      ({ retracted, holder, subject }) => !retracted && !holder.retracted && !subject.retracted,
    );
  }

  /** Of each holder's on each subject the one held since the latest day; of those the one that was recorded last. */
  standing(): ModelPosition[] {
    const latest = new Map<string, ModelPosition>();
    for (const position of this.history()) {
      const key = `${position.holder.id} ${position.subject.id}`;
      const before = latest.get(key);
      if (!before || parseDate(before.since).latest <= parseDate(position.since).latest) latest.set(key, position);
    }
    return [...latest.values()];
  }

  #record(refusals: string[], make: (common: Common) => ModelEntity): Expected {
    if (refusals.length > 0) return { refusals };
    return {
      version: 1,
      does: (id) => {
        const entity = make({ id, version: 1, retracted: false });
        this.entities.push(entity);
        return entity;
      },
    };
  }

  #missing(slugs: readonly string[], path: (index: number) => string, kept: readonly ModelActor[] = []): string[] {
    return slugs.flatMap((slug, index) => {
      const actor = this.actor(slug);
      return actor && (!actor.retracted || kept.includes(actor)) ? [] : [`NotFound ${path(index)}`];
    });
  }

  #actors = (slugs: readonly string[]): ModelActor[] => slugs.flatMap((slug) => this.actor(slug) ?? []);

  #repeated(holder: ModelActor | undefined, subject: ModelSubject | undefined, since: string, own?: ModelPosition) {
    const other = this.of("positions").find(
      (position) =>
        position !== own && position.holder === holder && position.subject === subject && position.since === since,
    );
    return other ? ["InvalidInput input"] : [];
  }
}

const conflict = ({ version }: ModelEntity): Expected => ({ refusals: [`Conflict input.version ${version}`] });

const same = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((item, index) => item === other[index])
    : one === other;
