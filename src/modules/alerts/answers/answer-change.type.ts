import { GraphQLJSON } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { changeCursor } from "../../changes/index.js";

/** A row of `AnswerChange`, seen from one of the saved questions. */
@ObjectType({
  simpleResolvers: true,
  description: "That a saved question has another answer than before, because of what was changed on record.",
})
export class AnswerChange {
  uuid: string;
  savedQuestionUuid: string;
  upToSequence: number;
  afterSequence: number;

  get cursor(): string {
    return changeCursor(this.upToSequence);
  }

  get after(): string {
    return changeCursor(this.afterSequence);
  }

  @Field(() => DateTime, { description: "When the question was asked anew." })
  changedAt: Date;

  @Field(() => GraphQLJSON, { description: "The `data` that it was answered then." })
  answer: object;
}
