import { entityRevisions } from "../../editing/revisions/entity-revisions.js";
import { dateBounds } from "../../graphql/date-bounds.js";
import type { Module } from "../module.js";
import { actorTable, affiliationTable } from "./actor.repository.js";
import { ActorFields, ActorMutations, ActorQueries } from "./actor.resolver.js";
import { Actor, ActorConnection, ActorName, AffiliationConnection, ExternalCode } from "./actor.type.js";
import { AffiliationFields, AffiliationMutations } from "./affiliation.resolver.js";
import { Affiliation } from "./affiliation.type.js";
import {
  MergedActor,
  MergedActorFields,
  MergeFields,
  MergeMutations,
  MergePayload,
  UnmergePayload,
} from "./merge.resolver.js";

export {
  ActorFilter,
  actorMatches,
  actorOrder,
  actorsNamed,
  actorWithId,
  heldOn,
  isMembershipOf,
  memberIds,
  today,
  wasMemberOn,
} from "./actor.input.js";
export { actorList, actorTable, affiliationTable } from "./actor.repository.js";
export { ActorConnection } from "./actor.type.js";
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
    dateBounds(Actor, { existedDuring: { nullable: true } }),
    dateBounds(Affiliation, { during: { nullable: true } }),
    dateBounds(ActorName, { during: { nullable: true } }),
    dateBounds(ExternalCode, { during: { nullable: true } }),
  ],
  entities: [actorTable, affiliationTable],
};
