import type { Module } from "../modules/module.js";

/** The default address of a module's subgraph on this machine: ports from 4001, in the order of the modules. */
export function defaultSubgraphUrl(modules: readonly Module[], name: string): string {
  return `http://127.0.0.1:${4001 + modules.findIndex((module) => module.name === name)}/graphql`;
}
