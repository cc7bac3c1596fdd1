import type { ListQuery } from "../../../db/page.js";
import { raw } from "../../../db/sql.js";
import { type Actor, actorList } from "../../actors/index.js";
import { holderMatches } from "./holder.filter.js";
import type { HoldersArgs } from "./holder.input.js";

/** The actors that hold, and do not hold, what the filter says. */
export function holderList({ where, orderBy }: HoldersArgs, asOf: string | undefined): ListQuery<Actor> {
  return actorList({ where: where?.actor, orderBy }, asOf, holderMatches(where, raw("actor"), asOf));
}
