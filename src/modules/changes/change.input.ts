import { ArgsType, Field, Int } from "type-graphql";
import { EntityKind } from "../../db/generated/enums.js";
import type { ConnectionArgs } from "../../graphql/connection/connection-args.js";

/** The feed is read in one direction only, so it has half of the paging arguments. */
@ArgsType()
export class ChangesArgs implements ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: "How many changes from the first, or after `after`: 0 to 100, by default 25.",
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Only changes after this cursor: the last one that you have seen. From the first change when left out.",
  })
  after?: string | null;

  @Field(() => [EntityKind], {
    nullable: true,
    description: "Only changes of these types of entity; of all when left out.",
  })
  kinds?: EntityKind[] | null;
}
