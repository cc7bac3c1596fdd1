import { Field, Float, Int, ObjectType } from "type-graphql";
import { connectionType } from "../../../graphql/connection/connection-type.js";
import { voteScale } from "../votes/vote.input.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "How often two actors agree, over the subjects on which both have a standing position that counts. They agree on a subject if their stances are the same.",
})
export class Agreement {
  @Field(() => Int, {
    description: "The number of subjects on which both actors have a standing position that counts.",
  })
  shared: number;

  @Field(() => Int, { description: "The number of shared subjects on which the actors agree." })
  agreed: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "The agreement, measured by `method`. With `SAME`: the share of the shared subjects on which the actors agree, from 0 to 1. Null if they share fewer than `minimum` subjects or the measure is undefined.",
  })
  score: number | null;
}

export const AgreementConnection = connectionType(() => Agreement, "Agreement", "agreements");

@ObjectType({
  simpleResolvers: true,
  description:
    "How often each selected actor agrees with each other selected actor, over the subjects on which both have a standing position that counts.",
})
export class AgreementMatrix {}

@ObjectType({
  simpleResolvers: true,
  description: "The agreement between the actor of a row and the actor of a column.",
})
export class AgreementCell {
  @Field(() => Int, {
    description: "The number of subjects on which both actors have a standing position that counts.",
  })
  shared: number;

  @Field(() => Int, { description: "The number of shared subjects on which the stances are the same." })
  agreed: number;

  @Field(() => Float, { nullable: true, description: "The agreement, as in `Agreement.score`. Null below `minimum`." })
  score: number | null;
}

@ObjectType({ simpleResolvers: true, description: "The agreement of two actors in one year." })
export class AgreementOfYear {
  @Field(() => Int, {
    description:
      "The calendar year. A subject counts in the year in which both positions were certainly held: that of the later position.",
  })
  year: number;

  @Field(() => Int, { description: "The number of shared subjects in that year." })
  shared: number;

  @Field(() => Int, { description: "The number of shared subjects on which the actors agree." })
  agreed: number;

  @Field(() => Float, { nullable: true, description: "The agreement, as in `Agreement.score`. Null below `minimum`." })
  score: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: `How often each vote of the first actor coincides with each vote of the second. ${voteScale}`,
})
export class VoteTable {}

@ObjectType({
  simpleResolvers: true,
  description: "The votes of the second actor on the subjects on which the first actor cast one particular vote.",
})
export class VoteTableRow {
  @Field(() => Int, { description: "The number of subjects on which the second actor voted yes." })
  yes: number;

  @Field(() => Int, { description: "The number of subjects on which the second actor abstained." })
  abstain: number;

  @Field(() => Int, { description: "The number of subjects on which the second actor voted no." })
  no: number;
}

@ObjectType({ simpleResolvers: true, description: "A subject on which two actors both have a standing position." })
export class AgreementSubject {
  @Field(() => Boolean, { description: "Whether the stances are the same." })
  agrees: boolean;
}

export const AgreementSubjectConnection = connectionType(() => AgreementSubject, "AgreementSubject", "shared subjects");
