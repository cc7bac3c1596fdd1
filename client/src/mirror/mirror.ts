import { followChanges } from "../changes.js";
import type { Client, RequestOptions } from "../client.js";
import { rowFragments } from "./rows.js";
import type { Batch, MirrorStore, Row } from "./store.js";

export interface MirrorOptions {
  /** Whether to go on when the copy is up to date, and apply each change as it happens; false by default. */
  readonly follow?: boolean;
  /** Ends it; the batch that is applied at that moment is finished. */
  readonly signal?: AbortSignal;
}

/** An entity as a row with the moment of its retraction. */
type Entity = Row & { readonly retractedAt: string | null };

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Change {
  readonly cursor: string;
  readonly entityId: string | null;
  readonly positions: Page<Entity> | null;
  /** By type: the fields of the entity's own type, the id alone of all others. */
  readonly [type: string]: unknown;
}

const types = Object.keys(rowFragments);
const positionFields = "retractedAt ...PositionRow";
const pageInfo = "pageInfo { hasNextPage endCursor }";
const fragments = Object.values(rowFragments).join(" ");
// Fields of one name have other types in other entities, so each type is selected apart.
const entities = types.map((type) => `${type}: entity { id ... on ${type} { retractedAt ...${type}Row } }`).join(" ");
const feedQuery = `query MirrorChanges($after: String) {
  changes(after: $after, first: 50) { ${pageInfo}
    nodes { cursor entityId ${entities} positions(first: 25) { ${pageInfo} nodes { ${positionFields} } } }
  }
} ${fragments}`;
/** The further positions of an import: those of the change after a cursor. */
const positionsQuery = `query MirrorPositions($before: String, $after: String) {
  changes(after: $before, first: 1) {
    nodes { positions(first: 500, after: $after) { ${pageInfo} nodes { ${positionFields} } } }
  }
} ${rowFragments.Position}`;

/**
 * Brings a copy of the record up to date: reads the feed of changes after the store's cursor to its end, and applies what was
 * recorded, revised, retracted, reinstated, merged, unmerged and imported. The store then has the rows that a dump would have.
 *
 * The feed gives entities as they are now, so while changes are left to read, some rows may be newer than others.
 *
 * @returns the number of changes that were applied
 * @throws {StandpointError} when a request fails; what was applied stays, and the next call goes on from there
 */
export async function mirror(client: Client, store: MirrorStore, options: MirrorOptions = {}): Promise<number> {
  const { follow = false, signal } = options;
  const request: RequestOptions = signal ? { signal } : {};
  let applied = 0;
  try {
    for await (const changes of batches(client, store, follow, request)) applied += changes;
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
  return applied;
}

async function* batches(client: Client, store: MirrorStore, follow: boolean, options: RequestOptions) {
  yield* catchUp(client, store, options);
  if (!follow) return;
  // Each event is only the occasion to read on: many changes at once are then read together.
  for await (const _change of followChanges(client, { after: await store.cursor(), ...options }))
    yield* catchUp(client, store, options);
}

/** Applies the changes after the store's cursor, and yields the number of those in each batch. */
async function* catchUp(client: Client, store: MirrorStore, options: RequestOptions): AsyncGenerator<number> {
  for (let more = true; more && !options.signal?.aborted; ) {
    const after = await store.cursor();
    const { changes } = await client.request<{ changes: Page<Change> }>(feedQuery, { after }, options);
    const entries: Entry[] = [];
    let cursor = after;
    for (const change of changes.nodes) {
      entries.push(...entriesOf(change), ...(await positionsOf(client, change, cursor, options)));
      cursor = change.cursor;
    }
    if (cursor !== null && cursor !== after) await store.apply({ entries, cursor });
    yield changes.nodes.length;
    more = changes.pageInfo.hasNextPage;
  }
}

type Entry = Batch["entries"][number];

/** The entity of a change; where it was merged into another, the other is kept instead. */
function entriesOf(change: Change): Entry[] {
  const entity = types
    .map((type) => change[type] as Partial<Entity> | null)
    .find((one) => one?.retractedAt !== undefined);
  if (!entity?.id) return []; // an import of many
  const { entityId } = change;
  const merged: Entry[] = entityId !== null && entity.id !== entityId ? [[entityId, null]] : [];
  return [...merged, entryOf(entity as Entity)]; // it has all fields of its row
}

/** All positions of an import, page by page. */
async function positionsOf(client: Client, change: Change, before: string | null, options: RequestOptions) {
  const entries: Entry[] = [];
  let page = change.positions;
  while (page) {
    entries.push(...page.nodes.map(entryOf));
    if (!page.pageInfo.hasNextPage) break;
    const variables = { before, after: page.pageInfo.endCursor };
    type Answer = { changes: { nodes: readonly Pick<Change, "positions">[] } };
    const { changes }: Answer = await client.request<Answer>(positionsQuery, variables, options);
    page = changes.nodes[0]?.positions ?? null;
  }
  return entries;
}

function entryOf({ retractedAt, ...row }: Entity): Entry {
  return [row.id, retractedAt === null ? row : null];
}
