import { entityRevisions } from "../../editing/revisions/entity-revisions.js";
import { dateBounds } from "../../graphql/date-bounds.js";
import type { Module } from "../module.js";
import { MeetingFields, MeetingMutations, MeetingQueries, meetingTable } from "./meeting.resolver.js";
import { Meeting } from "./meeting.type.js";
import { statementTable } from "./statement.repository.js";
import { StatementFields, StatementMutations, StatementQueries } from "./statement.resolver.js";
import { MeetingConnection, Mention, Statement, StatementConnection } from "./statement.type.js";
import {
  ActorStatements,
  PolicyActionStatements,
  ProposalStatements,
  SourceStatements,
} from "./statement-lists.resolver.js";

export { Meeting, meetingTable, Statement, statementTable };

export const statements: Module = {
  name: "statements",
  types: [Meeting, MeetingConnection, Statement, StatementConnection, Mention],
  resolvers: [
    MeetingQueries,
    MeetingFields,
    StatementQueries,
    StatementFields,
    SourceStatements,
    ActorStatements,
    ProposalStatements,
    PolicyActionStatements,
    MeetingMutations,
    StatementMutations,
    entityRevisions(Meeting),
    entityRevisions(Statement),
    dateBounds(Meeting, { heldOn: {} }),
    dateBounds(Statement, { madeOn: {} }),
  ],
  entities: [meetingTable, statementTable],
};
