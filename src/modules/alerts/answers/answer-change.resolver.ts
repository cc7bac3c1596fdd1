import { Args, Ctx, FieldResolver, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection } from "../../../graphql/field-sql.js";
import { ChangeConnection, ChangeListArgs, cursorIn } from "../../changes/index.js";
import { ownReference } from "../questions/own-saved-question.js";
import { SavedQuestion } from "../questions/saved-question.type.js";
import { AnswerChangeConnection } from "./answer-change.connection.js";
import { answerChanges, changesBetween } from "./answer-change.repository.js";
import { AnswerChange } from "./answer-change.type.js";

@Resolver(() => AnswerChange)
export class AnswerChangeFields {
  @Declared()
  @FieldResolver(() => String, {
    description:
      "Where in the feed of changes this is: keep it, and give it as `after` to `questionChanged` to go on from here. Opaque.",
  })
  cursor() {
    return cursorIn("upTo", ({ cursor }: AnswerChange) => cursor);
  }

  @Declared()
  @FieldResolver(() => String, {
    description: "Where in the feed the answer before was: what made the difference came after.",
  })
  after() {
    return cursorIn("after", ({ after }: AnswerChange) => after);
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
    return connection(ChangeConnection, changesBetween, args);
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
    return connection(AnswerChangeConnection, answerChanges, args);
  }
}
