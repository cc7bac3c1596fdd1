import type { BulkSession } from "../../../db/writing/bulk-session.js";
import type { CopyRow } from "../../../db/writing/copy-text.js";
import { spanColumns } from "../../../record/store/columns.js";
import type { State } from "../states/states.js";
import { recordRevisions } from "./record-revisions.js";

const span = ["", "Earliest", "StartLatest", "EndEarliest", "Latest"] as const;
const spanNames = (name: string) => span.map((suffix) => `${name}${suffix}`);

/** Records states with their names and codes. */
export async function recordActors(
  session: BulkSession,
  added: readonly { readonly id: string; readonly state: State }[],
): Promise<void> {
  await session.copy(
    "Actor",
    ["id", "slug", "kind", "name", "description", ...spanNames("existedDuring")],
    added.map(({ id, state }) => [
      id,
      state.slug,
      "STATE",
      state.name,
      state.description ?? null,
      ...spanCells(state.existedDuring),
    ]),
  );
  const names = added.flatMap(({ id, state }) =>
    [
      ...(state.official ? [[state.official, "OFFICIAL"] as const] : []),
      ...(state.aliases ?? []).map((alias) => [alias, "ALIAS"] as const),
    ].map(([value, kind], ordinal): CopyRow => [id, ordinal, value, "en", kind]),
  );
  await session.copy("ActorName", ["actorId", "ordinal", "value", "language", "kind"], names);
  const codes = added.flatMap(({ id, state }) =>
    state.codes.map(
      ({ scheme, value, during }, ordinal): CopyRow => [id, ordinal, scheme, value, ...spanCells(during)],
    ),
  );
  await session.copy("ExternalCode", ["actorId", "ordinal", "scheme", "value", ...spanNames("during")], codes);
  await recordRevisions(
    session,
    "actors",
    added.map(({ id }) => id),
  );
}

const spanCells = (during: string | undefined): (string | null)[] =>
  Object.values(spanColumns("during", during)) as (string | null)[]; // in the order of `span`
