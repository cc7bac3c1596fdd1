import { entityRevisions } from "../../graphql/history/entity-revisions.js";
import type { Module } from "../module.js";
import { Participation } from "./participation.type.js";
import { ProposalConnection } from "./proposal.connection.js";
import { ProposalMutations } from "./proposal.mutations.js";
import { proposalTable, topicTable } from "./proposal.repository.js";
import {
  ActorProposals,
  ParticipationFields,
  ProposalFields,
  ProposalQueries,
  ProposalRelationFields,
} from "./proposal.resolver.js";
import { Proposal } from "./proposal.type.js";
import { ProposalRelation } from "./proposal-relation.type.js";
import { TopicMutations } from "./topic.mutations.js";
import { TopicFields, TopicQueries } from "./topic.resolver.js";
import { Topic } from "./topic.type.js";

export { proposalMatches, proposalWithId } from "./proposal.filter.js";
export { ProposalFilter } from "./proposal.input.js";
export { Proposal, proposalTable, Topic, topicTable };

export const proposals: Module = {
  name: "proposals",
  types: [Topic, Proposal, ProposalConnection, Participation, ProposalRelation],
  resolvers: [
    ProposalQueries,
    ProposalFields,
    ParticipationFields,
    ProposalRelationFields,
    TopicQueries,
    TopicFields,
    ActorProposals,
    ProposalMutations,
    TopicMutations,
    entityRevisions(Proposal),
    entityRevisions(Topic),
  ],
  entities: [topicTable, proposalTable],
};
