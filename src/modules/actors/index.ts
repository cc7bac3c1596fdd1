import { entityRevisions } from "../../graphql/history/entity-revisions.js";
import type { Module } from "../module.js";
import { ActorConnection, AffiliationConnection } from "./actor.connection.js";
import { ActorMutations } from "./actor.mutations.js";
import { actorTable, affiliationTable } from "./actor.repository.js";
import { ActorFields, ActorQueries } from "./actor.resolver.js";
import { Actor } from "./actor.type.js";
import { ActorName } from "./actor-name.type.js";
import { AffiliationMutations } from "./affiliation.mutations.js";
import { AffiliationFields } from "./affiliation.resolver.js";
import { Affiliation } from "./affiliation.type.js";
import { ExternalCode } from "./external-code.type.js";
import { MergedActorFields, MergeFields, MergeMutations, MergePayload, UnmergePayload } from "./merge.resolver.js";
import { MergedActor } from "./merged-actor.type.js";

export { ActorConnection } from "./actor.connection.js";
export { actorMatches, actorsNamed, actorWithId } from "./actor.filter.js";
export { ActorFilter, actorOrder } from "./actor.input.js";
export { actorList, actorTable, affiliationTable } from "./actor.repository.js";
export { Actor, Affiliation };

export const actors: Module = {
  name: "actors",
  types: [
    ...[Actor, ActorName, ActorConnection, Affiliation, AffiliationConnection, ExternalCode],
    ...[MergedActor, MergePayload, UnmergePayload],
  ],
  resolvers: [
    ActorQueries,
    ActorFields,
    AffiliationFields,
    ActorMutations,
    AffiliationMutations,
    MergeFields,
    MergedActorFields,
    MergeMutations,
    entityRevisions(Actor),
    entityRevisions(Affiliation),
  ],
  entities: [actorTable, affiliationTable],
};
