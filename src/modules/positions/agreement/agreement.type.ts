import { Field, Float, Int, ObjectType } from "type-graphql";
import { connectionType } from "../../../graphql/connection/connection-type.js";
import { voteScale } from "../votes/vote.input.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "How often two actors agree, over the subjects on which both have a standing position that counts. They agree on a subject when their stances are the same.",
})
export class Agreement {
  @Field(() => Int, { description: "On how many subjects both have a standing position that counts." })
  shared: number;

  @Field(() => Int, { description: "On how many of those they agree." })
  agreed: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Their agreement by `method`: with `SAME`, the part of the shared subjects on which they agree, from 0 to 1. Null where they share fewer than `minimum` subjects, and where the method is undefined.",
  })
  score: number | null;
}

export const AgreementConnection = connectionType(() => Agreement, "Agreement", "agreements of an actor with others");

@ObjectType({
  simpleResolvers: true,
  description:
    "How often each of some actors agrees with each of them, over the subjects on which both have a standing position that counts.",
})
export class AgreementMatrix {}

@ObjectType({ simpleResolvers: true, description: "The agreement of a matrix's row with one of its columns." })
export class AgreementCell {
  @Field(() => Int, { description: "On how many subjects both have a standing position that counts." })
  shared: number;

  @Field(() => Int, { description: "On how many of those their stances are the same." })
  agreed: number;

  @Field(() => Float, { nullable: true, description: "Their agreement, as `Agreement.score`; null below `minimum`." })
  score: number | null;
}

@ObjectType({ simpleResolvers: true, description: "The agreement of two actors in one year." })
export class AgreementOfYear {
  @Field(() => Int, {
    description: "The year in which the later of the two positions on a subject was certainly held.",
  })
  year: number;

  @Field(() => Int, { description: "The number of shared subjects of that year." })
  shared: number;

  @Field(() => Int, { description: "On how many of those they agree." })
  agreed: number;

  @Field(() => Float, { nullable: true, description: "Their agreement, as `Agreement.score`; null below `minimum`." })
  score: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: `How often each vote of the one actor met each vote of the other. ${voteScale}`,
})
export class VoteTable {}

@ObjectType({ simpleResolvers: true, description: "How the other actor voted where the first voted in one way." })
export class VoteTableRow {
  @Field(() => Int, { description: "The number of subjects on which the other voted yes." })
  yes: number;

  @Field(() => Int, { description: "The number of subjects on which the other abstained." })
  abstain: number;

  @Field(() => Int, { description: "The number of subjects on which the other voted no." })
  no: number;
}

@ObjectType({ simpleResolvers: true, description: "A subject on which two actors both have a standing position." })
export class AgreementSubject {
  @Field(() => Boolean, { description: "Whether their stances are the same." })
  agrees: boolean;
}

export const AgreementSubjectConnection = connectionType(
  () => AgreementSubject,
  "AgreementSubject",
  "subjects that two actors share",
);
