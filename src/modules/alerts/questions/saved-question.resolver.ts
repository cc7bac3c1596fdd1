import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import { RequiresRole } from "../../../auth/requires-role.js";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection, one } from "../../../graphql/field-sql.js";
import { parseGlobalId } from "../../../record/global-id.js";
import { cursorIn } from "../../changes/index.js";
import { ownSavedQuestion } from "./own-saved-question.js";
import { SavedQuestionConnection } from "./saved-question.connection.js";
import { SavedQuestionArgs, SavedQuestionsArgs } from "./saved-question.input.js";
import { savedQuestionList, savedQuestionsOf, webhook } from "./saved-question.repository.js";
import { SavedQuestion, Webhook } from "./saved-question.type.js";

@Resolver()
export class SavedQuestionQueries {
  @Declared()
  @RequiresRole("READER")
  @Query(() => SavedQuestion, {
    nullable: true,
    description: "The question of yours with this id; null when you have saved none with it.",
  })
  savedQuestion(@Args(() => SavedQuestionArgs) { id }: SavedQuestionArgs, @Ctx() context: Context) {
    const value = parseGlobalId(id).uuid;
    const table = savedQuestionsOf(context.viewer);
    return table && one({ table, by: "id", value, unretracted: false }, () => ownSavedQuestion(value, context));
  }

  @Declared()
  @RequiresRole("READER")
  @Query(() => SavedQuestionConnection, { description: "The questions that you have saved." })
  savedQuestions(@Args(() => SavedQuestionsArgs) args: SavedQuestionsArgs, @Ctx() context: Context) {
    if (!context.viewer) throw new Error("@RequiresRole let somebody unknown see saved questions");
    return connection(SavedQuestionConnection, savedQuestionList(args, context.viewer), args);
  }
}

@Resolver(() => SavedQuestion)
export class SavedQuestionState {
  @Declared()
  @FieldResolver(() => String, {
    description:
      "Where in the feed of changes that was: give it as `after` to `questionChanged`, to be told of every other answer since.",
  })
  cursor() {
    return cursorIn("answeredUpTo", ({ cursor }: SavedQuestion) => cursor);
  }

  @Declared()
  @FieldResolver(() => Webhook, { nullable: true, description: "Where news of it goes; null for nowhere." })
  webhook() {
    return webhook;
  }
}
