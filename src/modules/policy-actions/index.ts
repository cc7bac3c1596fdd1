import { entityRevisions } from "../../editing/revisions/entity-revisions.js";
import { dateBounds } from "../../graphql/date-bounds.js";
import type { Module } from "../module.js";
import { policyActionTable } from "./policy-action.repository.js";
import {
  ActorPolicyActions,
  PolicyActionBearingFields,
  PolicyActionFields,
  PolicyActionMutations,
  PolicyActionQueries,
  ProposalPolicyActions,
} from "./policy-action.resolver.js";
import { PolicyAction, PolicyActionBearing, PolicyActionConnection } from "./policy-action.type.js";
import { Subject } from "./subject.input.js";

export { SubjectFilter, subjectsMatching, subjectWithId } from "./subject.input.js";
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
    dateBounds(PolicyAction, { announcedOn: { nullable: true }, during: { nullable: true } }),
  ],
  entities: [policyActionTable],
};
