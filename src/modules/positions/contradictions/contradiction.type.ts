import { ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description:
    "That an actor's positions on one subject disagree by their bases: it said one thing and voted for, or did, another. The latest position of each basis counts.",
})
export class Contradiction {
  proposalId: string | null;
  policyActionId: string | null;
  /** The latest position of each basis, the most recent first. */
  positionIds: string[];
}
