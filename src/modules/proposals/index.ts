import { entityRevisions } from "../../editing/revisions/entity-revisions.js";
import { dateBounds } from "../../graphql/date-bounds.js";
import type { Module } from "../module.js";
import { proposalTable, topicTable } from "./proposal.repository.js";
import {
  ActorProposals,
  ParticipationFields,
  ProposalFields,
  ProposalMutations,
  ProposalQueries,
  ProposalRelationFields,
} from "./proposal.resolver.js";
import { Participation, Proposal, ProposalConnection, ProposalRelation, Topic } from "./proposal.type.js";
import { proposalDate } from "./proposal-date.repository.js";
import { TopicFields, TopicMutations, TopicQueries } from "./topic.resolver.js";

export { ProposalFilter, ProposalsArgs, proposalMatches, proposalWithId } from "./proposal.input.js";
export { proposalList } from "./proposal.repository.js";
export { ProposalConnection } from "./proposal.type.js";
export { lastDays, proposalDate } from "./proposal-date.repository.js";
export {
  majorityOf,
  marginOf,
  OutcomeBasis,
  outcomeBasisOf,
  outcomeOf,
  VoteConditions,
  VoteMajority,
  voteMatches,
} from "./vote.input.js";
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
    dateBounds(Proposal, {
      proposedOn: { nullable: true },
      timeframe: { nullable: true },
      date: { nullable: true, days: proposalDate },
    }),
  ],
  entities: [topicTable, proposalTable],
};
