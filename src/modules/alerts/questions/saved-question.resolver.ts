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
    description: "The caller's saved question with this id. Null if there is none.",
  })
  savedQuestion(@Args(() => SavedQuestionArgs) { id }: SavedQuestionArgs, @Ctx() context: Context) {
    const key = ownKey(parseGlobalId(id).uuid, context.viewer);
    return key && one(key);
  }

  @Declared()
  @RequiresRole("READER")
  @Query(() => SavedQuestionConnection, { description: "The caller's saved questions." })
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
      "The position of `answer` in the feed of changes. Pass it as `after` to `questionChanged` to receive all later answers.",
  })
  cursor() {
    return cursorIn("answeredUpTo");
  }

  @Declared()
  @FieldResolver(() => Webhook, {
    nullable: true,
    description: "The webhook that is notified of changes. Null if there is none.",
  })
  webhook() {
    return webhook;
  }
}
