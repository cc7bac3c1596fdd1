import { entityRevisions } from "../../graphql/history/entity-revisions.js";
import type { Module } from "../module.js";
import { PolicyActionConnection } from "./policy-action.connection.js";
import { PolicyActionMutations } from "./policy-action.mutations.js";
import { policyActionTable } from "./policy-action.repository.js";
import {
  ActorPolicyActions,
  PolicyActionBearingFields,
  PolicyActionFields,
  PolicyActionQueries,
  ProposalPolicyActions,
} from "./policy-action.resolver.js";
import { PolicyAction } from "./policy-action.type.js";
import { PolicyActionBearing } from "./policy-action-bearing.type.js";
import { Subject } from "./subject.type.js";

export { subjectsMatching, subjectWithId } from "./subject.filter.js";
export { SubjectFilter } from "./subject.input.js";
export { PolicyAction, policyActionTable, Subject };

export const policyActions: Module = {
  name: "policy-actions",
  types: [PolicyAction, PolicyActionConnection, PolicyActionBearing, Subject],
  resolvers: [
    PolicyActionQueries,
    PolicyActionFields,
    PolicyActionBearingFields,
    ActorPolicyActions,
    ProposalPolicyActions,
    PolicyActionMutations,
    entityRevisions(PolicyAction),
  ],
  entities: [policyActionTable],
};
