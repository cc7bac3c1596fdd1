import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { RequiresRole } from "../../../auth/requires-role.js";
import type { Context } from "../../../context.js";
import { connect } from "../../../graphql/connection/connection-source.js";
import { parseGlobalId } from "../../../record/global-id.js";
import { ownSavedQuestion } from "./own-saved-question.js";
import { SavedQuestionConnection } from "./saved-question.connection.js";
import { SavedQuestionArgs, SavedQuestionsArgs } from "./saved-question.input.js";
import { savedQuestionList } from "./saved-question.repository.js";
import { SavedQuestion } from "./saved-question.type.js";

@Resolver()
export class SavedQuestionQueries {
  @RequiresRole("READER")
  @Query(() => SavedQuestion, {
    nullable: true,
    description: "The question of yours with this id; null when you have saved none with it.",
  })
  savedQuestion(@Args(() => SavedQuestionArgs) { id }: SavedQuestionArgs, @Ctx() context: Context) {
    return ownSavedQuestion(parseGlobalId(id).uuid, context);
  }

  @RequiresRole("READER")
  @Query(() => SavedQuestionConnection, { description: "The questions that you have saved." })
  savedQuestions(
    @Args(() => SavedQuestionsArgs) args: SavedQuestionsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (!context.viewer) throw new Error("@RequiresRole let somebody unknown see saved questions");
    return connect(SavedQuestionConnection, { context, info, args }, savedQuestionList(args, context.viewer));
  }
}
