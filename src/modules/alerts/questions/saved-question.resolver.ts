import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import { RequiresRole } from "../../../auth/requires-role.js";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection, one } from "../../../graphql/field-sql.js";
import { parseGlobalId } from "../../../record/global-id.js";
import { cursorIn } from "../../changes/index.js";
import { ownKey } from "./change-saved-question.js";
import { SavedQuestionArgs, SavedQuestionsArgs } from "./saved-question.input.js";
import { savedQuestionList, webhook } from "./saved-question.repository.js";
import { SavedQuestion, SavedQuestionConnection, Webhook } from "./saved-question.type.js";

@Resolver()
export class SavedQuestionQueries {
  @Declared()
  @RequiresRole("READER")
  @Query(() => SavedQuestion, {
    nullable: true,
    description: "The question of yours with this id; null when you have saved none with it.",
  })
  savedQuestion(@Args(() => SavedQuestionArgs) { id }: SavedQuestionArgs, @Ctx() context: Context) {
    const key = ownKey(parseGlobalId(id).uuid, context.viewer);
    return key && one(key);
  }

  @Declared()
  @RequiresRole("READER")
  @Query(() => SavedQuestionConnection, { description: "The questions that you have saved." })
  savedQuestions(@Args(() => SavedQuestionsArgs) args: SavedQuestionsArgs, @Ctx() context: Context) {
    if (!context.viewer) throw new Error("@RequiresRole let somebody unknown see saved questions");
    return connection(savedQuestionList(args, context.viewer), args);
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
    return cursorIn("answeredUpTo");
  }

  @Declared()
  @FieldResolver(() => Webhook, { nullable: true, description: "Where news of it goes; null for nowhere." })
  webhook() {
    return webhook;
  }
}
