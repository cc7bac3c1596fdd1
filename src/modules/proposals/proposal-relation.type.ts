import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ProposalRelationKind } from "../../db/generated/enums.js";
import { Proposal } from "./proposal.type.js";

registerEnumType(ProposalRelationKind, {
  name: "ProposalRelationKind",
  description: "What one proposal is to another, read from the one that names the other.",
  valuesConfig: {
    BUILDS_ON: { description: "It takes up the other and carries it further." },
    ENDORSES: { description: "Its text approves of the other. Supporting it is not by itself supporting the other." },
    AMENDS: { description: "It changes the other's text." },
    SUPERSEDES: { description: "It takes the other's place." },
    CONTRADICTS: { description: "Both cannot be carried out." },
    PART_OF: { description: "It is a part of the other, such as a paragraph of a resolution." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A relation of a proposal to another." })
export class ProposalRelation {
  @Field(() => ProposalRelationKind, {
    description: "What the one that names the relation is to the other, from whichever end it is read.",
  })
  kind: ProposalRelationKind;

  proposal: Proposal;

  @Field(() => String, { nullable: true, description: "What the kind alone does not tell." })
  note: string | null;
}
