import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import type { ListName } from "../../src/record/entities/index.js";
import { parseGlobalId } from "../../src/record/global-id.js";
import { mergeActors } from "../../src/record/merge/merge-actors.js";
import { unmergeActors } from "../../src/record/merge/unmerge-actors.js";
import { recordBase } from "../record/base.js";
import { samples } from "../record/samples.js";
import { type Written, writer } from "../record/writer.js";

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** When whatever was written so far had been written: RFC 3339 in UTC, with microseconds. */
export async function momentOf(database: Database): Promise<string> {
  const [row] = await database.query<{ at: string }>(sql`select to_char(
    greatest(clock_timestamp(), max("recordedAt")) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from "Revision"`);
  return row?.at ?? "";
}

/** Writes at random, by the API: each step is one change, or one that is refused. */
export class RandomHistory {
  readonly #current = new Map<string, { list: ListName; version: number }>();
  readonly #write: ReturnType<typeof writer>;
  /** How often each way to write has changed something. */
  readonly done = new Map<string, number>();
  #merged = false;

  constructor(
    readonly database: Database,
    readonly random: () => number,
  ) {
    this.#write = writer(database);
  }

  async begin(): Promise<void> {
    await recordBase(this.database);
    for (const list of Object.keys(samples) as ListName[]) await this.#record(list, samples[list].entry);
  }

  /** The global ids of positions that were recorded. */
  get positions(): string[] {
    return [...this.#current].filter(([, { list }]) => list === "positions").map(([id]) => id);
  }

  async step(): Promise<void> {
    const way = this.random();
    if (way < 0.25) await this.#record("positions", this.#position());
    else if (way < 0.33) await this.#mergeOrUnmerge();
    else if (way < 0.5) await this.#changeStanding();
    else await this.#revise();
  }

  #pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.random() * choices.length)] as T; // never empty
  }

  #note(way: string, { entity }: Pick<Written, "entity">, list: ListName): boolean {
    if (!entity) return false;
    if (entity.version) this.#current.set(entity.id, { list, version: entity.version });
    this.done.set(way, (this.done.get(way) ?? 0) + 1);
    return true;
  }

  async #record(list: ListName, entry: object): Promise<void> {
    this.#note("record", await this.#write.record(list, { ...entry }), list);
  }

  #position(): object {
    return {
      holder: this.#pick(["a-state", "a-other", "a-body"]),
      subject: this.#pick(["p-one", "p-two", "d-one"]),
      stance: this.#pick(["SUPPORTS", "OPPOSES", "UNDECIDED", "ABSTAINS"]),
      ...this.#pick([
        { basis: "STATEMENT", evidence: { statement: "q-one" } },
        { basis: "ACTION", evidence: { policyAction: "d-two" } },
        { basis: "STATEMENT", evidence: { statement: "q-two" }, sources: ["s-two"] },
      ]),
      since: this.#pick(["2020", "2021-01", "2021-01-26", "2021-02-03", "2022-21"]),
    };
  }

  async #revise(): Promise<void> {
    const [id, { list, version }] = this.#pick([...this.#current]);
    const { changes, clearable } = samples[list];
    const change = this.random() < 0.2 ? { [this.#pick(clearable)]: null } : this.#pick(changes);
    const renamed = "slug" in change && this.random() < 0.5 ? { slug: samples[list].entry.slug } : {};
    this.#note("revise", await this.#write.revise(list, { ...change, ...renamed, id, version }), list);
  }

  async #changeStanding(): Promise<void> {
    const [id, { list, version }] = this.#pick([...this.#current]);
    const target = { id, version };
    const { entity } = await this.#write.retract(target);
    const written = entity ? { entity } : await this.#write.reinstate(target);
    if (this.#note(entity ? "retract" : "reinstate", written, list))
      this.#current.set(id, { list, version: version + 1 });
  }

  /** Of two actors to which much refers. A merge makes new versions of what names them. */
  async #mergeOrUnmerge(): Promise<void> {
    const by = { author: "test", reason: "One state." };
    const named = async (name: string) => {
      const [row] = await this.database.query<{ version: number }>(
        sql`select version from "Actor" where slug = ${name}`,
      );
      return { name, path: `input.${name}`, version: row?.version ?? 0 };
    };
    const outcome = this.#merged
      ? await unmergeActors(this.database, await named("a-other"), by)
      : await mergeActors(this.database, { keep: await named("a-state"), merge: await named("a-other") }, by);
    if (!("id" in outcome)) throw new Error(JSON.stringify(outcome.refusals));
    this.done.set(this.#merged ? "unmerge" : "merge", 1);
    this.#merged = !this.#merged;
    const versions = await this.database.query<{ id: string; version: number }>(
      sql`select "entityId"::text as id, max(version) as version from "Revision" group by 1`,
    );
    this.#takeVersions(new Map(versions.map(({ id, version }) => [id, version])));
  }

  #takeVersions(versions: ReadonlyMap<string, number>): void {
    for (const [id, known] of this.#current) {
      const version = versions.get(parseGlobalId(id).uuid);
      if (version !== undefined) this.#current.set(id, { ...known, version });
    }
  }
}
