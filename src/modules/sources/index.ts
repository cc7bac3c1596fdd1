import { entityRevisions, RevisionFields } from "../../editing/revisions/entity-revisions.js";
import { DateBounds, dateBounds } from "../../graphql/date-bounds.js";
import type { Module } from "../module.js";
import { sourceTable } from "./source.repository.js";
import { SourceMutations, SourceQueries } from "./source.resolver.js";
import { Source, SourceConnection } from "./source.type.js";

export { isSole, sourceConditions, sourcesMatch, sourceWithId } from "./citing.repository.js";
export { SourceFilter } from "./source.input.js";
export { Sourced } from "./sourced.type.js";
export { Source, sourceTable };

export const sources: Module = {
  name: "sources",
  types: [Source, SourceConnection, DateBounds],
  resolvers: [
    SourceQueries,
    SourceMutations,
    RevisionFields,
    entityRevisions(Source),
    dateBounds(Source, { publishedOn: { nullable: true } }),
  ],
  entities: [sourceTable],
};
