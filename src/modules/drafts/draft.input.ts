import { ArgsType, Field, ID, InputType } from "type-graphql";
import { DraftAction, DraftStatus } from "../../db/generated/enums.js";
import { Draft } from "../../editing/drafts/draft.type.js";
import { ConnectionArgs } from "../../graphql/connection/connection-args.js";
import { EntityKind } from "../../graphql/entity-kind.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { orderType, recordingOrders } from "../../graphql/order.js";
import { IdsOf } from "../../graphql/validation/value-rules.js";

@InputType({
  description: `Which drafts. ${filterRule}`,
})
export class DraftFilter {
  @Field(() => [DraftStatus], { nullable: true, description: "Those of which this became: `[PENDING]` is the queue." })
  statuses?: DraftStatus[] | null;

  @Field(() => [DraftAction], { nullable: true, description: "Those that do this once they are approved." })
  actions?: DraftAction[] | null;

  @Field(() => [EntityKind], { nullable: true, description: "Those of these types of entity." })
  kinds?: EntityKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Those of these authors, as drafts and revisions name them: `key:` and the name of an API key, for instance.",
  })
  authors?: string[] | null;
}

export const draftOrder = orderType("Draft", recordingOrders, { field: "RECORDED_AT", direction: "ASC" });

@ArgsType()
export class DraftArgs {
  @Field(() => ID, { description: "Its global id, such as `draft_01h2xcejqtf2nbrexx3vqjhp41`." })
  @IdsOf(() => [Draft.prefix])
  id: string;
}

@ArgsType()
export class DraftsArgs extends ConnectionArgs {
  @Field(() => DraftFilter, { nullable: true, description: "Which drafts; all that you may see when left out." })
  where?: DraftFilter | null;

  @Field(() => draftOrder.input, { nullable: true, description: "Their order; the oldest first when left out." })
  orderBy?: InstanceType<typeof draftOrder.input> | null;
}
