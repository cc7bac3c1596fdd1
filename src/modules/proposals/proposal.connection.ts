import { connectionType } from "../../graphql/connection/connection-type.js";
import { Proposal } from "./proposal.type.js";

export const ProposalConnection = connectionType(() => Proposal, "Proposal", "proposals");
