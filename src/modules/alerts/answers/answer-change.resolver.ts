import { GraphQLJSON } from "graphql-scalars";
import { Args, Ctx, Field, FieldResolver, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { connectionType } from "../../../graphql/connection/connection-type.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection } from "../../../graphql/field-sql.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { ChangeConnection, ChangeListArgs, cursorIn } from "../../changes/index.js";
import { ownReference } from "../questions/change-saved-question.js";
import { SavedQuestion } from "../questions/saved-question.type.js";
import { answerChanges, changesBetween } from "./answer-change.repository.js";

/** A row of `AnswerChange`, seen from one of the saved questions. */
@ObjectType({
  simpleResolvers: true,
  description: "That a saved question has another answer than before, because of what was changed on record.",
})
export class AnswerChange {
  @Field(() => DateTime, { description: "When the question was asked anew." })
  changedAt: Date;

  @Field(() => GraphQLJSON, { description: "The `data` that it was answered then." })
  answer: object;
}

export const AnswerChangeConnection = connectionType(() => AnswerChange, "AnswerChange", "changes of an answer");

@Resolver(() => AnswerChange)
export class AnswerChangeFields {
  @Declared()
  @FieldResolver(() => String, {
    description:
      "Where in the feed of changes this is: keep it, and give it as `after` to `questionChanged` to go on from here. Opaque.",
  })
  cursor() {
    return cursorIn("upTo");
  }

  @Declared()
  @FieldResolver(() => String, {
    description: "Where in the feed the answer before was: what made the difference came after.",
  })
  after() {
    return cursorIn("after");
  }

  @Declared()
  @FieldResolver(() => SavedQuestion, {
    nullable: true,
    description: "The saved question, as it is now; null once it is deleted.",
  })
  savedQuestion(@Ctx() { viewer }: Context) {
    return ownReference(viewer);
  }

  @Declared()
  @FieldResolver(() => ChangeConnection, {
    description:
      "The changes of the record since the answer before, in the order of the feed: one of them, or several that came close together, made the difference.",
  })
  changes(@Args(() => ChangeListArgs) args: ChangeListArgs) {
    return connection(changesBetween, args);
  }
}

@Resolver(() => SavedQuestion)
export class SavedQuestionFields {
  @Declared()
  @FieldResolver(() => AnswerChangeConnection, {
    description:
      "How its answer changed, the earliest first: what `questionChanged` tells, to be asked for now and then instead. Kept for 30 days. Its cursors are places in the feed, so `after` may be any of those.",
  })
  answerChanges(@Args(() => ChangeListArgs) args: ChangeListArgs) {
    return connection(answerChanges, args);
  }
}
