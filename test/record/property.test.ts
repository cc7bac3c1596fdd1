import { beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Database } from "../../src/db/database.js";
import { Prisma } from "../../src/db/generated/client.js";
import type { Stance } from "../../src/db/generated/enums.js";
import { join, raw, sql } from "../../src/db/sql.js";
import { testDatabase } from "../support/database.js";
import { runs } from "../support/runs.js";
import { compareReads } from "./compare-reads.js";
import { inconsistencies } from "./consistency.js";
import { type Expected, Model, type ModelEntity, type Subjects } from "./model.js";
import { type Input, type Written, writer } from "./writer.js";

/** Set WRITES_SEED to a failure's seed. */
const numRuns = runs(5);
const seed = process.env.WRITES_SEED === undefined ? undefined : Number(process.env.WRITES_SEED);

/** Milliseconds, finding the smallest sequence that fails included. */
const timeLimit = Math.max(60_000, numRuns * 10_000);

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

interface Real {
  readonly write: ReturnType<typeof writer>;
}

/** One write, made with what there is when it is its turn. */
interface Write {
  readonly request: Input;
  readonly expected: Expected;
  send(request: Input): Promise<Written>;
}

/** A write, then every read, each held against the model. */
class WriteAndRead implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly name: string,
    readonly options: object,
    readonly key: string | undefined,
    readonly make: (model: Model, real: Real) => Write | undefined,
  ) {}

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const made = this.make(model, real);
    if (!made) return;
    const input = { ...made.request, ...(this.key && { idempotencyKey: this.key }) };
    await this.#writeOnce(model, made, input);
    await compareReads(database, model, slugs);
    if (!this.key) return;
    // A client that did not get the answer.
    const again = this.make(model, real);
    if (again) await this.#writeOnce(model, { ...made, expected: again.expected }, input);
    await compareReads(database, model, slugs);
  }

  async #writeOnce(model: Model, { expected, send }: Write, input: Input): Promise<void> {
    const request = JSON.stringify([this.name, input]);
    const used = this.key && model.keys.get(this.key);
    const { entity, errors } = await send(input);
    const told = errors.map(({ __typename, path, currentVersion = "" }) =>
      `${__typename} ${path} ${currentVersion}`.trim(),
    );
    if (used) {
      const refused = used.request === request ? [] : ["InvalidInput input.idempotencyKey"];
      // A blank reason is found before anyone looks at the key.
      const blank = "refusals" in expected && expected.refusals.includes("InvalidInput input.reason");
      expect(told).toEqual(blank ? expected.refusals : refused);
      expect(entity?.id).toBe(told.length > 0 ? undefined : used.entity.id);
      return;
    }
    expect([...told].sort()).toEqual("refusals" in expected ? [...expected.refusals].sort() : []);
    if ("refusals" in expected) return;
    if (entity && "version" in entity) expect(entity.version).toBe(expected.version);
    const done = expected.does(entity?.id ?? "");
    if (this.key) model.keys.set(this.key, { request, entity: done });
  }

  toString = () => `${this.name} ${JSON.stringify(this.options)}${this.key ? ` with ${this.key}` : ""}`;
}

const actorSlugs = ["actor-0", "actor-1", "actor-2"];
const subjectSlugs = ["subject-0", "subject-1", "subject-2", "actor-0"];
const slugs = [...actorSlugs, ...subjectSlugs.slice(0, 3)];
const key = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom("k0", "k1", "k2") },
);
const anActor = fc.constantFrom(...actorSlugs);
const aSubject = fc.constantFrom(...subjectSlugs);
const stance = fc.constantFrom<Stance>("SUPPORTS", "OPPOSES", "UNDECIDED");
// The last day of the second and the third is the same: of two positions since then the one recorded last stands.
const since = fc.constantFrom("2020", "2021-06", "2021-06-30", "2022-01-01~");
const title = fc.constantFrom("Common one", "Common other");
const sponsors = fc.uniqueArray(anActor, { maxLength: 3 });
const mostly = <T>(value: T, otherwise: T) =>
  fc.integer({ min: 0, max: 7 }).map((die) => (die === 0 ? otherwise : value));

const actorRecorded = (entry: { slug: string; name: string }, key?: string) =>
  new WriteAndRead("recordActor", entry, key, (model, { write }) => ({
    request: { ...entry, kind: "STATE" },
    expected: model.recordActor(entry.slug, entry.name),
    send: (input) => write.record("actors", input),
  }));
const recordActor = fc
  .record({ slug: anActor, name: title })
  .chain((entry) => key.map((key) => actorRecorded(entry, key)));

const subjectRecorded = (entry: { list: Subjects; slug: string; title: string; sponsors: string[] }, key?: string) =>
  new WriteAndRead(`record ${entry.list}`, entry, key, (model, { write }) => {
    const { list, slug, title } = entry;
    const names = list === "proposals" ? entry.sponsors : [entry.sponsors[0] ?? "actor-0"];
    const own =
      list === "proposals" ? { status: "PROPOSED", sponsors: names } : { status: "ANNOUNCED", agent: names[0] };
    return {
      request: { slug, title, kind: "OTHER", sources: ["source"], ...own },
      expected: model.recordSubject(list, slug, title, names),
      send: (input) => write.record(list, input),
    };
  });
const recordSubject = fc
  .record({ list: fc.constantFrom<Subjects>("proposals", "policyActions"), slug: aSubject, title, sponsors })
  .chain((entry) => key.map((key) => subjectRecorded(entry, key)));

const positionRecorded = (
  entry: { holder: string; subject: string; stance: Stance; since: string; sourced: boolean },
  key?: string,
) =>
  new WriteAndRead("recordPosition", entry, key, (model, { write }) => {
    const { holder, subject, stance, since, sourced } = entry;
    return {
      request: { holder, subject, stance, since, basis: "STATEMENT", sources: sourced ? ["source"] : [] },
      expected: model.recordPosition(holder, subject, stance, since, sourced),
      send: (input) => write.record("positions", input),
    };
  });
const recordPosition = fc
  .record({ holder: anActor, subject: aSubject, stance, since, sourced: mostly(true, false) })
  .chain((entry) => key.map((key) => positionRecorded(entry, key)));

/** Which entity, and how many versions away from what it is. */
const target = fc.record({
  place: fc.nat(1000),
  off: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(-1, 1) }),
});
type Target = { place: number; off: number };
const targeted = (
  { entities }: Model,
  { place, off }: Target,
): { entity: ModelEntity; version: number } | undefined => {
  const entity = entities[place % Math.max(1, entities.length)];
  return entity && { entity, version: Math.max(1, entity.version + off) };
};

const changes = fc.record(
  { actorSlug: anActor, subjectSlug: aSubject, title, sponsors, stance, since },
  { requiredKeys: ["title", "stance"] },
);
const revise = fc.record({ target, changes }).chain((options) =>
  key.map(
    (key) =>
      new WriteAndRead("revise", options, key, (model, { write }) => {
        const found = targeted(model, options.target);
        if (!found) return undefined;
        const { entity, version } = found;
        const { actorSlug, subjectSlug, title, sponsors, stance, since } = options.changes;
        const change = {
          actors: { ...(actorSlug && { slug: actorSlug }), name: title },
          proposals: { ...(subjectSlug && { slug: subjectSlug }), title, ...(sponsors && { sponsors }) },
          policyActions: { ...(subjectSlug && { slug: subjectSlug }), title },
          positions: { stance, ...(since && { since }) },
        }[entity.list];
        return {
          request: { id: entity.id, version, ...change },
          expected: model.revise(entity, version, change),
          send: (input) => write.revise(entity.list, input),
        };
      }),
  ),
);

const changeStanding = fc
  .record({ target, name: fc.constantFrom("retract" as const, "reinstate" as const), reason: mostly("Because.", "  ") })
  .chain((options) =>
    key.map(
      (key) =>
        new WriteAndRead(options.name, options, key, (model, { write }) => {
          const { name, reason } = options;
          const found = targeted(model, options.target);
          if (!found) return undefined;
          const { entity, version } = found;
          return {
            request: { id: entity.id, version, reason },
            expected: model.changeStanding(entity, version, name === "retract", reason),
            send: (input) => write[name](input),
          };
        }),
    ),
  );

/** So that positions have holders and subjects from the first. */
const start = [
  actorRecorded({ slug: "actor-0", name: "Common one" }),
  actorRecorded({ slug: "actor-1", name: "Common other" }),
  subjectRecorded({ list: "proposals", slug: "subject-0", title: "Common one", sponsors: ["actor-0"] }),
  subjectRecorded({ list: "policyActions", slug: "subject-1", title: "Common other", sponsors: ["actor-1"] }),
  positionRecorded({ holder: "actor-0", subject: "subject-0", stance: "SUPPORTS", since: "2021-06", sourced: true }),
  positionRecorded({ holder: "actor-1", subject: "subject-0", stance: "OPPOSES", since: "2021-06-30", sourced: true }),
];

test(
  "whatever is written, valid or not, every read is what a model in memory says",
  async () => {
    const tables = Object.values(Prisma.ModelName).map((table) => raw(`"${table}"`));
    const commands = fc.commands(
      [recordActor, recordSubject, recordPosition, recordPosition, revise, revise, changeStanding],
      {
        maxCommands: 30,
        size: "max",
      },
    );
    const property = fc.asyncProperty(fc.noBias(commands), async (sequence) => {
      await database.query(sql`truncate ${join(tables)}`);
      const write = writer(database);
      await write.recorded("sources", { slug: "source", title: "A source", kind: "NEWS" });
      const setUp = async () => {
        const [model, real] = [new Model(), { write }];
        for (const command of start) await command.run(model, real);
        return { model, real };
      };
      await fc.asyncModelRun(setUp, sequence);
      expect(await inconsistencies(database, { renamed: true })).toEqual([]);
    });
    await fc.assert(property, { numRuns, seed, interruptAfterTimeLimit: timeLimit });
  },
  timeLimit + 60_000,
);
