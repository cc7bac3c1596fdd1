import { entityRevisions, RevisionFields } from "../../graphql/history/entity-revisions.js";
import type { Module } from "../module.js";
import { SourceConnection } from "./source.connection.js";
import { SourceMutations } from "./source.mutations.js";
import { sourceTable } from "./source.repository.js";
import { SourceQueries } from "./source.resolver.js";
import { Source } from "./source.type.js";

export { Source, sourceTable };

export const sources: Module = {
  name: "sources",
  types: [Source, SourceConnection],
  resolvers: [SourceQueries, SourceMutations, RevisionFields, entityRevisions(Source)],
  entities: [sourceTable],
};
