import { Field, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "A subject on which two actors both have a standing position." })
export class AgreementSubject {
  proposalId: string | null;
  policyActionId: string | null;
  mineId: string;
  theirsId: string;

  @Field(() => Boolean, { description: "Whether their stances are the same." })
  agrees: boolean;
}
