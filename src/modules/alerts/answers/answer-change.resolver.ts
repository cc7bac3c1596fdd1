import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { connectNested } from "../../../graphql/connection/connection-source.js";
import { ChangeConnection, ChangeListArgs } from "../../changes/index.js";
import { ownSavedQuestion } from "../questions/own-saved-question.js";
import { SavedQuestion } from "../questions/saved-question.type.js";
import { AnswerChangeConnection } from "./answer-change.connection.js";
import { answerChanges, changesBetween } from "./answer-change.repository.js";
import { AnswerChange } from "./answer-change.type.js";

@Resolver(() => AnswerChange)
export class AnswerChangeFields {
  @FieldResolver(() => SavedQuestion, {
    nullable: true,
    description: "The saved question, as it is now; null once it is deleted.",
  })
  savedQuestion(@Root() change: AnswerChange, @Ctx() context: Context) {
    return ownSavedQuestion(change.savedQuestionUuid, context);
  }

  @FieldResolver(() => ChangeConnection, {
    description:
      "The changes of the record since the answer before, in the order of the feed: one of them, or several that came close together, made the difference.",
  })
  changes(
    @Root() change: AnswerChange,
    @Args(() => ChangeListArgs) args: ChangeListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(ChangeConnection, { context, info, args }, change.uuid, () => changesBetween);
  }
}

@Resolver(() => SavedQuestion)
export class SavedQuestionFields {
  @FieldResolver(() => AnswerChangeConnection, {
    description:
      "How its answer changed, the earliest first: what `questionChanged` tells, to be asked for now and then instead. Kept for 30 days. Its cursors are places in the feed, so `after` may be any of those.",
  })
  answerChanges(
    @Root() question: SavedQuestion,
    @Args(() => ChangeListArgs) args: ChangeListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(AnswerChangeConnection, { context, info, args }, question.uuid, () => answerChanges);
  }
}
