import type { EntityTable } from "../../db/entity-table.js";
import { actors } from "../actors/index.js";
import type { Module } from "../module.js";
import { policyActions } from "../policy-actions/index.js";
import { positions } from "../positions/index.js";
import { proposals } from "../proposals/index.js";
import { sources } from "../sources/index.js";
import { statements } from "../statements/index.js";

const modules: readonly Module[] = [sources, actors, proposals, policyActions, statements, positions];

/** Every type of entity there is. */
export const entityTables: readonly EntityTable[] = modules.flatMap((module) => module.entities);
