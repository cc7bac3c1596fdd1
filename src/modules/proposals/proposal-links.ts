import type { Link } from "../../db/links.js";

/** The tables that tie a proposal to what its lists show. */
export const proposalLinks = {
  sponsors: { table: "ProposalSponsor", from: "proposalId", to: "actorId" },
  participants: { table: "Participation", from: "proposalId", to: "actorId", columns: ["role"] },
  relations: { table: "ProposalRelation", from: "proposalId", to: "relatedId", columns: ["kind", "note"] },
  relatedFrom: {
    table: "ProposalRelation",
    from: "relatedId",
    to: "proposalId",
    columns: ["kind", "note"],
    orderBy: "title",
  },
  topics: { table: "ProposalTopic", from: "proposalId", to: "topicId" },
  sources: { table: "ProposalSource", from: "proposalId", to: "sourceId" },
} satisfies Record<string, Link>;
