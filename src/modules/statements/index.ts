import { entityRevisions } from "../../graphql/history/entity-revisions.js";
import type { Module } from "../module.js";
import { MeetingMutations } from "./meeting.mutations.js";
import { meetingTable } from "./meeting.repository.js";
import { MeetingFields, MeetingQueries } from "./meeting.resolver.js";
import { Meeting } from "./meeting.type.js";
import { Mention } from "./mention.type.js";
import { MeetingConnection, StatementConnection } from "./statement.connection.js";
import { StatementMutations } from "./statement.mutations.js";
import { statementTable } from "./statement.repository.js";
import { StatementFields, StatementQueries } from "./statement.resolver.js";
import { Statement } from "./statement.type.js";
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
  ],
  entities: [meetingTable, statementTable],
};
