import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "How many members voted how. Null means: not known." })
export class VoteTally {
  @Field(() => Int, { nullable: true, description: "Votes in favour." })
  yes: number | null;

  @Field(() => Int, { nullable: true, description: "Votes against." })
  no: number | null;

  @Field(() => Int, { nullable: true, description: "Abstentions." })
  abstain: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Members that took no part in the vote. Who was no member then is not among them.",
  })
  absent: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "The result of a roll call: as it was stated, and as its votes count.",
})
export class RollCallTally {
  stated: VoteTally | null;

  counted: VoteTally;
}
