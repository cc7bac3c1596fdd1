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
  description: "A change of a saved question's answer that was caused by changes of the record.",
})
export class AnswerChange {
  @Field(() => DateTime, { description: "When the new answer was computed." })
  changedAt: Date;

  @Field(() => GraphQLJSON, { description: "The new answer: the `data` of the response." })
  answer: object;
}

export const AnswerChangeConnection = connectionType(() => AnswerChange, "AnswerChange", "answer changes");

@Resolver(() => AnswerChange)
export class AnswerChangeFields {
  @Declared()
  @FieldResolver(() => String, {
    description:
      "The position of this answer in the feed of changes. It is opaque. Store it and pass it as `after` to `questionChanged` to continue from here.",
  })
  cursor() {
    return cursorIn("upTo");
  }

  @Declared()
  @FieldResolver(() => String, {
    description:
      "The cursor of the previous answer in the feed of changes. The changes that caused the new answer come after it.",
  })
  after() {
    return cursorIn("after");
  }

  @Declared()
  @FieldResolver(() => SavedQuestion, {
    nullable: true,
    description: "The saved question in its current state. Null if it has been deleted.",
  })
  savedQuestion(@Ctx() { viewer }: Context) {
    return ownReference(viewer);
  }

  @Declared()
  @FieldResolver(() => ChangeConnection, {
    description:
      "The changes of the record since the previous answer, in the order of the feed. One or several of them caused the new answer.",
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
      "The changes of the answer, earliest first: the same events that `questionChanged` sends. Kept for 30 days. The cursors are positions in the feed of changes, so `after` accepts any cursor of the feed.",
  })
  answerChanges(@Args(() => ChangeListArgs) args: ChangeListArgs) {
    return connection(answerChanges, args);
  }
}
