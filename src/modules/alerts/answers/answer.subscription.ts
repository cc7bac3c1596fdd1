import { Args, ArgsType, Field, ID, Resolver, Root, Subscription } from "type-graphql";
import { checkRole } from "../../../auth/check-role.js";
import { RequiresRole } from "../../../auth/requires-role.js";
import type { Context } from "../../../context.js";
import { badUserInput } from "../../../errors.js";
import { IsCursor, SortedBy } from "../../../graphql/connection/paging-rules.js";
import { Declared } from "../../../graphql/declared-fields.js";
import type { OneSql } from "../../../graphql/field-sql.js";
import { IdsOf } from "../../../graphql/validation/value-rules.js";
import { parseGlobalId } from "../../../record/global-id.js";
import { afterCursor, changeOrder, endable } from "../../changes/index.js";
import { answeredUpToOf } from "../questions/saved-question.repository.js";
import { SavedQuestion } from "../questions/saved-question.type.js";
import { type AnswerChanged, answerChangeOf } from "./answer-change.repository.js";
import { AnswerChange } from "./answer-change.resolver.js";
import { answerFeedOf } from "./answer-feed.js";

@SortedBy(changeOrder)
@ArgsType()
class FollowAnswerArgs {
  @Field(() => ID, {
    description:
      "The global id of one of the caller's saved questions, such as `saved_question_01h2xcejqtf2nbrexx3vqjhp41`.",
  })
  @IdsOf(() => [SavedQuestion.prefix])
  id: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The last cursor that the client has received from this subscription, or the cursor of the saved question. Later answers are sent first, then new ones as they happen. Default: only new answers.",
  })
  @IsCursor()
  after?: string | null;
}

@Resolver()
export class AnswerSubscriptions {
  @Declared()
  @RequiresRole("READER")
  @Subscription(() => AnswerChange, {
    description:
      "Each new answer of one of the caller's saved questions, caused by a change of the record. After a lost connection, subscribe again with the last cursor that you have received. The subscription ends when the question is deleted.",
    subscribe: async ({ args, context }: { args: FollowAnswerArgs; context: Context }) => {
      // TypeGraphQL asks who may only when there is something to tell.
      checkRole({ context }, ["READER"]);
      const uuid = parseGlobalId(args.id).uuid;
      const answeredUpTo = await answeredUpToOf(uuid, context);
      if (answeredUpTo === undefined) {
        const reason = "is not the id of one of your saved questions";
        throw badUserInput(`\`id\` ${reason}`, [{ path: "id", reason }]);
      }
      const after = afterCursor(args.after) ?? answeredUpTo;
      return endable(answerFeedOf(context.database).follow(uuid, after));
    },
  })
  questionChanged(@Root() change: AnswerChanged, @Args(() => FollowAnswerArgs) _args: FollowAnswerArgs): OneSql {
    return answerChangeOf(change);
  }
}
