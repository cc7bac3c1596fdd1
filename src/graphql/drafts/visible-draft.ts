import { reaches } from "../../auth/role.js";
import type { Context } from "../../context.js";
import { Loader } from "../loader.js";
import { oncePerRequest } from "../per-request.js";
import { formerVisibleDrafts as visibleDrafts } from "./draft.repository.js";
import type { Draft } from "./draft.type.js";

/** The draft with this uuid if who asks may see it; null otherwise, be there one or not. All of a request are loaded together. */
export async function visibleDraft(uuid: string, context: Context): Promise<Draft | null> {
  const { viewer, database } = context;
  if (!viewer || !reaches(viewer.role, "CONTRIBUTOR")) return null; // `node` asks for no role
  const loader = oncePerRequest(
    context,
    visibleDraft,
    () => new Loader<string, Draft | null>((uuids) => visibleDrafts(database, viewer, uuids)),
  );
  return await loader.load(uuid);
}
