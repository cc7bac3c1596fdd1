import { entityRevisions } from "../../editing/revisions/entity-revisions.js";
import { dateBounds } from "../../graphql/date-bounds.js";
import { column } from "../../graphql/field-sql.js";
import type { Module } from "../module.js";
import {
  AbsenceFields,
  AbsenteeFields,
  AbsenteeQueries,
  ActorAbsences,
  RollCallAbsences,
} from "./absences/absence.resolver.js";
import { Absence, AbsenceConnection, Absentee, AbsenteeConnection } from "./absences/absence.type.js";
import {
  ActorAgreement,
  AgreementFields,
  AgreementOfYearFields,
  AgreementSubjectFields,
  VoteTableFields,
} from "./agreement/agreement.resolver.js";
import {
  Agreement,
  AgreementCell,
  AgreementConnection,
  AgreementMatrix,
  AgreementOfYear,
  AgreementSubject,
  AgreementSubjectConnection,
  VoteTable,
  VoteTableRow,
} from "./agreement/agreement.type.js";
import {
  AgreementCellFields,
  AgreementMatrixFields,
  AgreementMatrixQueries,
} from "./agreement/agreement-matrix.resolver.js";
import {
  ActorAlignment,
  Alignment,
  AlignmentConnection,
  AlignmentFields,
  AlignmentQueries,
  Dissent,
  DissentConnection,
  DissentFields,
} from "./alignment/alignment.resolver.js";
import {
  StanceChange,
  StanceChangeConnection,
  StanceChangeFields,
  StanceChangeQueries,
} from "./changes/stance-change.resolver.js";
import { Cohesion, CohesionFields, CohesionQueries } from "./cohesion/cohesion.resolver.js";
import {
  ActorContradictions,
  Contradiction,
  ContradictionConnection,
  ContradictionFields,
} from "./contradictions/contradiction.resolver.js";
import { PositionCount, PositionCountFields, PositionCountQueries } from "./counts/position-count.resolver.js";
import { Formula } from "./formula.type.js";
import { HeldProposalQueries } from "./holders/held-proposals.resolver.js";
import { HolderQueries } from "./holders/holder.resolver.js";
import { ActorLeanings, LeaningFields, ProposalLeanings } from "./leanings/leaning.resolver.js";
import { Leaning, LeaningConnection } from "./leanings/leaning.type.js";
import {
  StanceCell,
  StanceCellFields,
  StanceMatrix,
  StanceMatrixFields,
  StanceMatrixQueries,
} from "./matrix/stance-matrix.resolver.js";
import { positionTable } from "./position/position.repository.js";
import { PositionFields, PositionMutations, PositionQueries } from "./position/position.resolver.js";
import { Evidence, Position, PositionConnection } from "./position/position.type.js";
import { ActorPositions, RollCallPositions, StatementPositions } from "./position/position-lists.resolver.js";
import { rollCallTable } from "./roll-call/roll-call.repository.js";
import {
  MeetingRollCalls,
  ProposalRollCalls,
  RollCallFields,
  RollCallMutations,
  RollCallQueries,
  RollCallTallyFields,
} from "./roll-call/roll-call.resolver.js";
import { RollCall, RollCallConnection, RollCallTally, VoteTally } from "./roll-call/roll-call.type.js";
import { PolicyActionStances, ProposalStances, StanceCount } from "./stances/subject-stances.resolver.js";

export { PositionFilter, positionMatches } from "./position/position.input.js";
export { PositionConnection } from "./position/position.type.js";
export { Position, positionTable };

export const positions: Module = {
  name: "positions",
  types: [
    RollCall,
    RollCallConnection,
    RollCallTally,
    VoteTally,
    ...[Absence, AbsenceConnection, Absentee, AbsenteeConnection],
    Position,
    PositionConnection,
    Evidence,
    StanceCount,
    PositionCount,
    StanceMatrix,
    StanceCell,
    StanceChange,
    StanceChangeConnection,
    Formula,
    Agreement,
    AgreementConnection,
    AgreementOfYear,
    AgreementMatrix,
    AgreementCell,
    VoteTable,
    VoteTableRow,
    AgreementSubject,
    AgreementSubjectConnection,
    Alignment,
    AlignmentConnection,
    Dissent,
    DissentConnection,
    Cohesion,
    Contradiction,
    ContradictionConnection,
    Formula,
    Leaning,
    LeaningConnection,
  ],
  resolvers: [
    RollCallQueries,
    RollCallFields,
    RollCallTallyFields,
    ProposalRollCalls,
    MeetingRollCalls,
    ...[RollCallAbsences, ActorAbsences, AbsenceFields, AbsenteeQueries, AbsenteeFields],
    PositionQueries,
    PositionFields,
    ActorPositions,
    StatementPositions,
    RollCallPositions,
    ProposalStances,
    PolicyActionStances,
    HolderQueries,
    HeldProposalQueries,
    PositionCountQueries,
    PositionCountFields,
    StanceMatrixQueries,
    StanceMatrixFields,
    StanceCellFields,
    StanceChangeQueries,
    StanceChangeFields,
    ActorAgreement,
    AgreementFields,
    AgreementOfYearFields,
    AgreementMatrixQueries,
    AgreementMatrixFields,
    AgreementCellFields,
    VoteTableFields,
    AgreementSubjectFields,
    AlignmentQueries,
    ActorAlignment,
    AlignmentFields,
    DissentFields,
    CohesionQueries,
    CohesionFields,
    ActorContradictions,
    ContradictionFields,
    ProposalLeanings,
    ActorLeanings,
    LeaningFields,
    PositionMutations,
    RollCallMutations,
    entityRevisions(RollCall),
    dateBounds(RollCall, { heldOn: {} }),
    dateBounds(Position, { since: {} }),
    dateBounds(StanceCell, { since: {} }),
    dateBounds(StanceChange, { when: { days: { earliest: column("sinceEarliest"), latest: column("sinceLatest") } } }),
    entityRevisions(
      Position,
      "For a vote that was imported in bulk, the recording itself is not listed: see the first revision of its roll call.",
    ),
  ],
  entities: [rollCallTable, positionTable],
};
