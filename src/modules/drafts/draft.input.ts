import { ArgsType, Field, ID, InputType } from "type-graphql";
import { DraftAction, DraftStatus } from "../../db/generated/enums.js";
import { Draft } from "../../editing/drafts/draft.type.js";
import { ConnectionArgs } from "../../graphql/connection/connection-args.js";
import { EntityKind } from "../../graphql/entity-kind.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { orderType, recordingOrders } from "../../graphql/order.js";
import { IdsOf } from "../../graphql/validation/value-rules.js";

@InputType({
  description: `A filter for drafts. ${filterRule}`,
})
export class DraftFilter {
  @Field(() => [DraftStatus], {
    nullable: true,
    description: "Only drafts with one of these statuses. `[PENDING]` returns the queue.",
  })
  statuses?: DraftStatus[] | null;

  @Field(() => [DraftAction], { nullable: true, description: "Only drafts with one of these actions." })
  actions?: DraftAction[] | null;

  @Field(() => [EntityKind], { nullable: true, description: "Only drafts for entities of these types." })
  kinds?: EntityKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Only drafts of these authors, in the same form as in revisions: `key:` and the name of an API key, for example.",
  })
  authors?: string[] | null;
}

export const draftOrder = orderType("Draft", recordingOrders, { field: "RECORDED_AT", direction: "ASC" });

@ArgsType()
export class DraftArgs {
  @Field(() => ID, { description: "The global id of the draft, such as `draft_01h2xcejqtf2nbrexx3vqjhp41`." })
  @IdsOf(() => [Draft.prefix])
  id: string;
}

@ArgsType()
export class DraftsArgs extends ConnectionArgs {
  @Field(() => DraftFilter, {
    nullable: true,
    description: "Only drafts that match this filter. Default: all that the caller may see.",
  })
  where?: DraftFilter | null;

  @Field(() => draftOrder.input, { nullable: true, description: "The sort order. Default: oldest first." })
  orderBy?: InstanceType<typeof draftOrder.input> | null;
}
