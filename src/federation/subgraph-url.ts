import type { Module } from "../modules/module.js";

/** Where a module's subgraph answers on this machine unless told otherwise: the modules count up from port 4001. */
export function defaultSubgraphUrl(modules: readonly Module[], name: string): string {
  return `http://127.0.0.1:${4001 + modules.findIndex((module) => module.name === name)}/graphql`;
}
