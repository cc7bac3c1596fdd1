import { entityRevisions } from "../../graphql/history/entity-revisions.js";
import type { Module } from "../module.js";
import { AgreementSubjectConnection } from "./agreement/agreement.connection.js";
import { ActorAgreement, AgreementFields, AgreementSubjectFields } from "./agreement/agreement.resolver.js";
import { Agreement } from "./agreement/agreement.type.js";
import { AgreementSubject } from "./agreement/agreement-subject.type.js";
import { StanceChangeConnection } from "./changes/stance-change.connection.js";
import { StanceChangeFields, StanceChangeQueries } from "./changes/stance-change.resolver.js";
import { StanceChange } from "./changes/stance-change.type.js";
import { ContradictionConnection } from "./contradictions/contradiction.connection.js";
import { ActorContradictions, ContradictionFields } from "./contradictions/contradiction.resolver.js";
import { Contradiction } from "./contradictions/contradiction.type.js";
import { PositionCountFields, PositionCountQueries } from "./counts/position-count.resolver.js";
import { PositionCount } from "./counts/position-count.type.js";
import { HolderQueries } from "./holders/holder.resolver.js";
import { StanceCellFields, StanceMatrixFields, StanceMatrixQueries } from "./matrix/stance-matrix.resolver.js";
import { StanceCell, StanceMatrix } from "./matrix/stance-matrix.type.js";
import { Evidence } from "./position/evidence.type.js";
import { PositionConnection } from "./position/position.connection.js";
import { PositionMutations } from "./position/position.mutations.js";
import { positionTable } from "./position/position.repository.js";
import { PositionFields, PositionQueries } from "./position/position.resolver.js";
import { Position } from "./position/position.type.js";
import { ActorPositions, RollCallPositions, StatementPositions } from "./position/position-lists.resolver.js";
import { RollCallConnection } from "./roll-call/roll-call.connection.js";
import { RollCallMutations } from "./roll-call/roll-call.mutations.js";
import { rollCallTable } from "./roll-call/roll-call.repository.js";
import {
  MeetingRollCalls,
  ProposalRollCalls,
  RollCallFields,
  RollCallQueries,
  RollCallTallyFields,
} from "./roll-call/roll-call.resolver.js";
import { RollCall } from "./roll-call/roll-call.type.js";
import { RollCallTally, VoteTally } from "./roll-call/tally.type.js";
import { StanceCount } from "./stances/stance-count.type.js";
import { PolicyActionStances, ProposalStances } from "./stances/subject-stances.resolver.js";

export { PositionConnection } from "./position/position.connection.js";
export { positionMatches } from "./position/position.filter.js";
export { PositionFilter } from "./position/position.input.js";
export { Position, positionTable };

export const positions: Module = {
  name: "positions",
  types: [
    RollCall,
    RollCallConnection,
    RollCallTally,
    VoteTally,
    Position,
    PositionConnection,
    Evidence,
    StanceCount,
    PositionCount,
    StanceMatrix,
    StanceCell,
    StanceChange,
    StanceChangeConnection,
    Agreement,
    AgreementSubject,
    AgreementSubjectConnection,
    Contradiction,
    ContradictionConnection,
  ],
  resolvers: [
    RollCallQueries,
    RollCallFields,
    RollCallTallyFields,
    ProposalRollCalls,
    MeetingRollCalls,
    PositionQueries,
    PositionFields,
    ActorPositions,
    StatementPositions,
    RollCallPositions,
    ProposalStances,
    PolicyActionStances,
    HolderQueries,
    PositionCountQueries,
    PositionCountFields,
    StanceMatrixQueries,
    StanceMatrixFields,
    StanceCellFields,
    StanceChangeQueries,
    StanceChangeFields,
    ActorAgreement,
    AgreementFields,
    AgreementSubjectFields,
    ActorContradictions,
    ContradictionFields,
    PositionMutations,
    RollCallMutations,
    entityRevisions(RollCall),
    entityRevisions(
      Position,
      "A vote that was imported in bulk has none of its recording: the first of its roll call tells who recorded it.",
    ),
  ],
  entities: [rollCallTable, positionTable],
};
