import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { RequiresRole } from "../../../auth/requires-role.js";
import type { Context } from "../../../context.js";
import { connect } from "../../../graphql/connection/connection-source.js";
import { ownSavedQuestion, savedQuestionArgument } from "./own-saved-question.js";
import { SavedQuestionConnection } from "./saved-question.connection.js";
import { SavedQuestionsArgs } from "./saved-question.input.js";
import { savedQuestionList } from "./saved-question.repository.js";
import { SavedQuestion } from "./saved-question.type.js";

@Resolver()
export class SavedQuestionQueries {
  @RequiresRole("READER")
  @Query(() => SavedQuestion, {
    nullable: true,
    description: "The question of yours with this id; null when you have saved none with it.",
  })
  savedQuestion(
    @Arg("id", () => ID, { description: "Its global id, such as `saved_question_01h2xcejqtf2nbrexx3vqjhp41`." })
    id: string,
    @Ctx() context: Context,
  ) {
    return ownSavedQuestion(savedQuestionArgument(id, "id"), context);
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
