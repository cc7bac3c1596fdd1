import "reflect-metadata";
import { actors } from "./actors/index.js";
import { alerts } from "./alerts/index.js";
import { changes } from "./changes/index.js";
import { discovery } from "./discovery/index.js";
import { drafts } from "./drafts/index.js";
import type { Module } from "./module.js";
import { policyActions } from "./policy-actions/index.js";
import { positions } from "./positions/index.js";
import { proposals } from "./proposals/index.js";
import { sources } from "./sources/index.js";
import { statements } from "./statements/index.js";

/** All modules, each after those that it builds on. */
export const modules: readonly Module[] = [
  sources,
  actors,
  proposals,
  policyActions,
  statements,
  positions,
  discovery,
  changes,
  drafts,
  alerts,
];
